using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Marten;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Erasures;
using Newsroom.Evidence.Bundles;
using Newsroom.Evidence.Replay;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Ledger;

/// <summary>Puts the evidence of a story together.</summary>
public sealed class BundleBuilder(
    NpgsqlDataSource database,
    IDocumentStore store,
    Checkpoints checkpoints,
    LedgerKeys keys,
    TimeProvider clock
)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>The bundle of a story as it stands.</summary>
    /// <param name="story">The story, which there is.</param>
    /// <param name="since">An earlier checkpoint of this ledger; null for none.</param>
    /// <param name="cancellationToken">The end of the request.</param>
    /// <returns>The files; null where the ledger has not caught up with the story for longer than one can wait.</returns>
    public async Task<ImmutableSortedDictionary<string, byte[]>?> MakeAsync(
        Guid story,
        SignedNote? since,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        Guid[] streams = [story, Record.StreamOf("refusals", story.ToString())];
        if (await SizeWithAsync(connection, streams, cancellationToken) is not { } size)
        {
            return null;
        }

        var note = (await checkpoints.CoveringAsync(size, cancellationToken))!;
        var checkpoint = Checkpoint.Parse(SignedNote.Parse(note).Text);
        var events = await EventsAsync(connection, streams, checkpoint.Size, cancellationToken);
        events.AddRange(await EventsAsync(connection, Beside(events), checkpoint.Size, cancellationToken));
        events.AddRange(await EventsAsync(connection, await ErasingAsync(events, cancellationToken), checkpoint.Size, cancellationToken));
        events.Sort((a, b) => a.Index.CompareTo(b.Index));
        var proofs = await ProofsAsync(connection, events, checkpoint.Size, cancellationToken);
        (string, ImmutableArray<MerkleHash>)? grown = since is null
            ? null
            : (since.ToString(), await GrownAsync(connection, Checkpoint.Parse(since.Text).Size, checkpoint.Size, cancellationToken));
        return Bundle.Of(story, events, proofs, note, keys.All, grown, clock.GetUtcNow(), cancellationToken);
    }

    /// <summary>How many leaves there are, once all events of these streams are among them.</summary>
    private static async Task<long?> SizeWithAsync(NpgsqlConnection connection, Guid[] streams, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Pause)
        {
            await using var command = new NpgsqlCommand(
                "select coalesce((select max(seq_id) from newsroom.mt_events where stream_id = any($1)), 0)",
                connection
            )
            {
                Parameters = { new() { Value = streams } },
            };
            var newest = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
            if (await LedgerLog.SizeAsync(connection, cancellationToken) is var (size, last) && last >= newest)
            {
                return size;
            }

            await Task.Delay(Pause, cancellationToken);
        }

        return null;
    }

    private static async Task<List<BundledEvent>> EventsAsync(
        NpgsqlConnection connection,
        IReadOnlyCollection<Guid> streams,
        long size,
        CancellationToken cancellationToken
    )
    {
        var events = new List<BundledEvent>();
        await foreach (var logged in LedgerEventReader.OfStreamsAsync(connection, streams, size, cancellationToken))
        {
            events.Add(new BundledEvent(logged.Index, logged.Event));
        }

        return events;
    }

    /// <summary>The streams beside the story that its history names: people, speakers, and the policies of its desks.</summary>
    private static HashSet<Guid> Beside(List<BundledEvent> events) =>
        [
            .. events
                .Select(e => e.Record.By)
                .OfType<string>()
                .Concat(Values(events, "checker"))
                .Concat(Values(events, "assignee"))
                .Concat(Authors(events))
                .Distinct()
                .Select(person => Record.StreamOf("person", person)),
            .. Values(events, "speaker").Select(speaker => Record.StreamOf("speaker", speaker)),
            .. Values(events, "desk").Select(desk => Record.StreamOf("policies", desk)),
        ];

    /// <summary>Returns the people from whose repositories words were imported.</summary>
    private static IEnumerable<string> Authors(List<BundledEvent> events) =>
        events
            .Select(e => e.Record.Data["origin"])
            .OfType<JsonObject>()
            .SelectMany(origin => (origin["authorship"]?["people"] as JsonArray ?? []).Prepend(origin["by"]))
            .OfType<JsonValue>()
            .Select(person => person.GetValue<string>());

    private static IEnumerable<string> Values(List<BundledEvent> events, string member) =>
        events
            .Select(e => e.Record.Data[member])
            .OfType<JsonValue>()
            .Select(value => value.TryGetValue<string>(out var text) ? text : null)
            .OfType<string>()
            .Distinct();

    /// <summary>The erasures that made something in these events unreadable.</summary>
    private async Task<HashSet<Guid>> ErasingAsync(List<BundledEvent> events, CancellationToken cancellationToken)
    {
        var hidden = events.SelectMany(e => e.Event.Hidden().Select(path => new ErasedPart(e.Record.Event, path))).ToHashSet();
        if (hidden.Count == 0)
        {
            return [];
        }

        await using var session = store.QuerySession();
        return
        [
            .. (await session.Query<Erasure>().Where(e => e.State == ErasureState.CarriedOut).ToListAsync(cancellationToken))
                .Where(e => e.Parts.Any(hidden.Contains))
                .Select(e => e.Id),
        ];
    }

    private static async Task<List<ImmutableArray<MerkleHash>>> ProofsAsync(
        NpgsqlConnection connection,
        List<BundledEvent> events,
        long size,
        CancellationToken cancellationToken
    )
    {
        var paths = events.Select(e => MerkleTree.InclusionRanges(e.Index, size)).ToList();
        var hashes = await LedgerLog.OverAsync(connection, [.. paths.SelectMany(p => p).Distinct()], cancellationToken);
        var byRange = paths.SelectMany(p => p).Distinct().Zip(hashes).ToDictionary(r => r.First, r => r.Second);
        return [.. paths.Select(path => path.Select(range => byRange[range]).ToImmutableArray())];
    }

    private static async Task<ImmutableArray<MerkleHash>> GrownAsync(
        NpgsqlConnection connection,
        long earlier,
        long size,
        CancellationToken cancellationToken
    ) =>
        earlier == 0 || earlier >= size
            ? []
            : await LedgerLog.OverAsync(connection, MerkleTree.ConsistencyRanges(earlier, size), cancellationToken);
}
