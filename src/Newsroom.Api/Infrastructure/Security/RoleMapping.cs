using System.Collections.Frozen;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Infrastructure.Security;

/// <summary>Reads the roles of a caller from the claims of a verified token. Values that are not mapped are ignored.</summary>
internal sealed class RoleMapping
{
    /// <summary>The setting of the claim: its name, or a path such as <c>realm_access.roles</c> to a member of an object.</summary>
    public const string ClaimSetting = "Authentication:RolesClaim";

    /// <summary>The setting of the values: a list for each role. Without it, the values are the names of the roles.</summary>
    public const string RolesSetting = "Authentication:Roles";

    private const int MaxLength = 256;

    private const int MaxValues = 100;

    private static readonly FrozenDictionary<string, string> OwnNames = Enum.GetValues<Role>()
        .Select(role => role.ToKebabCase())
        .ToFrozenDictionary(name => name, StringComparer.Ordinal);

    private readonly string claim;
    private readonly string[] path;
    private readonly FrozenDictionary<string, string> roles;

    private RoleMapping(string claim, FrozenDictionary<string, string> roles) =>
        (this.claim, path, this.roles) = (claim, claim.Split('.'), roles);

    /// <summary>Gets the mapping where nothing is configured.</summary>
    public static RoleMapping Default { get; } = new(CallingActor.RolesClaim, OwnNames);

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingsException">A role is unknown, a value is given twice, or a text is empty or too long.</exception>
    public static RoleMapping Of(IConfiguration configuration)
    {
        var claim = configuration[ClaimSetting] is { Length: > 0 } given ? given : CallingActor.RolesClaim;
        if (claim.Length > MaxLength || claim.Split('.').Any(string.IsNullOrWhiteSpace))
        {
            throw new SettingsException(
                $"{ClaimSetting} is \"{claim}\". Accepted: the name of a claim, such as groups, or a path such as realm_access.roles."
            );
        }

        var listed = configuration.GetSection(RolesSetting).GetChildren().ToList();
        return new RoleMapping(claim, listed.Count == 0 ? OwnNames : Read(listed));
    }

    /// <summary>Replaces the roles that a token has with those that they are mapped to.</summary>
    public void Apply(ClaimsIdentity identity)
    {
        if (roles == OwnNames && claim == CallingActor.RolesClaim)
        {
            return;
        }

        var found = ValuesIn(identity).Select(value => roles.GetValueOrDefault(value)).OfType<string>().Distinct().ToList();
        foreach (var other in identity.FindAll(CallingActor.RolesClaim).ToList())
        {
            identity.RemoveClaim(other);
        }

        identity.AddClaims(found.Select(role => new Claim(CallingActor.RolesClaim, role)));
    }

    private static FrozenDictionary<string, string> Read(List<IConfigurationSection> listed)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var section in listed)
        {
            // The name of an environment variable has no hyphen.
            var role = section.Key.Replace('_', '-').ToLowerInvariant();
            if (!OwnNames.ContainsKey(role))
            {
                throw new SettingsException(
                    $"{RolesSetting} has the role \"{section.Key}\", which is unknown. "
                        + $"Accepted: {string.Join(", ", OwnNames.Keys.Order())}."
                );
            }

            foreach (var value in ValuesOf(section))
            {
                if (!read.TryAdd(value, role))
                {
                    throw new SettingsException(
                        $"{RolesSetting} has the value \"{value}\" for {read[value]} and for {role}. Give each value once."
                    );
                }
            }
        }

        return read.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static List<string> ValuesOf(IConfigurationSection section)
    {
        var values = section.Value is { } single ? [single] : section.GetChildren().Select(child => child.Value).ToList();
        return values.Count is > 0 and <= MaxValues && values.TrueForAll(value => value is { Length: > 0 and <= MaxLength })
            ? values.ConvertAll(value => value!)
            : throw new SettingsException(
                $"{section.Path} accepts 1 to {MaxValues} values of a claim, each of 1 to {MaxLength} characters: {section.Path}:0, "
                    + $"{section.Path}:1 and so on."
            );
    }

    // A claim of exactly this name comes first: some issuers name claims by addresses, which have dots.
    private IEnumerable<string> ValuesIn(ClaimsIdentity identity)
    {
        var named = identity.FindAll(claim).Select(found => found.Value).ToList();
        return named.Count > 0 || path.Length == 1
            ? named
            : identity.FindAll(path[0]).Where(c => c.ValueType == JsonClaimValueTypes.Json).SelectMany(c => Member(c.Value));
    }

    private List<string> Member(string json)
    {
        using var document = JsonDocument.Parse(json);
        var element = document.RootElement;
        foreach (var name in path.AsSpan(1))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return [];
            }
        }

        return element.ValueKind switch
        {
            JsonValueKind.String => [element.GetString()!],
            JsonValueKind.Array =>
            [
                .. element.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!),
            ],
            _ => [],
        };
    }
}
