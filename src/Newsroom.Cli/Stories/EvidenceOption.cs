using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Newsroom.Cli.Parsing;
using Newsroom.Cli.Runtime;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;

namespace Newsroom.Cli.Stories;

/// <summary>The option for evidence: <c>recording: Council webcast, 12 March</c>, or a JSON file with all members.</summary>
internal static class EvidenceOption
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly EvidenceKind[] Kinds = [.. Enum.GetValues<EvidenceKind>().Except([EvidenceKind.Erased])];

    internal static readonly string KindList = string.Join(", ", Kinds.Select(k => k.ToKebabCase()));

    public static ParameterOption Create(CommandParameter parameter)
    {
        var option = new Option<string[]>(parameter.Option)
        {
            HelpName = "kind: citation",
            Arity = ArgumentArity.OneOrMore,
            Required = parameter.Required,
            Description =
                $"Piece of evidence; repeatable. Kinds: {KindList}. "
                + "@evidence.json reads all members: url, locator, sha256 and excerpt too.",
        };
        return new ParameterOption(
            parameter,
            option,
            context => JsonSerializer.SerializeToNode(context.GetValue(option)!.SelectMany(value => Parse(value, context.Input)), Strict)
        );
    }

    /// <summary>Parses evidence as a line or a file.</summary>
    /// <exception cref="UsageException">It is not evidence.</exception>
    public static EvidenceItem[] Parse(string value, TextInput input) =>
        value is "-" or ['@', not '@', ..] ? ParseJson(value, input.ReadExact(value)) : [ParseLine(value)];

    private static EvidenceItem ParseLine(string value) =>
        value.Split(':', 2, StringSplitOptions.TrimEntries) is [var kind, { Length: > 0 } citation]
        && Kinds.Where(k => k.ToKebabCase() == kind).ToList() is [var known]
            ? new EvidenceItem(known, citation)
            : throw new UsageException(
                $"“{value}” is not evidence. Use “kind: citation”, such as “recording: Council webcast, 12 March”. Kinds: {KindList}."
            );

    private static EvidenceItem[] ParseJson(string name, string json)
    {
        try
        {
            return JsonNode.Parse(json) is JsonArray many
                ? many.Deserialize<EvidenceItem[]>(Strict)!
                : [JsonSerializer.Deserialize<EvidenceItem>(json, Strict)!];
        }
        catch (JsonException failure)
        {
            throw new UsageException(
                $"{name} is not evidence in JSON, such as [{{ \"kind\": \"recording\", \"citation\": \"Council webcast, 12 March\" }}]: "
                    + failure.Message
            );
        }
    }
}
