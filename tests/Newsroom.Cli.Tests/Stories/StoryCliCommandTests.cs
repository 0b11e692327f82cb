using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using static Newsroom.Cli.Tests.FakeServer;

namespace Newsroom.Cli.Tests.Stories;

public class StoryCliCommandTests
{
    private static readonly string Whole = new('a', 64);

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    private readonly FakeServer server = new();

    public static TheoryData<string> Commands => [.. CommandCatalog.All.Select(c => c.Name)];

    public static TheoryData<string, string[], string> Examples =>
        new()
        {
            { "draft-article", ["--desk", "town", "--headline", "Hei"], """{ "desk": "town", "headline": "Hei" }""" },
            { "describe-story", ["--based-on", "17", "--byline", ""], """{ "byline": "" }""" },
            { "revise-article", ["--based-on", "v17", "--body", "One.\n\nTwo.\n"], """{ "body": "One.\n\nTwo.\n" }""" },
            {
                "attribute-quote",
                [
                    "--based-on",
                    "17",
                    "--words",
                    "“We will rebuild.”",
                    "--speaker",
                    "marit-oyen",
                    "--attribution",
                    "said the mayor",
                    "--field",
                    "standfirst",
                    "--start",
                    "12",
                    "--as",
                    "fact-checker",
                ],
                """
                    {
                        "words": "“We will rebuild.”", "speaker": "marit-oyen", "attribution": "said the mayor",
                        "field": "standfirst", "start": 12, "as": "fact-checker"
                    }
                    """
            },
            {
                "fact-check",
                [
                    "--passage",
                    "q1",
                    "--fingerprint",
                    Whole,
                    "--verdict",
                    "verified",
                    "--evidence",
                    "recording: Webcast: part 2",
                    "--evidence",
                    "interview:  the clerk ",
                ],
                $$"""
                    {
                        "passage": "q1", "fingerprint": "{{Whole}}", "verdict": "verified",
                        "evidence": [{ "kind": "recording", "citation": "Webcast: part 2" }, { "kind": "interview", "citation": "the clerk" }]
                    }
                    """
            },
            {
                "attribute-quote",
                ["--based-on", "17", "--at", "headline:3-40", "--speaker", "marit-oyen"],
                """{ "range": { "field": "headline", "start": 3, "end": 40 }, "speaker": "marit-oyen" }"""
            },
            {
                "attribute-quote",
                ["--based-on", "17", "--nth", "3", "--speaker", "marit-oyen"],
                """{ "quotation": { "nth": 3, "field": "body" }, "speaker": "marit-oyen" }"""
            },
            { "flag-claim", ["--based-on", "17", "--at", "body:0-31"], """{ "range": { "field": "body", "start": 0, "end": 31 } }""" },
            { "add-note", ["--text", "@@ana: is it 87?", "--must-resolve"], """{ "text": "@ana: is it 87?", "mustResolve": true }""" },
            { "assign", [], "{ }" },
            { "approve", ["--fingerprint", Whole.ToUpperInvariant()], $$"""{ "fingerprint": "{{Whole}}" }""" },
            { "publish", ["--based-on", "17", "--kind", "refile"], """{ "kind": "refile" }""" },
        };

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Options_become_the_members_of_a_command(string name, string[] options, string body)
    {
        var done = await Terminal.TypeAsync(server.Client, Line(name, options));

        done.Error.ShouldBeEmpty();
        done.Code.ShouldBe(0);
        server.BodyShouldBe(body);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_member_of_every_command_has_an_option(string name)
    {
        var command = CommandCatalog.All.Single(c => c.Name == name);
        var members = command
            .Type.GetProperties()
            .Where(p => p.CanWrite && p.GetCustomAttribute<JsonIgnoreAttribute>() is null && !NamesInsteadOfWords(p))
            .ToList();
        string[] basis = command.Precondition == Precondition.Version ? ["--based-on", "17"] : [];

        var done = await Terminal.TypeAsync(server.Client, Line(name, [.. basis, .. members.SelectMany(m => Given(m, command))]));

        done.Error.ShouldBeEmpty();
        var names = members.Select(m => JsonNamingPolicy.CamelCase.ConvertName(m.Name));
        server.Body!.AsObject().Select(m => m.Key).ShouldBe(names, ignoreOrder: true);
        server.Body.Deserialize(command.Type, Strict).ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_is_sent_to_its_URL_with_the_version_it_is_based_on(string name)
    {
        var command = CommandCatalog.All.Single(c => c.Name == name);
        string[] basis = command.Precondition == Precondition.Version ? ["--based-on", "v17"] : [];
        var needed = command.Type.GetConstructors().Single().GetParameters().Select(p => command.Type.GetProperty(p.Name!)!);

        server.On(Shown, """{ "version": 17, "fewestWords": 4, "quoted": [] }""");
        string[] options = [.. basis, .. needed.SelectMany(m => Given(m, command)), "--idempotency-key", "k1"];
        await Terminal.TypeAsync(server.Client, Line(name, options));

        server.Requests.Where(request => request != Shown).ShouldBe([$"POST /stories/{(command.Begins ? "" : $"{StoryId}/")}{name}"]);
        server.Headers["Authorization"].ShouldBe("Bearer token");
        server.Headers["Idempotency-Key"].ShouldBe("\"k1\"");
        server.Headers.GetValueOrDefault("If-Match").ShouldBe(command.Precondition == Precondition.Version ? "\"v17\"" : null);
    }

    [Theory]
    [InlineData("attribute-quote", "--speaker", "marit-oyen")]
    [InlineData("attribute-quote", "--speaker", "marit-oyen", "--nth", "1", "--at", "body:1-9")]
    [InlineData("attribute-quote", "--speaker", "marit-oyen", "--nth", "1", "--words", "“We will.”")]
    [InlineData("flag-claim")]
    [InlineData("flag-claim", "--words", "It cost 3 million.", "--at", "body:1-9")]
    public async Task A_passage_is_named_in_exactly_one_way(string name, params string[] options)
    {
        var done = await Terminal.TypeAsync(server.Client, Line(name, ["--based-on", "17", .. options]));

        done.Code.ShouldBe(1);
        done.Said.ShouldStartWith($"{name} requires exactly one of --words, --at, --nth.");
        server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--at", "body")]
    [InlineData("--at", "body:9-9")]
    [InlineData("--at", "body:9")]
    [InlineData("--at", "byline:1-9")]
    [InlineData("--at", "body:-1-9")]
    [InlineData("--nth", "0")]
    [InlineData("--nth", "first")]
    [InlineData("--nth", "-1")]
    public async Task A_place_in_another_form_is_refused(string option, string place)
    {
        var done = await Terminal.TypeAsync(server.Client, Line("flag-claim", ["--based-on", "17", $"{option}={place}"]));

        done.Code.ShouldBe(1);
        done.Said.ShouldStartWith($"{option} does not accept “{place}”.");
        server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(new string[0], true)]
    [InlineData(new[] { "--proposal", "dismissed-before" }, true)]
    [InlineData(new[] { "--proposal", "work" }, false)]
    public async Task Default_phrases_are_those_that_other_stories_dismissed(string[] options, bool areSent)
    {
        const string before = """
            {
                "words": "“So it goes on”", "language": "en", "slug": "earlier", "by": "ed@x", "reason": "A motto.",
                "at": "2026-03-02T09:00:00Z"
            }
            """;
        server.On(
            Shown,
            $$"""
            {
                "version": 17, "fewestWords": 4,
                "quoted": [
                    {
                        "field": "body", "range": { "start": 0, "end": 9 }, "words": "“a”", "state": "unattributed",
                        "phrase": "{{Whole}}", "dismissedBefore": {{before}}
                    },
                    {
                        "field": "body", "range": { "start": 10, "end": 19 }, "words": "“b”", "state": "unattributed",
                        "phrase": "{{new string('b', 64)}}"
                    }
                ]
            }
            """
        );

        var line = Line("dismiss-proposed", ["--based-on", "17", "--reason", "Mottos.", .. options]);
        (await Terminal.TypeAsync(server.Client, line)).Code.ShouldBe(0);

        server.Body!["phrases"]?.AsArray().Select(p => p!.GetValue<string>()).ShouldBe(areSent ? [Whole] : null);
    }

    private static bool NamesInsteadOfWords(PropertyInfo member) =>
        member.PropertyType == typeof(FieldRange) || member.PropertyType == typeof(QuotationPlace);

    private static string Shown => $"GET /stories/{StoryId}/quoted?limit=200";

    private static string[] Line(string name, string[] options) =>
        name == "draft-article" ? [name, .. options] : [name, StoryId, .. options];

    private static string[] Given(PropertyInfo member, CommandDescription command)
    {
        var option = $"--{JsonNamingPolicy.KebabCaseLower.ConvertName(member.Name)}";
        return Value(member, command) is { } value ? [option, value] : [option];
    }

    /// <summary>Returns a value of an option; null for a flag.</summary>
    private static string? Value(PropertyInfo member, CommandDescription command)
    {
        var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        return type switch
        {
            _ when member.Name == nameof(StoryCommand.As) => JsonNamingPolicy.KebabCaseLower.ConvertName(command.Roles[0].ToString()),
            _ when type == typeof(bool) => null,
            _ when type == typeof(string) => "some words",
            _ when type == typeof(ImmutableArray<string>) => "pia",
            _ when type == typeof(int) || type == typeof(long) => "7",
            _ when type == typeof(Fingerprint) || type == typeof(ImmutableArray<Fingerprint>) => Whole,
            _ when type == typeof(ImmutableArray<EvidenceItem>) => "document: Minutes",
            _ when type == typeof(ImmutableArray<EvidencePlace>) => "7/0",
            _ when type == typeof(DateOnly) => "2026-03-12",
            _ when type == typeof(DateTimeOffset) => "2026-03-12T09:30+01:00",
            _ when type == typeof(Guid) => StoryId,
            _ when type == typeof(EditionKind) => command.Kinds[0].ToKebabCase(),
            _ when type.IsEnum => JsonNamingPolicy.KebabCaseLower.ConvertName(Enum.GetNames(type)[0]),
            _ => throw new InvalidOperationException($"{command.Name}.{member.Name}: no value for {type.Name}"),
        };
    }
}
