using System.Text;
using System.Text.Json.Nodes;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Tests.Access;

/// <summary>
/// A confidential story is answered to people who may not read it exactly as a story that does not exist, by every request that names one.
/// </summary>
public sealed class StoryGuardTests(Newsroom newsroom)
{
    private static readonly Guid Unknown = new("0198c0de-0000-7000-8000-00000000ffff");

    private const string UnknownSlug = "no-story-has-this-slug";

    public static TheoryData<string, string> Requests =>
        [
            .. Permissions
                .All.Where(p => p.Route.Contains("{storyId}", StringComparison.Ordinal) && RoleOfOutsider(p) is not null)
                .Select(p => (p.Method, p.Route)),
        ];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_request_for_a_confidential_story_is_answered_as_for_an_unknown_one(string method, string route)
    {
        var story = await ConfidentialStories.DraftedAsync(newsroom);
        var permit = Permissions.Of(method, route);
        var expected = Normal(await SendAsync(permit, $"{Unknown}"), $"{Unknown}");
        expected.ShouldStartWith("404 ");
        Normal(await SendAsync(permit, $"{story.Id}"), $"{story.Id}").ShouldBe(expected);

        var unknownSlug = Normal(await SendAsync(permit, UnknownSlug), Quoted(UnknownSlug));
        unknownSlug.ShouldStartWith("404 ");
        Normal(await SendAsync(permit, story.Slug), Quoted(story.Slug)).ShouldBe(unknownSlug);
    }

    [Theory]
    [InlineData("?version=1")]
    [InlineData("?version=99")]
    [InlineData("?at=2099-01-01T00:00:00Z")]
    [InlineData("?asOf=2099-01-01T00:00:00Z")]
    public async Task The_past_is_answered_as_that_of_an_unknown_story(string moment)
    {
        var story = await ConfidentialStories.DraftedAsync(newsroom);
        foreach (var read in new[] { "", "/blame" })
        {
            var rob = newsroom.As("rob", Role.Reporter);
            Normal(await rob.GetAsync($"/stories/{story.Id}{read}{moment}"), $"{story.Id}")
                .ShouldBe(Normal(await rob.GetAsync($"/stories/{Unknown}{read}{moment}"), $"{Unknown}"));
        }
    }

    [Fact]
    public async Task No_condition_and_no_method_shows_that_it_exists()
    {
        var story = await ConfidentialStories.DraftedAsync(newsroom);
        var rob = newsroom.As("rob", Role.Reporter);
        var etag = (await story.ReadAsync()).ETag;
        (await rob.GetAsync($"/stories/{story.Id}", etag)).IsRefused(404, "unknown-story").ETag.ShouldBeNull();
        (await rob.GetAsync($"/stories/{story.Id}", "*")).IsRefused(404, "unknown-story");
        (await rob.SendAsync(HttpMethod.Head, $"/stories/{story.Id}", null, null)).Is(404).ETag.ShouldBeNull();
        var preview = await rob.SendAsync(
            HttpMethod.Post,
            $"/stories/{story.Id}/add-note",
            Encoding.UTF8.GetBytes("""{"text":"Who?"}"""),
            "application/json",
            ("Prefer", "dry-run")
        );
        preview.IsRefused(404, "unknown-story");
    }

    [Fact]
    public async Task The_people_of_a_story_and_the_roles_that_read_every_story_read_it()
    {
        var story = await ConfidentialStories.DraftedAsync(newsroom);
        await ConfidentialStories.DescribeAsync(newsroom, "fay", "liv");
        (await newsroom.As("fay", Role.FactChecker).GetAsync($"/stories/{story.Id}")).IsRefused(404, "unknown-story");
        (await story.DoAsync("mark-confidential", "rita", Role.Reporter, """{"reason":"Fay checks it.","readers":["fay"]}""")).Is(200);
        (await story.DoAsync("assign", "ed", Role.Editor, new { assignee = "liv" })).Is(200);
        foreach (
            var (user, role) in new[]
            {
                ("rita", Role.Reporter),
                ("liv", Role.Reporter),
                ("fay", Role.FactChecker),
                ("eve", Role.Editor),
                ("lea", Role.Legal),
                ("chi", Role.ChiefEditor),
            }
        )
        {
            (await newsroom.As(user, role).GetAsync($"/stories/{story.Id}")).Is(200);
        }

        (await story.VerifyAsync("c1", by: "fay")).Is(200);
        var confidential = (await story.ReadAsync()).Json["confidential"]!;
        confidential["readers"]!.AsArray().Single()!.GetValue<string>().ShouldStartWith("fay@");
        (await story.DoAsync("lift-confidentiality", "ed", Role.Editor, new { reason = "It is over." })).Is(200);
        (await newsroom.As("rob", Role.Reporter).GetAsync($"/stories/{story.Id}")).Is(200);
    }

