using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Newsroom.Api.Infrastructure.Persistence;

namespace Newsroom.Api.Composition.Titles;

/// <summary>The file of a title, <c>&lt;name&gt;.json</c>.</summary>
internal sealed partial record TitleFile
{
    /// <summary>The maximum size of a file, in bytes.</summary>
    public const int MaxBytes = 64 * 1024;

    private const int MaxHosts = 20;
    private const int MaxHostLength = 253;
    private const int MaxText = 4096;
    private const int MaxSettings = 200;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly string[] Members =
    [
        .. typeof(TitleFile).GetProperties().Where(IsMember).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)),
    ];

    /// <summary>Gets the name of the title: that of the file.</summary>
    [JsonIgnore]
    public string Name { get; init; } = "";

    /// <summary>Gets the host names at which it is reached.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>Gets the address that links name, such as <c>https://www.example.org</c>; null for that of the request.</summary>
    public string? Address { get; init; }

    /// <summary>Gets the publisher's name in published formats; null for that of the installation.</summary>
    public string? Publisher { get; init; }

    /// <summary>Gets the connection string of its database.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Gets the file with the connection string.</summary>
    public string? ConnectionStringFile { get; init; }

    /// <summary>Gets the file with the connection string of the database's owner, if the application has another login.</summary>
    public string? MaintenanceFile { get; init; }

    /// <summary>Gets the file with the key that signs its ledger.</summary>
    public string? LedgerKeyFile { get; init; }

    /// <summary>Gets its issuer of tokens; null for that of the installation.</summary>
    public TitleIssuer? Authentication { get; init; }

    /// <summary>Gets whether Development loads the sample data into it.</summary>
    public bool Samples { get; init; }

    /// <summary>Gets further settings, in place of those of the installation.</summary>
    public ImmutableDictionary<string, string> Settings { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Returns whether a name is one of a title: lower-case letters, digits and hyphens, at most 40.</summary>
    public static bool IsName(string name) => TitleName().IsMatch(name);

    /// <summary>Reads a file of the directory.</summary>
    /// <exception cref="SettingsException">The file cannot be read, or is not one of a title; the message says why.</exception>
    public static TitleFile Of(string name, TitleText text) =>
        Parse(name, text.Fault is null ? text.Text : throw new SettingsException(text.Fault));

    /// <summary>Parses the text of a file.</summary>
    /// <exception cref="SettingsException">The file is not one of a title; the message says why.</exception>
    public static TitleFile Parse(string name, string text)
    {
        if (!IsName(name))
        {
            throw new SettingsException(
                "The name of the file is not one of a title. Accepted: a lower-case letter, then lower-case letters, digits and hyphens, "
                    + "at most 40."
            );
        }

        try
        {
            RequireMembers(text);
            var file = JsonSerializer.Deserialize<TitleFile>(text, Json)! with { Name = name };
            file.RequireTexts();
            file = file with { Hosts = [.. file.Hosts.Select(AsSent)] };
            file.RequireHosts();
            return file;
        }
        catch (JsonException malformed)
        {
            var place = malformed.Path is { Length: > 1 } path ? $"its member {path[2..]}" : "it";
            throw new SettingsException(
                $"The file is not JSON of a title: {place} cannot be read, in line {(malformed.LineNumber ?? 0) + 1}.",
                malformed
            );
        }
    }

    private static void RequireMembers(string text)
    {
        using var document = JsonDocument.Parse(text);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new SettingsException("The file is not a JSON object.");
        }

        if (document.RootElement.EnumerateObject().Select(member => member.Name).Except(Members).FirstOrDefault() is { } other)
        {
            throw new SettingsException($"The member \"{other}\" is unknown. Accepted: {string.Join(", ", Members)}.");
        }
    }

    // Requests have the name in ASCII (RFC 5890).
    private static string AsSent(string host)
    {
        try
        {
            return new IdnMapping().GetAscii(host.TrimEnd('.')).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return host;
        }
    }

    private static bool IsMember(System.Reflection.PropertyInfo property) =>
        property.Name is not (nameof(Name) or "EqualityContract") && property.GetMethod!.IsPublic && !property.GetMethod.IsStatic;

    private void RequireHosts()
    {
        if (Hosts.Length > MaxHosts)
        {
            throw new SettingsException($"hosts has {Hosts.Length} names. Accepted: at most {MaxHosts}.");
        }

        if (Hosts.FirstOrDefault(host => host.Length > MaxHostLength || Uri.CheckHostName(host) != UriHostNameType.Dns) is { } wrong)
        {
            throw new SettingsException($"hosts has \"{wrong}\". Accepted: host names without scheme and port, such as www.example.org.");
        }

        if (Hosts.Distinct().Count() < Hosts.Length)
        {
            throw new SettingsException("hosts has a name twice.");
        }

        if (Address is not null && !(Uri.TryCreate(Address, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            throw new SettingsException("address is not one of a web site. Accepted: an address such as https://www.example.org.");
        }
    }

    private void RequireTexts()
    {
        string?[] optional = [Address, Publisher, ConnectionString, ConnectionStringFile, MaintenanceFile, LedgerKeyFile];
        IEnumerable<string?> required = [.. Hosts, .. Settings.Keys, .. Settings.Values];
        if (
            optional.Any(text => text?.Length is 0 or > MaxText)
            || required.Any(text => text is not { Length: > 0 and <= MaxText })
            || Settings.Count > MaxSettings
        )
        {
            throw new SettingsException(
                $"A text is empty or has more than {MaxText} characters, or there are more than {MaxSettings} settings."
            );
        }

        if (ConnectionString is not null && ConnectionStringFile is not null)
        {
            throw new SettingsException("connectionString and connectionStringFile are both given. Give one of them.");
        }
    }

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,39}\z")]
    private static partial Regex TitleName();
}

/// <summary>An issuer of tokens for one title.</summary>
/// <param name="Authority">The OpenID Connect issuer.</param>
/// <param name="Audience">The audience of its tokens.</param>
internal sealed record TitleIssuer(string Authority, string Audience);
