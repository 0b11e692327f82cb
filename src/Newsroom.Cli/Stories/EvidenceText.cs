using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Newsroom.Cli.Asking;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;

namespace Newsroom.Cli.Stories;

/// <summary>Evidence as people write it, <c>recording: Council webcast, 12 March</c>, or with all its members in a file of JSON.</summary>
internal static class EvidenceText
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly EvidenceKind[] Given = [.. Enum.GetValues<EvidenceKind>().Except([EvidenceKind.Erased])];

    private static readonly string Kinds = string.Join(", ", Given.Select(k => k.ToKebabCase()));

    /// <summary>The option, given once for each piece.</summary>
    public static MemberOption Option(Member member)
    {
        var option = new Option<string[]>(member.Option)
        {
            HelpName = "kind: citation",
            Arity = ArgumentArity.OneOrMore,
            Required = member.Required,
            Description = $"A piece of evidence; repeat it for several. Kinds are {Kinds}. Or @evidence.json, for url, locator, sha256 and excerpt too.",
        };
        return new MemberOption(member, option, run => JsonSerializer.SerializeToNode(run.Of(option)!.SelectMany(given => Read(given, run.Input)), Strict));
    }

    private static EvidenceItem[] Read(string given, TextInput input) =>
        given is "-" or ['@', not '@', ..] ? OfJson(given, input.Exactly(given)) : [OfLine(given)];

    private static EvidenceItem OfLine(string given) =>
        given.Split(':', 2, StringSplitOptions.TrimEntries) is [var kind, { Length: > 0 } citation]
        && Given.Where(k => k.ToKebabCase() == kind).ToList() is [var known]
            ? new EvidenceItem(known, citation)
            : throw new LocalProblem($"Evidence is written “kind: citation”, such as “recording: Council webcast, 12 March”. Kinds are {Kinds}. This is “{given}”.");

    private static EvidenceItem[] OfJson(string given, string json)
    {
        try
        {
            return JsonNode.Parse(json) is JsonArray many ? many.Deserialize<EvidenceItem[]>(Strict)! : [JsonSerializer.Deserialize<EvidenceItem>(json, Strict)!];
        }
        catch (JsonException failure)
        {
            throw new LocalProblem($"{given} is not evidence in JSON, such as [{{ \"kind\": \"recording\", \"citation\": \"Council webcast, 12 March\" }}]: {failure.Message}");
        }
    }
}
