using System.Collections.Immutable;
using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Parsing;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Subscribers;

namespace Newsroom.Cli.Subscribers;

/// <summary>The options that define a subscriber.</summary>
internal sealed class SubscriberOptions
{
    private const string Everything = "all";

    private static readonly Dictionary<string, DeliveryKind> KindsByName = Enum.GetValues<DeliveryKind>()
        .ToDictionary(kind => kind.ToKebabCase());

    private static readonly Dictionary<string, DeliveryFormat> Formats = Enum.GetValues<DeliveryFormat>()
        .ToDictionary(format => format.ToKebabCase());

    private readonly Option<string> name;
    private readonly Option<string> url;
    private readonly Option<string[]> desks;
    private readonly Option<string[]> languages;
    private readonly Option<string[]> kinds;
    private readonly Option<string> format;

    public SubscriberOptions(bool isRegistration)
    {
        name = NewText("--name", "text", "Display name.", isRegistration);
        url = NewText("--url", "address", "Address that notices are sent to; it begins with https://.", isRegistration);
        desks = NewList("--desk", "desk", "Desk whose stories it receives; repeatable. all, or none at first, for all desks.");
        languages = NewList("--language", "tag", "Language that it receives, such as en or nb; repeatable. all for all languages.");
        kinds = NewList(
            "--kind",
            "kind",
            $"Kind of notice that it receives: {string.Join(", ", KindsByName.Keys)}; repeatable. all for all kinds."
        );
        kinds.AcceptOnly(KindsByName.Keys.Append(Everything));
        var formats = string.Join(", ", Formats.Keys);
        format = NewText("--format", "format", $"Format of editions: {formats}. At first json.", isRequired: false);
        format.AcceptOnly(Formats.Keys);
    }

    /// <summary>Gets the options.</summary>
    public IEnumerable<Option> All => [name, url, desks, languages, kinds, format];

    /// <summary>Reads a registration.</summary>
    public RegisterSubscriber ReadRegistration(CommandContext context, string? id) =>
        new(context.Input.ReadPhrase(context.GetValue(name)!), context.GetValue(url)!)
        {
            Id = id,
            Desks = Read(context, desks) ?? [],
            Languages = Read(context, languages) ?? [],
            Kinds = ReadKinds(context) ?? [],
            Format = context.GetValue(format) is { } given ? Formats[given] : default,
        };

    /// <summary>Reads a change: the options that are given.</summary>
    public ChangeSubscriber ReadChange(CommandContext context) =>
        new()
        {
            Name = context.GetValue(name) is { } given ? context.Input.ReadPhrase(given) : null,
            Url = context.GetValue(url),
            Desks = Read(context, desks),
            Languages = Read(context, languages),
            Kinds = ReadKinds(context),
            Format = context.GetValue(format) is { } chosen ? Formats[chosen] : null,
        };

    private ImmutableArray<DeliveryKind>? ReadKinds(CommandContext context) =>
        Read(context, kinds) is { } names ? [.. names.Select(kind => KindsByName[kind])] : null;

    // A list cannot be empty on a command line: "all" stands for it.
    private static ImmutableArray<string>? Read(CommandContext context, Option<string[]> option)
    {
        var given = context.GetValue(option) ?? [];
        return given.Length == 0 ? null : [.. given.Contains(Everything) ? [] : given];
    }

    private static Option<string> NewText(string name, string help, string description, bool isRequired) =>
        new(name)
        {
            Required = isRequired,
            HelpName = help,
            Description = description,
        };

    private static Option<string[]> NewList(string name, string help, string description) =>
        new(name)
        {
            HelpName = help,
            Description = description,
            AllowMultipleArgumentsPerToken = true,
        };
}
