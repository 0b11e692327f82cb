using Newsroom.Client.Http;
using Newsroom.Client.Worklists;
using static Newsroom.Client.Tests.StubServer;

namespace Newsroom.Client.Tests.Http;

public class PageRequestTests
{
    private readonly StubServer server = new StubServer()
        .Respond($"[{Card("one")}, {Card("two")}]", headers: ("Link", "</stories?limit=200&after=a%2Bc>; rel=\"next\""))
        .Respond($"[{Card("three")}]");

    [Fact]
    public async Task All_pages_are_read_in_order()
    {
        var slugs = new List<string>();
        await foreach (var card in server.Connect().Worklists.FindAllStoriesAsync(new StoryQuery(Desk: "town"), Cancellation))
        {
            slugs.Add(card.Slug);
        }

        slugs.ShouldBe(["one", "two", "three"]);
        server
            .Requests.Select(r => r.RequestUri!.PathAndQuery)
            .ShouldBe(["/stories?desk=town&limit=200", "/stories?desk=town&after=a%2Bc&limit=200"]);
    }

    [Fact]
    public async Task A_further_page_is_requested_only_when_it_is_enumerated()
    {
        var first = await server.Connect().Worklists.FindAllStoriesAsync(cancellationToken: Cancellation).FirstAsync(Cancellation);
        first.Slug.ShouldBe("one");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task One_page_names_the_cursor_of_the_next()
    {
        var page = await server.Connect().Worklists.FindStoriesAsync(null, new PageRequest(Limit: 2), Cancellation);

        page.Next.ShouldBe("a+c");
        page.Value.Items.Count.ShouldBe(2);
    }

    private static string Card(string slug) =>
        $$"""
            {
                "id": "0199f0a2-5c1b-7d3e-9a4f-1234567890ab", "version": 3, "slug": "{{slug}}", "headline": "", "desk": "town",
                "stage": "drafting", "ready": false, "edition": 0, "blockers": [], "stageSince": "2026-03-12T09:00:00Z",
                "changedAt": "2026-03-12T09:00:00Z"
            }
            """;
}
