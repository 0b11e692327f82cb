using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Marten;
using Newsroom.Api.EvidenceFiles;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Erasures;
using Newsroom.Domain.EvidenceFiles;
using Newsroom.Evidence.Bundles;
using Newsroom.Evidence.Replay;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Ledger;

/// <summary>Builds the evidence of a story.</summary>
public sealed class BundleBuilder(
    NpgsqlDataSource database,
    IDocumentStore store,
    Checkpoints checkpoints,
    LedgerKeys keys,
    IEvidenceStore evidence,
    TimeProvider clock
)
{
    private const long MaxCopiedBytes = 256L << 20;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PollingInterval = TimeSpan.FromMilliseconds(20);

    /// <summary>Builds the bundle of a story as it is now.</summary>
    /// <param name="story">The story. It exists.</param>
    /// <param name="since">An earlier checkpoint of this ledger; null for none.</param>
    /// <param name="withFiles">Whether it has the files of evidence that are not confidential.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The files; null if the ledger did not reach the story in 10 seconds.</returns>
    public async Task<ImmutableSortedDictionary<string, byte[]>?> BuildAsync(
        Guid story,
        SignedNote? since,
        bool withFiles,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        Guid[] streams = [story, StreamIds.Of("refusals", story.ToString())];
        if (await SizeIncludingAsync(connection, streams, cancellationToken) is not { } size)
        {
            return null;
        }

        var note = (await checkpoints.GetCoveringAsync(size, cancellationToken))!;
        var checkpoint = Checkpoint.Parse(SignedNote.Parse(note).Text);
        var events = await EventsAsync(connection, streams, checkpoint.Size, cancellationToken);
        events.AddRange(await EventsAsync(connection, ReferencedStreams(events), checkpoint.Size, cancellationToken));
        events.AddRange(
            await EventsAsync(connection, await ErasureStreamsAsync(events, cancellationToken), checkpoint.Size, cancellationToken)
        );
        events.Sort((a, b) => a.Index.CompareTo(b.Index));
        var proofs = await ProofsAsync(connection, events, checkpoint.Size, cancellationToken);
        (string, ImmutableArray<MerkleHash>)? grown = since is null
            ? null
            : (
                since.ToString(),
                await ConsistencyProofAsync(connection, Checkpoint.Parse(since.Text).Size, checkpoint.Size, cancellationToken)
            );
        var copies = withFiles ? await CopiesAsync(events, cancellationToken) : [];
        return Bundle.Of(story, events, proofs, note, keys.All, grown, clock.GetUtcNow(), copies, cancellationToken);
    }

    /// <summary>Returns the number of leaves once they include all events of these streams; null if that takes too long.</summary>
    private async Task<long?> SizeIncludingAsync(NpgsqlConnection connection, Guid[] streams, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        while (clock.GetElapsedTime(started) < Timeout)
        {
            await using var command = new NpgsqlCommand(
                $"select coalesce((select max(seq_id) from {MartenNames.Events} where stream_id = any($1)), 0)",
                connection
            )
            {
                Parameters = { new() { Value = streams } },
            };
            var newest = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
            if (await LedgerLog.ReadSizeAsync(connection, cancellationToken) is var (size, last) && last >= newest)
            {
                return size;
            }

            await Task.Delay(PollingInterval, clock, cancellationToken);
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
        await foreach (var logged in LedgerEventReader.ReadStreamsAsync(connection, streams, size, cancellationToken))
        {
            events.Add(new BundledEvent(logged.Index, logged.Event));
        }

        return events;
    }

    /// <summary>Returns the other streams that the story's history names: people, speakers, and the policies of its desks.</summary>
    private static HashSet<Guid> ReferencedStreams(List<BundledEvent> events) =>
        [
            .. events
                .Select(e => e.Record.By)
                .OfType<string>()
                .Concat(Values(events, "checker"))
                .Concat(Values(events, "assignee"))
                .Concat(Authors(events))
                .Distinct()
                .Select(person => StreamIds.Of("person", person)),
            .. Values(events, "speaker").Select(speaker => StreamIds.Of("speaker", speaker)),
            .. Values(events, "desk").Select(desk => StreamIds.Of("policies", desk)),
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

    /// <summary>Reads the stored copies of the evidence, by digest. A confidential file is left out: each read of it is recorded.</summary>
    private async Task<Dictionary<string, byte[]>> CopiesAsync(List<BundledEvent> events, CancellationToken cancellationToken)
    {
        var digests = Bundle.CopiesNamedIn(events).ToArray();
        await using var session = store.QuerySession();
        var files = await session.LoadManyAsync<EvidenceFile>(cancellationToken, digests);
        var (copies, size) = (new Dictionary<string, byte[]>(), 0L);
        foreach (var file in files.Where(f => f is { Confidential: false, IsErased: false }).OrderBy(f => f.Bytes))
        {
            size += file.Bytes;
            if (size <= MaxCopiedBytes && await evidence.OpenAsync(file.Id, cancellationToken) is { } content)
            {
                await using (content)
                {
                    using var copy = new MemoryStream();
                    await content.CopyToAsync(copy, cancellationToken);
                    copies.Add(file.Id, copy.ToArray());
                }
            }
        }

        return copies;
    }

    /// <summary>The erasures that made something in these events unreadable.</summary>
    private async Task<HashSet<Guid>> ErasureStreamsAsync(List<BundledEvent> events, CancellationToken cancellationToken)
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
        var hashes = await LedgerLog.ComputeHashesAsync(connection, [.. paths.SelectMany(p => p).Distinct()], cancellationToken);
        var byRange = paths.SelectMany(p => p).Distinct().Zip(hashes).ToDictionary(r => r.First, r => r.Second);
        return [.. paths.Select(path => path.Select(range => byRange[range]).ToImmutableArray())];
    }

    private static async Task<ImmutableArray<MerkleHash>> ConsistencyProofAsync(
        NpgsqlConnection connection,
        long earlier,
        long size,
        CancellationToken cancellationToken
    ) =>
        earlier == 0 || earlier >= size
            ? []
            : await LedgerLog.ComputeHashesAsync(connection, MerkleTree.ConsistencyRanges(earlier, size), cancellationToken);
}
