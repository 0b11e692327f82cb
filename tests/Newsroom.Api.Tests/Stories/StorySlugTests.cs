using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Stories;

/// <summary>A request names a story by its id or by its slug.</summary>
public sealed class StorySlugTests(Newsroom newsroom) : IDisposable
{
    private readonly StatementTrace statements = new();

    public static TheoryData<string> Reads =>
        [
            .. Permissions
                .All.Where(p => p.IsRead && p.Route.StartsWith("/stories/{storyId}", StringComparison.Ordinal))
                .Select(p => p.Route),
        ];

    public void Dispose() => statements.Dispose();

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task Every_read_of_a_story_accepts_its_slug(string route)
    {
        var story = await StoryDriver.DraftedAsync(newsroom, $"Slugged {Guid.NewGuid():N}", "It rains.");
        await newsroom.CatchUpAsync();
        var reader = newsroom.As("reading", Permissions.Of("GET", route).Roles[0]);
        var query = route.EndsWith("/diff", StringComparison.Ordinal) ? "?from=1" : "";

        var bySlug = await reader.GetAsync(route.Replace("{storyId}", story.Slug, StringComparison.Ordinal) + query);
        var byId = await reader.GetAsync(route.Replace("{storyId}", $"{story.Id}", StringComparison.Ordinal) + query);

        bySlug.Status.ShouldBe(byId.Status);
        bySlug.ETag.ShouldBe(byId.ETag);
        (await reader.GetAsync(route.Replace("{storyId}", "no-such-story", StringComparison.Ordinal) + query)).IsRefused(
            404,
            "unknown-story"
        );
    }

    [Fact]
    public async Task A_command_and_the_audit_trail_accept_a_slug()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, $"Commanded {Guid.NewGuid():N}", "It rains.");
        var ed = newsroom.As("ed", Role.Editor);
        (await ed.PostAsync($"/stories/{story.Slug}/revise-article", new { body = "It snows." }, basedOn: 1)).Is(200);
        (await story.VersionAsync()).ShouldBe(2);
        (await ed.PostAsync("/stories/no-such-story/revise-article", new { body = "It snows." }, basedOn: 1)).IsRefused(
            404,
            "unknown-story"
        );

        await newsroom.CatchUpAsync();
        var ida = newsroom.As("ida", Role.Auditor);
        var trail = (await ida.GetAsync($"/audit?story={story.Slug}")).Is(200);
        trail.Json.AsArray().Count.ShouldBe(2);
        (await ida.GetAsync("/audit?story=no-such-story")).IsRefused(404, "unknown-story");
        (await ida.GetAsync($"/audit.csv?story={story.Slug}")).Is(200).Text.ShouldContain($"{story.Id}");
    }

    [Fact]
    public async Task A_slug_takes_one_query_more_and_an_id_none()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, $"Counted {Guid.NewGuid():N}", "It rains.");
        await StatementsOfAsync($"/stories/{story.Id}/history");
        var byId = await StatementsOfAsync($"/stories/{story.Id}/history");
        (await StatementsOfAsync($"/stories/{story.Slug}/history")).ShouldBe(byId + 1);
    }

    private async Task<int> StatementsOfAsync(string path)
    {
        var (trace, header) = StatementTrace.Begin();
        (await newsroom.As("ed", Role.Editor).SendAsync(HttpMethod.Get, path, null, null, header)).Is(200);
        return statements.Of(trace).Count;
    }
}
