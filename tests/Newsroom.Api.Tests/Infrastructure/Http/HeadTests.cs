using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Infrastructure.Http;

/// <summary>HEAD is answered as GET without a body (RFC 9110, 9.3.2).</summary>
public sealed class HeadTests(HeadTests.NewsroomWithStory newsroom) : IClassFixture<HeadTests.NewsroomWithStory>
{
    private static readonly string[] Varying = ["Date", "Content-Length", "Transfer-Encoding"];

    public static TheoryData<string> Reads =>
        [.. Permissions.All.Where(p => p.IsRead).Select(p => p.Route), "/health/live", "/openapi/v1.json"];

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task HEAD_has_the_status_and_the_headers_of_GET(string route)
    {
        var path = PathOf(route, newsroom.Story);
        var permit = Permissions.All.FirstOrDefault(p => p.IsRead && p.Route == route);
        var reader = permit is { IsPublic: false } ? newsroom.As("header", permit.Roles[0]) : newsroom.Reader();
        var get = await reader.GetAsync(path);

        var head = await reader.SendAsync(HttpMethod.Head, path, null, null);

        head.Status.ShouldBe(get.Status, get.Text);
        head.Text.ShouldBeEmpty();
        HeadersOf(head).ShouldBe(HeadersOf(get));
    }

    [Fact]
    public async Task HEAD_needs_the_permission_of_GET()
    {
        (await newsroom.Reader().SendAsync(HttpMethod.Head, "/stories", null, null)).Is(401);
        (await newsroom.As("ed", Role.Editor).SendAsync(HttpMethod.Head, "/audit", null, null)).Is(403);
        (await newsroom.Reader().SendAsync(HttpMethod.Head, "/published/none", null, null)).Is(404);
    }

    private static string PathOf(string route, StoryDriver story)
    {
        var path = route
            .Replace("{storyId}", $"{story.Id}", StringComparison.Ordinal)
            .Replace("{eventId}", $"{story.Id}", StringComparison.Ordinal)
            .Replace("{desk}", "world", StringComparison.Ordinal)
            .Replace("{speaker}", "nobody", StringComparison.Ordinal)
            .Replace("{subscriber}", "nobody", StringComparison.Ordinal)
            .Replace("{slug}", "a-slug", StringComparison.Ordinal)
            .Replace("{format}", "html", StringComparison.Ordinal)
            .Replace("{level}", "0", StringComparison.Ordinal)
            .Replace("{index}", "x999/999", StringComparison.Ordinal)
            .Replace("{code}", "gates-failed", StringComparison.Ordinal);
        return path.EndsWith("/diff", StringComparison.Ordinal) ? $"{path}?from=1&to=1" : path;
    }

    private static IEnumerable<string> HeadersOf(Answer answer) =>
        answer.Headers.Where(h => !Varying.Contains(h.Key)).Select(h => $"{h.Key}: {h.Value}").Order(StringComparer.Ordinal);

    /// <summary>A host with a story.</summary>
    public sealed class NewsroomWithStory : Newsroom, IAsyncLifetime
    {
        /// <summary>The story.</summary>
        public StoryDriver Story { get; private set; } = null!;

        async ValueTask IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            Story = await StoryDriver.DraftedAsync(this, "Headed", "It rains.");
            await CatchUpAsync();
        }
    }
}