    [Fact]
    public async Task A_desk_may_show_that_its_confidential_stories_exist()
    {
        var desk = await ConfidentialStories.ShowingDeskAsync(newsroom);
        var story = await ConfidentialStories.DraftedAsync(newsroom, desk);
        var rob = newsroom.As("rob", Role.Reporter);
        (await rob.GetAsync($"/stories/{story.Id}")).IsRefused(403, "story-confidential").Text.ShouldNotContain("rocodile");
        (await rob.GetAsync($"/stories/{story.Id}/history")).IsRefused(403, "story-confidential");
        (await rob.GetAsync($"/stories/{story.Slug}")).IsRefused(403, "story-confidential");
        (await rob.PostAsync($"/stories/{story.Id}/add-note", new { text = "Who?" })).IsRefused(403, "story-confidential");
    }

    [Fact]
    public async Task A_proof_of_its_events_is_given_to_its_readers_only()
    {
        var story = await ConfidentialStories.DraftedAsync(newsroom);
        await newsroom.CatchUpAsync();
        var trail = (await newsroom.As("chi", Role.ChiefEditor).GetAsync($"/audit?story={story.Id}")).Is(200).Json.AsArray();
        var drafted = trail.Single(line => line!["type"]!.GetValue<string>() == "story_drafted")!["event"]!.GetValue<Guid>();
        (await newsroom.As("ida", Role.Auditor).GetAsync($"/ledger/proofs/{drafted}")).IsRefused(404, "not-in-ledger");
        (await newsroom.As("chi", Role.ChiefEditor).GetAsync($"/ledger/proofs/{drafted}")).Is(200);
    }

    private static Role? RoleOfOutsider(EndpointAccess permit) => permit.Roles.Except(StoryReaders.Roles).Cast<Role?>().FirstOrDefault();

    private Task<Answer> SendAsync(EndpointAccess permit, string story)
    {
        var person = newsroom.As("otto", RoleOfOutsider(permit)!.Value);
        var path = permit.Route.Replace("{storyId}", story, StringComparison.Ordinal).Replace("{passage}", "c1", StringComparison.Ordinal);
        path += path.EndsWith("/diff", StringComparison.Ordinal) ? "?from=1" : "";
        return permit.Method == "GET"
            ? person.GetAsync(path)
            : person.SendAsync(
                HttpMethod.Post,
                path,
                Encoding.UTF8.GetBytes(WithoutRole(permit.Example!)),
                "application/json",
                ("If-Match", "\"v1\"")
            );
    }

    private static string WithoutRole(string example)
    {
        var body = JsonNode.Parse(example)!.AsObject();
        body.Remove("as");
        return body.ToJsonString();
    }

    /// <summary>Returns a slug as problem details quote it; the slug of a confidential story can be the word "story".</summary>
    private static string Quoted(string slug) => $"\\u0022{slug}\\u0022";

    /// <summary>Returns status and body without what differs between two requests of one kind.</summary>
    private static string Normal(Answer answer, string story)
    {
        var body = answer.Text.Length == 0 ? [] : JsonNode.Parse(answer.Text)!.AsObject();
        body.Remove("traceId");
        return $"{answer.Status} {answer.ETag} {body.ToJsonString().Replace(story, "(story)", StringComparison.Ordinal)}";
    }
}
