using Newsroom.Domain.Kernel;

namespace Newsroom.Benchmarks.Performance;

/// <summary>A kind of read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Raw">The kind of row that it is compared with.</param>
/// <param name="Ask">Sends one request.</param>
internal sealed record ReadLoad(string Name, string Raw, Func<Task> Ask);

/// <summary>Lists the measured reads, of stories made for them.</summary>
internal sealed class ReadLoads : IDisposable
{
    /// <summary>The number of published stories, and of stories on the board of a desk.</summary>
    public const int Stories = 64;

    private const string Desk = "reading";

    private readonly BenchClient reader;
    private readonly BenchClient staff;
    private readonly List<Guid> stories = [];
    private readonly List<string> slugs = [];

    private ReadLoads(ServedNewsroom newsroom) => (reader, staff) = (newsroom.Reader(), newsroom.Client("ida", Role.Auditor));

    /// <summary>Gets the reads.</summary>
    public IReadOnlyList<ReadLoad> All { get; private set; } = [];

    /// <summary>Creates the stories and the reads.</summary>
    public static async Task<ReadLoads> OfAsync(ServedNewsroom newsroom)
    {
        var loads = new ReadLoads(newsroom);
        await loads.CreateStoriesAsync(newsroom);
        var (stories, slugs, staff, reader) = (loads.stories, loads.slugs, loads.staff, loads.reader);
        var versions = await Task.WhenAll(stories.Select(async s => (await staff.JsonAsync($"/stories/{s}"))["version"]!.GetValue<long>()));
        var (storyTags, pageTags) = (
            await Task.WhenAll(stories.Select(s => staff.ReadAsync($"/stories/{s}"))),
            await Task.WhenAll(slugs.Select(s => reader.ReadAsync($"/published/{s}")))
        );
        loads.All =
        [
            new("story", "story", () => staff.ReadAsync($"/stories/{loads.One}")),
            new("story, 304", "story", () => At(at => staff.ReadAsync($"/stories/{stories[at]}", storyTags[at]))),
            new("published page, JSON", "published", () => At(at => reader.ReadAsync($"/published/{slugs[at]}"))),
            new("published page, 304", "published", () => At(at => reader.ReadAsync($"/published/{slugs[at]}", pageTags[at]))),
            .. FormatsOf(loads),
            new("gates", "story", () => staff.ReadAsync($"/stories/{loads.One}/gates")),
            new("history", "story", () => staff.ReadAsync($"/stories/{loads.One}/history")),
            new("a version (time travel)", "story", () =>
                At(at => staff.ReadAsync($"/stories/{stories[at]}?version={Random.Shared.NextInt64(1, versions[at])}"))
            ),
            new("board", "story", () => staff.ReadAsync($"/desks/{Desk}/board")),
            new("queue", "story", () => staff.ReadAsync($"/fact-checks/queue?desk={Desk}&limit=50")),
            new("audit page", "story", () => staff.ReadAsync("/audit?limit=50")),
        ];
        return loads;
    }

    /// <summary>Reads one row through the same Kestrel.</summary>
    public Task RawAsync(string kind) => reader.ReadAsync($"/raw/{kind}/{One}");

    /// <inheritdoc/>
    public void Dispose()
    {
        reader.Dispose();
        staff.Dispose();
    }

    private static IEnumerable<ReadLoad> FormatsOf(ReadLoads loads)
    {
        foreach (var extension in new[] { "html", "ninjs", "newsml", "jsonld", "md" })
        {
            yield return new($"published page, {extension}", "published", () =>
                At(at => loads.reader.ReadAsync($"/published/{loads.slugs[at]}.{extension}"))
            );
        }

        foreach (var feed in new[] { "atom", "rss", "json" })
        {
            yield return new($"feed of 50, {feed}", "published", () => loads.reader.ReadAsync($"/published/feed.{feed}"));
        }
    }

    private Guid One => stories[Random.Shared.Next(Stories)];

    private static Task At(Func<int, Task> ask) => ask(Random.Shared.Next(Stories));

    private async Task CreateStoriesAsync(ServedNewsroom newsroom)
    {
        using var admin = newsroom.Client("jonas", Role.Admin);
        using var editor = newsroom.Client("ana", Role.Editor);
        using var publisher = newsroom.Client("magnus", Role.Publisher);
        await admin.SendAsync(HttpMethod.Put, $"/desks/{Desk}", """{"name":"A desk that is read","language":"en"}""");
        for (var story = 0; story < Stories; story++)
        {
            // One on the board with a claim in the queue, and a published one.
            await editor.CommandAsync(
                $"/stories/{await SampleStories.DraftAsync(editor, desk: Desk)}/flag-claim",
                new { words = SampleStories.Claim(0) },
                1
            );
            var (id, version) = await SampleStories.ReadyAsync(newsroom);
            await publisher.CommandAsync($"/stories/{id}/publish", "{}"u8.ToArray(), version);
            stories.Add(id);
            slugs.Add((await publisher.JsonAsync($"/stories/{id}"))["slug"]!.GetValue<string>());
        }

        await newsroom.CatchUpAsync();
        await newsroom.RunAsync("analyze");
    }
}
