using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;

namespace Newsroom.Benchmarks.Performance;

/// <summary>A kind of command, with stories to send it to.</summary>
/// <param name="Name">The command's name.</param>
/// <param name="Prepare">Prepares a number of requests for a number of clients; not measured.</param>
/// <param name="Ask">Sends one request of a client.</param>
internal sealed record CommandLoad(string Name, Func<int, int, Task> Prepare, Func<int, Task> Ask);

/// <summary>Lists the measured commands. Each client works on its own stories.</summary>
internal sealed class CommandLoads : IDisposable
{
    private readonly ServedNewsroom newsroom;
    private readonly Dictionary<Role, BenchClient[]> people;
    private readonly List<Revised> revised = [];
    private readonly ConcurrentQueue<Marked> toMark = new();
    private readonly ConcurrentQueue<(string Path, byte[] Body)> toCheck = new();
    private readonly ConcurrentQueue<(string Path, long Version)> toPublish = new();

    public CommandLoads(ServedNewsroom newsroom, int clients)
    {
        this.newsroom = newsroom;
        people = new[] { Role.Editor, Role.FactChecker, Role.Publisher }.ToDictionary(
            role => role,
            role => Enumerable.Range(0, clients).Select(_ => newsroom.Client(role.ToKebabCase(), role)).ToArray()
        );
        All =
        [
            new("draft-article", (_, _) => Task.CompletedTask, DraftAsync),
            new("revise-article", PrepareRevisionsAsync, ReviseAsync),
            new("attribute-quote", PrepareMarksAsync, AttributeAsync),
            new("fact-check", PrepareChecksAsync, CheckAsync),
            new("publish", PreparePublicationsAsync, PublishAsync),
        ];
    }

    public IReadOnlyList<CommandLoad> All { get; }

    /// <inheritdoc/>
    public void Dispose() => people.Values.SelectMany(c => c).ToList().ForEach(c => c.Dispose());

    private async Task DraftAsync(int client) =>
        await people[Role.Editor]
            [client]
            .CommandAsync(
                "/stories/draft-article",
                JsonSerializer.SerializeToUtf8Bytes(
                    new
                    {
                        desk = "town",
                        headline = $"Story {Guid.NewGuid():N}",
                        body = SampleStories.Body(),
                        byline = "Ana",
                    }
                )
            );

    private async Task PrepareRevisionsAsync(int clients, int _)
    {
        while (revised.Count < clients)
        {
            revised.Add(new Revised(await DraftedAsync()));
        }
    }

    private async Task ReviseAsync(int client)
    {
        var story = revised[client];
        story.Version = await people[Role.Editor]
            [client]
            .CommandAsync(
                $"/stories/{story.Id}/revise-article",
                JsonSerializer.SerializeToUtf8Bytes(new { body = SampleStories.Body(++story.Revision) }),
                story.Version
            );
    }

    private Task PrepareMarksAsync(int clients, int times) =>
        ManyAsync(
            (times + SampleStories.Passages - 1) / SampleStories.Passages + clients,
            async () => toMark.Enqueue(new Marked(await DraftedAsync()))
        );

    // A story is used by one client at a time and returned with its next quotation.
    private async Task AttributeAsync(int client)
    {
        var story = toMark.TryDequeue(out var next) ? next : throw new InvalidOperationException("Not enough stories were prepared.");
        story.Version = await people[Role.Editor]
            [client]
            .CommandAsync(
                $"/stories/{story.Id}/attribute-quote",
                JsonSerializer.SerializeToUtf8Bytes(
                    new
                    {
                        words = SampleStories.Quotation(story.Quotes),
                        speaker = "harbour-master",
                        attribution = "said the harbour master",
                    }
                ),
                story.Version
            );
        if (++story.Quotes < SampleStories.Passages)
        {
            toMark.Enqueue(story);
        }
    }

    private async Task PrepareChecksAsync(int _, int times)
    {
        using var eve = newsroom.Client("eve", Role.Editor);
        var claims = new ConcurrentBag<(string, byte[])>();
        await ManyAsync(
            (times + SampleStories.Passages - 1) / SampleStories.Passages,
            async () =>
            {
                var (story, version) = (await SampleStories.DraftAsync(eve), 1L);
                for (var at = 0; at < SampleStories.Passages; at++)
                {
                    JsonNode answer;
                    (version, answer) = await eve.CommandAsync(
                        $"/stories/{story}/flag-claim",
                        new { words = SampleStories.Claim(at) },
                        version
                    );
                    claims.Add(
                        (
                            $"/stories/{story}/fact-check",
                            JsonSerializer.SerializeToUtf8Bytes(
                                SampleStories.Check($"c{at + 1}", answer["events"]![0]!["data"]!["fingerprint"]!.GetValue<string>())
                            )
                        )
                    );
                }
            }
        );
        foreach (var claim in claims.OrderBy(_ => Random.Shared.Next()))
        {
            toCheck.Enqueue(claim);
        }
    }

    private async Task CheckAsync(int client)
    {
        var (path, body) = toCheck.TryDequeue(out var next)
            ? next
            : throw new InvalidOperationException("Not enough claims " + "were prepared.");
        await people[Role.FactChecker][client].CommandAsync(path, body);
    }

    private Task PreparePublicationsAsync(int _, int times) =>
        ManyAsync(
            times,
            async () =>
            {
                var (story, version) = await SampleStories.ReadyAsync(newsroom, quotations: 2);
                toPublish.Enqueue(($"/stories/{story}/publish", version));
            }
        );

    private async Task PublishAsync(int client)
    {
        var (path, version) = toPublish.TryDequeue(out var next)
            ? next
            : throw new InvalidOperationException("Not enough stories were prepared.");
        await people[Role.Publisher][client].CommandAsync(path, "{}"u8.ToArray(), version);
    }

    private async Task<Guid> DraftedAsync() => await SampleStories.DraftAsync(people[Role.Editor][0]);

    private static Task ManyAsync(int times, Func<Task> make) =>
        Parallel.ForEachAsync(Enumerable.Range(0, times), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, _) => await make());

    private sealed class Revised(Guid id)
    {
        public Guid Id => id;

        public long Version { get; set; } = 1;

        public int Revision { get; set; }
    }

    private sealed class Marked(Guid id)
    {
        public Guid Id => id;

        public long Version { get; set; } = 1;

        public int Quotes { get; set; }
    }
}
