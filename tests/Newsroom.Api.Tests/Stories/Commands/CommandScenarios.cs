using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Stories.Commands;

/// <summary>A request that succeeds, in a state of the newsroom that was prepared for it.</summary>
/// <param name="Who">The caller.</param>
/// <param name="Method">PUT or POST.</param>
/// <param name="Path">The address.</param>
/// <param name="Body">The command.</param>
/// <param name="Other">Another command to the same address.</param>
public sealed record PreparedCommand(Person Who, HttpMethod Method, string Path, string Body, string Other)
{
    /// <summary>The version the command is based on; null for none.</summary>
    public long? BasedOn { get; init; }
}

/// <summary>Prepares the newsroom for each command of the permission table, so that it succeeds.</summary>
internal static class CommandScenarios
{
    private const string Claim = "The wall is 31 metres long.";
    private const string Quote = "“It rains all day,”";
    private const string Song = "“Give me back my little boat”";
    private const string Text = $"{Claim} {Quote} she said. They sang the song {Song} twice.";

    /// <summary>Prepares a command.</summary>
    /// <param name="newsroom">The newsroom.</param>
    /// <param name="method">PUT or POST.</param>
    /// <param name="route">Its address in the permission table.</param>
    public static async Task<PreparedCommand> PrepareAsync(Newsroom newsroom, string method, string route)
    {
        var name = route.Split('/')[^1];
        var id = $"c{Guid.NewGuid():N}";
        return (method, name) switch
        {
            ("PUT", "{desk}") => Put(newsroom, $"/desks/{id}", """{"name":"A desk","language":"en"}""", """{"name":"B","language":"en"}"""),
            ("PUT", "{person}") => Put(
                newsroom,
                $"/people/{id}",
                """{"name":"Ann Other","roles":["editor"]}""",
                """{"name":"Ann O.","roles":["editor"]}"""
            ),
            (_, "import-history") => Post(newsroom, Role.Admin, route, Import(id, "Words."), Import(id, "Other words.")),
            (_, "rebuild-views") => Post(newsroom, Role.Admin, route, """{"views":["cards"]}""", """{"views":["queue"]}"""),
            (_, "register-speaker") => Post(
                newsroom,
                Role.Editor,
                route,
                $$"""{"name":"A source","id":"{{id}}","identity":"Zebedee Quorn"}""",
                $$"""{"name":"A source","id":"{{id}}","identity":"Zebedee Korn"}"""
            ),
            (_, "seal-identity") => Post(
                newsroom,
                Role.Editor,
                await SpeakerAsync(newsroom, id, name),
                """{"identity":"Zebedee Quorn"}""",
                """{"identity":"Zebedee Korn"}"""
            ),
            (_, "reveal-identity") => Post(
                newsroom,
                Role.Legal,
                await SpeakerAsync(newsroom, id, name),
                """{"reason":"A letter."}""",
                """{"reason":"Another letter."}"""
            ),
            (_, "propose-policy" or "accept-policy" or "reject-policy") => await PolicyAsync(newsroom, id, name),
            (_, "request-erasure") => Post(newsroom, Role.Legal, route, Erasure(id, "They asked."), Erasure(id, "They asked again.")),
            (_, "approve-erasure" or "reject-erasure") => await ErasureAsync(newsroom, id, name),
            (_, "draft-article") => Post(
                newsroom,
                Role.Reporter,
                route,
                $$"""{"desk":"world","headline":"{{id}}","body":"Words."}""",
                $$"""{"desk":"world","headline":"{{id}}","body":"Other words."}"""
            ),
            _ => await OfStoryAsync(newsroom, name),
        };
    }

    private static PreparedCommand Put(Newsroom newsroom, string path, string body, string other) =>
        new(newsroom.As("root", Role.Admin), HttpMethod.Put, path, body, other);

    private static PreparedCommand Post(Newsroom newsroom, Role role, string path, string body, string other) =>
        new(newsroom.As($"kay-{role.ToKebabCase()}", role), HttpMethod.Post, path, body, other);

    private static string Import(string id, string text) =>
        $$"""
            {"desk":"world","files":[{"began":"{{id}}:a.md","changes":[{"commit":"c","at":"2014-03-12T08:00:00-05:00","name":"Ann",
            "email":"ann@example.org","path":"{{id}}.md","text":"{{text}}"}]}]}
            """;

    private static string Erasure(string person, string reason) =>
        $$"""{"kind":"person","subject":"{{person}}","legalBasis":"GDPR Art. 17(1)(a)","reason":"{{reason}}"}""";

    private static async Task<string> SpeakerAsync(Newsroom newsroom, string id, string name)
    {
        (
            await newsroom
                .As("ed", Role.Editor)
                .PostAsync("/speakers/register-speaker", $$"""{"name":"A source","id":"{{id}}","identity":"Somebody"}""")
        ).Is(201);
        return $"/speakers/{id}/{name}";
    }

