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
    private readonly ServedNewsroom _newsroom;
    private readonly Dictionary<Role, BenchClient[]> _people;
    private readonly List<Revised> _revised = [];
    private readonly ConcurrentQueue<Marked> _toMark = new();
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _toCheck = new();
    private readonly ConcurrentQueue<(string Path, long Version)> _toPublish = new();

    public CommandLoads(ServedNewsroom newsroom, int clients)
    {
        _newsroom = newsroom;
        _people = new[] { Role.Editor, Role.FactChecker, Role.Publisher }.ToDictionary(
            role => role,
            role => Enumerable.Range(0, clients).Select(_ => newsroom.Client(role.ToKebabCase(), role)).ToArray()
        );
        All =
        [
            new("draft-article", (_, _) => Task.CompletedTask, Draft),
            new("revise-article", PrepareRevisions, Revise),
            new("attribute-quote", PrepareMarks, Attribute),
            new("fact-check", PrepareChecks, Check),
            new("publish", PreparePublications, Publish),
        ];
    }

    public IReadOnlyList<CommandLoad> All { get; }

    /// <inheritdoc/>
    public void Dispose() => _people.Values.SelectMany(c => c).ToList().ForEach(c => c.Dispose());

    private async Task Draft(int client) =>
        await _people[Role.Editor]
            [client]
            .Command(
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

    private async Task PrepareRevisions(int clients, int _)
    {
        while (_revised.Count < clients)
        {
            _revised.Add(new Revised(await Drafted()));
        }
    }

    private async Task Revise(int client)
    {
        var story = _revised[client];
        story.Version = await _people[Role.Editor]
            [client]
            .Command(
                $"/stories/{story.Id}/revise-article",
                JsonSerializer.SerializeToUtf8Bytes(new { body = SampleStories.Body(++story.Revision) }),
                story.Version
            );
    }

    private Task PrepareMarks(int clients, int times) =>
        Many(
            (times + SampleStories.Passages - 1) / SampleStories.Passages + clients,
            async () => _toMark.Enqueue(new Marked(await Drafted()))
        );

    // A story is used by one client at a time and returned with its next quotation.
    private async Task Attribute(int client)
    {
        var story = _toMark.TryDequeue(out var next) ? next : throw new InvalidOperationException("Not enough stories were prepared.");
        story.Version = await _people[Role.Editor]
            [client]
            .Command(
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
            _toMark.Enqueue(story);
        }
    }

    private async Task PrepareChecks(int _, int times)
    {
        using var eve = _newsroom.Client("eve", Role.Editor);
        var claims = new ConcurrentBag<(string, byte[])>();
        await Many(
            (times + SampleStories.Passages - 1) / SampleStories.Passages,
            async () =>
            {
                var (story, version) = (await SampleStories.Draft(eve), 1L);
                for (var at = 0; at < SampleStories.Passages; at++)
                {
                    JsonNode answer;
                    (version, answer) = await eve.Command($"/stories/{story}/flag-claim", new { words = SampleStories.Claim(at) }, version);
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
            _toCheck.Enqueue(claim);
        }
    }

    private async Task Check(int client)
    {
        var (path, body) = _toCheck.TryDequeue(out var next)
            ? next
            : throw new InvalidOperationException("Not enough claims " + "were prepared.");
        await _people[Role.FactChecker][client].Command(path, body);
    }

    private Task PreparePublications(int _, int times) =>
        Many(
            times,
            async () =>
            {
                var (story, version) = await SampleStories.Ready(_newsroom, quotations: 2);
                _toPublish.Enqueue(($"/stories/{story}/publish", version));
            }
        );

    private async Task Publish(int client)
    {
        var (path, version) = _toPublish.TryDequeue(out var next)
            ? next
            : throw new InvalidOperationException("Not enough stories were prepared.");
        await _people[Role.Publisher][client].Command(path, "{}"u8.ToArray(), version);
    }

    private async Task<Guid> Drafted() => await SampleStories.Draft(_people[Role.Editor][0]);

    private static Task Many(int times, Func<Task> make) =>
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
