using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using static Newsroom.Api.Tests.Cli.FakeNewsroom;

namespace Newsroom.Api.Tests.Cli;

public class CommandBodyTests
{
    private static readonly string Whole = new('a', 64);

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectRequiredConstructorParameters = true };

    private readonly FakeNewsroom newsroom = new();

    public static TheoryData<string> Commands => [.. CommandCatalog.All.Select(c => c.Name)];

    public static TheoryData<string, string[], string> Examples => new()
    {
        { "draft-article", ["--desk", "town", "--headline", "Hei"], """{ "desk": "town", "headline": "Hei" }""" },
        { "describe-story", ["--based-on", "17", "--byline", ""], """{ "byline": "" }""" },
        { "revise-article", ["--based-on", "v17", "--body", "One.\n\nTwo.\n"], """{ "body": "One.\n\nTwo.\n" }""" },
        {
            "attribute-quote",
            ["--based-on", "17", "--words", "“We will rebuild.”", "--speaker", "marit-oyen", "--attribution", "said the mayor", "--field", "standfirst", "--start", "12", "--as", "fact-checker"],
            """{ "words": "“We will rebuild.”", "speaker": "marit-oyen", "attribution": "said the mayor", "field": "standfirst", "start": 12, "as": "fact-checker" }"""
        },
        {
            "fact-check",
            ["--passage", "q1", "--fingerprint", Whole, "--verdict", "verified", "--evidence", "recording: Webcast: part 2", "--evidence", "interview:  the clerk "],
            $$"""
            {
                "passage": "q1", "fingerprint": "{{Whole}}", "verdict": "verified",
                "evidence": [{ "kind": "recording", "citation": "Webcast: part 2" }, { "kind": "interview", "citation": "the clerk" }]
            }
            """
        },
        { "add-note", ["--text", "@@ana: is it 87?", "--must-resolve"], """{ "text": "@ana: is it 87?", "mustResolve": true }""" },
        { "assign", [], "{ }" },
        { "approve", ["--fingerprint", Whole.ToUpperInvariant()], $$"""{ "fingerprint": "{{Whole}}" }""" },
        { "publish", ["--based-on", "17", "--kind", "refile"], """{ "kind": "refile" }""" },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task A_line_becomes_a_command(string verb, string[] options, string body)
    {
        var done = await Terminal.Type(newsroom.Client, Line(verb, options));

        done.Error.ShouldBeEmpty();
        done.Code.ShouldBe(0);
        JsonNode.DeepEquals(newsroom.Body, JsonNode.Parse(body)).ShouldBeTrue(newsroom.Body?.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_member_of_every_command_has_an_option(string verb)
    {
        var command = CommandCatalog.All.Single(c => c.Name == verb);
        var members = command.Type.GetProperties().Where(p => p.CanWrite && p.GetCustomAttribute<JsonIgnoreAttribute>() is null).ToList();
        string[] basis = command.Precondition == Precondition.Version ? ["--based-on", "17"] : [];

        var done = await Terminal.Type(newsroom.Client, Line(verb, [.. basis, .. members.SelectMany(m => Given(m, command))]));

        done.Error.ShouldBeEmpty();
        newsroom.Body!.AsObject().Select(m => m.Key).ShouldBe(members.Select(m => JsonNamingPolicy.CamelCase.ConvertName(m.Name)), ignoreOrder: true);
        newsroom.Body.Deserialize(command.Type, Strict).ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_goes_to_its_own_address_with_the_version_it_is_based_on(string verb)
    {
        var command = CommandCatalog.All.Single(c => c.Name == verb);
        string[] basis = command.Precondition == Precondition.Version ? ["--based-on", "v17"] : [];
        var needed = command.Type.GetConstructors().Single().GetParameters().Select(p => command.Type.GetProperty(p.Name!)!);

        newsroom.On(Shown, """{ "version": 17, "fewestWords": 4, "quoted": [] }""");
        await Terminal.Type(newsroom.Client, Line(verb, [.. basis, .. needed.SelectMany(m => Given(m, command)), "--idempotency-key", "k1"]));

        newsroom.Asked.Where(asked => asked != Shown).ShouldBe([$"POST /stories/{(command.Begins ? "" : $"{StoryId}/")}{verb}"]);
        newsroom.Headers["Authorization"].ShouldBe("Bearer token");
        newsroom.Headers["Idempotency-Key"].ShouldBe("\"k1\"");
        newsroom.Headers.GetValueOrDefault("If-Match").ShouldBe(command.Precondition == Precondition.Version ? "\"v17\"" : null);
    }

    [Theory]
    [InlineData(new string[0], true)]
    [InlineData(new[] { "--proposal", "dismissed-before" }, true)]
    [InlineData(new[] { "--proposal", "work" }, false)]
    public async Task Phrases_are_those_shown_as_dismissed_before_unless_another_kind_is_meant(string[] options, bool areSent)
    {
        const string before = """{ "words": "“So it goes on”", "language": "en", "slug": "earlier", "by": "ed@x", "reason": "A motto.", "at": "2026-03-02T09:00:00Z" }""";
        newsroom.On(Shown, $$"""
            { "version": 17, "fewestWords": 4, "quoted": [
                { "field": "body", "range": { "start": 0, "end": 9 }, "words": "“a”", "state": "unattributed", "phrase": "{{Whole}}", "dismissedBefore": {{before}} },
                { "field": "body", "range": { "start": 10, "end": 19 }, "words": "“b”", "state": "unattributed", "phrase": "{{new string('b', 64)}}" }] }
            """);

        (await Terminal.Type(newsroom.Client, Line("dismiss-proposed", ["--based-on", "17", "--reason", "Mottos.", .. options]))).Code.ShouldBe(0);

        newsroom.Body!["phrases"]?.AsArray().Select(p => p!.GetValue<string>()).ShouldBe(areSent ? [Whole] : null);
    }

    private static string Shown => $"GET /stories/{StoryId}/quoted?limit=200";

    private static string[] Line(string verb, string[] options) => verb == "draft-article" ? [verb, .. options] : [verb, StoryId, .. options];

    private static string[] Given(PropertyInfo member, CommandDescription command)
    {
        var option = $"--{JsonNamingPolicy.KebabCaseLower.ConvertName(member.Name)}";
        var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        return member.Name == nameof(StoryCommand.As) ? [option, JsonNamingPolicy.KebabCaseLower.ConvertName(command.Roles[0].ToString())]
            : type == typeof(bool) ? [option]
            : type == typeof(string) ? [option, "some words"]
            : type == typeof(int) || type == typeof(long) ? [option, "7"]
            : type == typeof(Fingerprint) ? [option, Whole]
            : type == typeof(ImmutableArray<Fingerprint>) ? [option, Whole]
            : type == typeof(ImmutableArray<EvidenceItem>) ? [option, "document: Minutes"]
            : type == typeof(DateTimeOffset) ? [option, "2026-03-12T09:30+01:00"]
            : type == typeof(Guid) ? [option, StoryId]
            : type.IsEnum ? [option, JsonNamingPolicy.KebabCaseLower.ConvertName(Enum.GetNames(type)[^1])]
            : throw new InvalidOperationException($"{command.Name} has a {type.Name}, {member.Name}: how is it given?");
    }
}