    private static async Task<PreparedCommand> PolicyAsync(Newsroom newsroom, string desk, string name)
    {
        const string policy = """{"reason":"Small.","gates":[{"gate":"approvals","minimum":1}]}""";
        (await newsroom.As("ada", Role.Admin).PutAsync($"/desks/{desk}", new { name = "A desk", language = "en" })).Is(201);
        if (name == "propose-policy")
        {
            return Post(newsroom, Role.Admin, $"/desks/{desk}/{name}", policy, policy.Replace("Small", "Large", StringComparison.Ordinal));
        }

        (await newsroom.As("ada", Role.Admin).PostAsync($"/desks/{desk}/propose-policy", policy)).Is(200);
        return name == "accept-policy"
            ? Post(newsroom, Role.ChiefEditor, $"/desks/{desk}/{name}", """{"version":1}""", """{"version":2}""")
            : Post(
                newsroom,
                Role.ChiefEditor,
                $"/desks/{desk}/{name}",
                """{"version":1,"reason":"No."}""",
                """{"version":1,"reason":"Not yet."}"""
            );
    }

    private static async Task<PreparedCommand> ErasureAsync(Newsroom newsroom, string person, string name)
    {
        (await newsroom.As("root", Role.Admin).PutAsync($"/people/{person}", """{"name":"Pomona","roles":["editor"]}""")).Is(201);
        var lea = newsroom.As("lea", Role.Legal);
        async Task<string> RequestAsync() =>
            $"{(await lea.PostAsync("/erasures/request-erasure", Erasure(person, "Asked."))).Is(201).Json["id"]}";
        var erasure = await RequestAsync();
        await newsroom.CatchUpAsync();
        return name == "approve-erasure"
            // There is one body; another request is the same body to another erasure.
            ? Post(newsroom, Role.ChiefEditor, $"/erasures/{erasure}/{name}", "{}", await RequestAsync())
            : Post(newsroom, Role.ChiefEditor, $"/erasures/{erasure}/{name}", """{"reason":"No basis."}""", """{"reason":"None."}""");
    }

    private static async Task<PreparedCommand> OfStoryAsync(Newsroom newsroom, string name)
    {
        var story = await StoryDriver.DraftedAsync(newsroom, $"Repeated {name}", name is "publish" or "correct" ? "It rains." : Text);
        async Task DoAsync(string command, string user, Role role, object? body = null) =>
            (await story.DoAsync(command, user, role, body)).Is(200);
        async Task ReviewAsync()
        {
            await DoAsync("submit-for-review", "rita", Role.Reporter);
            (await story.ApproveAsync("ned")).Is(200);
            (await story.ApproveAsync("lea", Role.Legal)).Is(200);
        }

        async Task<PreparedCommand> ByAsync(string user, Role role, string body, string other) =>
            new(newsroom.As(user, role), HttpMethod.Post, $"/stories/{story.Id}/{name}", body, other)
            {
                BasedOn = await story.VersionAsync(),
            };

        switch (name)
        {
            case "describe-story":
                return await ByAsync("rita", Role.Reporter, """{"byline":"A"}""", """{"byline":"B"}""");
            case "revise-article":
                return await ByAsync("rita", Role.Reporter, """{"body":"New words."}""", """{"body":"Newer words."}""");
            case "restore-revision":
                await DoAsync("revise-article", "rita", Role.Reporter, new { body = "New words." });
                return await ByAsync("rita", Role.Reporter, """{"version":1}""", """{"version":2}""");
            case "attribute-quote":
                await SpeakerAsync(newsroom, $"s{story.Id:N}", "");
                return await ByAsync(
                    "ed",
                    Role.Editor,
                    $$"""{"words":"{{Quote}}","speaker":"s{{story.Id:N}}"}""",
                    $$"""{"words":"{{Quote}}","speaker":"s{{story.Id:N}}","attribution":"she said"}"""
                );
            case "flag-claim":
                return await ByAsync("ed", Role.Editor, $$"""{"words":"{{Claim}}"}""", """{"words":"They sang."}""");
            case "withdraw-quote":
                await SpeakerAsync(newsroom, $"s{story.Id:N}", "");
                await DoAsync("attribute-quote", "ed", Role.Editor, new { words = Quote, speaker = $"s{story.Id:N}" });
                return await ByAsync("ed", Role.Editor, """{"quote":"q1","reason":"A slip."}""", """{"quote":"q1","reason":"An error."}""");
            case "withdraw-claim":
                await DoAsync("flag-claim", "ed", Role.Editor, new { words = Claim });
                return await ByAsync("ed", Role.Editor, """{"claim":"c1","reason":"A slip."}""", """{"claim":"c1","reason":"An error."}""");
            case "dismiss-proposed":
                return await ByAsync(
                    "ed",
                    Role.Editor,
                    """{"proposal":"work","reason":"Songs."}""",
                    """{"proposal":"work","reason":"A song."}"""
                );
            case "dismiss-quotation":
                return await ByAsync(
                    "ed",
                    Role.Editor,
                    $$"""{"words":"{{Song}}","reason":"A song."}""",
                    $$"""{"words":"{{Song}}","reason":"Songs."}"""
                );
            case "fact-check":
                await DoAsync("flag-claim", "ed", Role.Editor, new { words = Claim });
                var claim = await story.FingerprintAsync("c1");
                return await ByAsync("femi", Role.FactChecker, Verdict(claim, "The tape"), Verdict(claim, "A map"));
            case "add-note":
                return await ByAsync("ed", Role.Editor, """{"text":"Ask again."}""", """{"text":"Ask them."}""");
            case "resolve-note":
                await DoAsync("add-note", "ed", Role.Editor, new { text = "Ask again.", mustResolve = true });
                return await ByAsync("ed", Role.Editor, """{"note":"n1"}""", """{"note":"n2"}""");
            case "assign":
                // Whoever has acted can be assigned.
                return await ByAsync("ed", Role.Editor, """{"assignee":"rita"}""", """{"assignee":"ed"}""");
            case "submit-for-review":
                return await ByAsync("rita", Role.Reporter, "{}", """{"as":"reporter"}""");
            case "request-changes":
                await DoAsync("submit-for-review", "rita", Role.Reporter);
                return await ByAsync("ed", Role.Editor, """{"reason":"The vote."}""", """{"reason":"Both votes."}""");
            case "request-legal-review":
                return await ByAsync("ed", Role.Editor, """{"reason":"It names a minor."}""", """{"reason":"It names two."}""");
            case "approve":
                await DoAsync("submit-for-review", "rita", Role.Reporter);
                var article = await story.FingerprintAsync();
                return await ByAsync(
                    "ed",
                    Role.Editor,
                    $$"""{"fingerprint":"{{article}}"}""",
                    $$"""{"fingerprint":"{{article}}","as":"editor"}"""
                );
            case "withdraw-approval":
                await DoAsync("submit-for-review", "rita", Role.Reporter);
                (await story.ApproveAsync("ed")).Is(200);
                return await ByAsync("ed", Role.Editor, """{"reason":"New figures."}""", """{"reason":"Newer figures."}""");
            case "place-hold":
                return await ByAsync("ed", Role.Editor, """{"reason":"A threat."}""", """{"reason":"A suit."}""");
            case "lift-hold":
                await DoAsync("place-hold", "ed", Role.Editor, new { reason = "A threat." });
                return await ByAsync("ed", Role.Editor, """{"hold":"h1","reason":"Cleared."}""", """{"hold":"h1","reason":"Settled."}""");
            case "set-embargo":
                return await ByAsync(
                    "ed",
                    Role.Editor,
                    """{"until":"2099-03-01T06:00:00Z","reason":"As agreed."}""",
                    """{"until":"2099-03-02T06:00:00Z","reason":"As agreed."}"""
                );
            case "lift-embargo":
                await DoAsync("set-embargo", "ed", Role.Editor, new { until = "2099-03-01T06:00:00Z", reason = "As agreed." });
                return await ByAsync("ed", Role.Editor, """{"reason":"It is out."}""", """{"reason":"It is public."}""");
            case "waive-gate":
                await DoAsync("flag-claim", "rita", Role.Reporter, new { words = Claim });
                var waived = await story.FingerprintAsync("c1");
                return await ByAsync("chi", Role.ChiefEditor, Waiver(waived, "It cannot wait."), Waiver(waived, "It can not."));
            case "publish":
                await ReviewAsync();
                return await ByAsync("pia", Role.Publisher, "{}", """{"as":"publisher"}""");
            case "correct":
                await ReviewAsync();
                (await story.PublishAsync()).Is(200);
                return await ByAsync(
                    "pia",
                    Role.Publisher,
                    """{"kind":"editors-note","note":"It was seen again."}""",
                    """{"kind":"editors-note","note":"It was seen twice."}"""
                );
            case "spike":
                return await ByAsync("ed", Role.Editor, """{"reason":"Withdrawn."}""", """{"reason":"Wrong."}""");
            case "unspike":
                await DoAsync("spike", "ed", Role.Editor, new { reason = "Withdrawn." });
                return await ByAsync("ed", Role.Editor, """{"reason":"Confirmed."}""", """{"reason":"Right."}""");
            default:
                throw new InvalidOperationException($"{name} has no scenario: add one that makes it succeed.");
        }
    }

    private static string Verdict(string fingerprint, string citation) =>
        $$"""
            {"passage":"c1","fingerprint":"{{fingerprint}}","verdict":"verified",
            "evidence":[{"kind":"document","citation":"{{citation}}"}]}
            """;

    private static string Waiver(string fingerprint, string reason) =>
        $$"""{"gate":"claims-checked","subject":"c1","fingerprint":"{{fingerprint}}","reason":"{{reason}}"}""";
}
