using System.Data;
using System.Runtime.CompilerServices;
using JasperFx.Events;
using Marten;
using Newsroom.Api.Desks;
using Newsroom.Domain.Desks;
using Npgsql;

namespace Newsroom.Api.Rebuilding;

/// <summary>
/// Compares every view with what the events say it should be, stream by stream, and where it is asked to puts right what differs. Nothing is
/// emptied meanwhile and nobody waits: comparing looks at one snapshot of the database, and putting right holds a hundred streams at most, for as long as some commands would.
/// </summary>
public sealed class ViewWalk(IDocumentStore store, NpgsqlDataSource database)
{
    private const int StreamsAtOnce = 100;
    private const int MostAttempts = 5;

    /// <summary>Walks over everything.</summary>
    /// <param name="repair">Whether what differs is put right.</param>
    /// <param name="cancel">The end of the walk.</param>
    /// <returns>How far it has come, again and again; the last one is its result.</returns>
    public async IAsyncEnumerable<ViewReport> Walk(bool repair, [EnumeratorCancellation] CancellationToken cancel)
    {
        var report = new ViewReport(0, await CountStreams(cancel), repair, ExpectedViews.Documents.Select(d => d.Name).Concat(["audit", "words"]).ToDictionary(name => name, _ => new ViewFindings()));
        for (var last = Guid.Empty; ;)
        {
            var streams = await StreamsAfter(last, cancel);
            if (streams.Length == 0)
            {
                break;
            }

            var wrong = await Compare(streams, report, cancel);
            if (repair && wrong.Count > 0)
            {
                await Repair(wrong, cancel);
            }

            last = streams[^1];
            yield return report = report with { Streams = report.Streams + streams.Length };
        }

        await Orphans(report, cancel);
        yield return report with { IsDone = true };
    }

    /// <summary>The streams of which some view has something else than it should.</summary>
    private async Task<List<Guid>> Compare(Guid[] streams, ViewReport report, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        var (expected, owners) = await Expect(snapshot, streams, cancel);
        var wrong = new HashSet<Guid>();
        foreach (var view in ExpectedViews.Documents)
        {
            var different = await view.Different(connection, store, expected[view], cancel);
            var extra = await view.Extra(connection, store, expected.CaughtUp(view, streams), expected[view], cancel);
            report.Views[view.Name].Add(expected[view].Count, different.Concat(extra));
            wrong.UnionWith(different.Select(key => owners[(view.Name, key)]));
            wrong.UnionWith(extra.Select(OwnerOf).Where(streams.Contains));
        }

        var audited = await AuditView.Different(connection, expected.Audit, cancel);
        report.Views["audit"].Add(expected.Audit.Count, audited.Select(s => $"{s}"));
        wrong.UnionWith(audited.Select(s => owners[("audit", $"{s}")]));
        var reworded = await WordsView.Different(connection, expected.Words, cancel);
        report.Views["words"].Add(expected.Words.Count, reworded.Select(s => $"{s}"));
        wrong.UnionWith(reworded);
        return [.. wrong];
    }

    /// <summary>Writes what some streams should have, while no command can change them.</summary>
    public async Task Repair(IReadOnlyCollection<Guid> streams, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(cancel);
                await using var transaction = await connection.BeginTransactionAsync(cancel);
                await Repair(streams, transaction, cancel);
                await transaction.CommitAsync(cancel);
                return;
            }
            catch (PostgresException collision) when (attempt < MostAttempts && collision.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation)
            {
                // A view that follows wrote the same rows at the same time: look again.
            }
        }
    }

    /// <summary>Writes what some streams should have, in a transaction that stays its owner's to commit.</summary>
    public async Task Repair(IReadOnlyCollection<Guid> streams, NpgsqlTransaction transaction, CancellationToken cancel)
    {
        var (connection, held) = (transaction.Connection!, streams.ToArray());
        await using (var hold = new NpgsqlCommand("select from newsroom.mt_streams where id = any($1) order by id for update", connection) { Parameters = { new() { Value = held } } })
        {
            await hold.ExecuteNonQueryAsync(cancel);
        }

        var (expected, _) = await Expect(transaction, held, cancel);
        foreach (var view in ExpectedViews.Documents)
        {
            var different = await view.Different(connection, store, expected[view], cancel);
            await view.Write(connection, store, [.. expected[view].IntersectBy(different, row => row.Id)], cancel);
            await view.Delete(connection, store, await view.Extra(connection, store, expected.CaughtUp(view, held), expected[view], cancel), cancel);
        }

        await AuditView.Write(connection, expected.Audit, cancel);
        await WordsView.Write(connection, expected.Words, cancel);
    }

    private async Task<(ExpectedViews Expected, Dictionary<(string View, string Key), Guid> Owners)> Expect(NpgsqlTransaction transaction, Guid[] streams, CancellationToken cancel)
    {
        await using var session = store.QuerySession(Marten.Services.SessionOptions.ForTransaction(transaction));
        var progress = await ProgressIn(transaction.Connection!, cancel);
        var policies = await session.Query<DeskPolicies>().ToListAsync(cancel);
        var events = await session.Events.QueryAllRawEvents().Where(e => e.StreamId.IsOneOf(streams)).OrderBy(e => e.Sequence).ToListAsync(cancel);
        var expected = new ExpectedViews(store, progress, policies);
        var owners = new Dictionary<(string, string), Guid>();
        foreach (var stream in events.GroupBy(e => e.StreamId))
        {
            var (before, audited) = (ExpectedViews.Documents.ToDictionary(d => d, d => expected[d].Count), expected.Audit.Count);
            expected.Add(stream.Key, [.. stream]);
            foreach (var view in ExpectedViews.Documents)
            {
                foreach (var row in expected[view].Skip(before[view]))
                {
                    owners[(view.Name, row.Id)] = stream.Key;
                }
            }

            foreach (var row in expected.Audit.Skip(audited))
            {
                owners[("audit", $"{row.Sequence}")] = stream.Key;
            }
        }

        return (expected, owners);
    }

    private static async Task<Progress> ProgressIn(NpgsqlConnection connection, CancellationToken cancel)
    {
        const string sql = """
            select coalesce(max(last_seq_id) filter (where name = 'worklists:All'), 0), coalesce(max(last_seq_id) filter (where name = 'keyframes:All'), 0), coalesce(max(last_seq_id) filter (where name = 'audit:All'), 0),
                (select coalesce(max(e.seq_id), 0) from newsroom.mt_doc_deskpolicies p join newsroom.mt_events e on e.stream_id = p.id)
            from newsroom.mt_event_progression
            """;
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        return new Progress(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3));
    }

    /// <summary>Rows of streams there are none of.</summary>
    private async Task Orphans(ViewReport report, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        foreach (var view in ExpectedViews.Documents)
        {
            var orphans = await view.Orphans(connection, store, cancel);
            report.Views[view.Name].Add(0, orphans);
            if (report.Repairs)
            {
                await view.Delete(connection, store, orphans, cancel);
            }
        }

        report.Views["words"].Add(0, (await WordsView.Orphans(connection, report.Repairs, cancel)).Select(s => $"{s}"));
        report.Views["audit"].Add(0, (await AuditView.Orphans(connection, report.Repairs, cancel)).Select(s => $"{s}"));
    }

    private async Task<int> CountStreams(CancellationToken cancel)
    {
        await using var count = database.CreateCommand("select count(*)::int from newsroom.mt_streams");
        return (int)(await count.ExecuteScalarAsync(cancel))!;
    }

    private async Task<Guid[]> StreamsAfter(Guid last, CancellationToken cancel)
    {
        await using var command = database.CreateCommand($"select id from newsroom.mt_streams where id > $1 order by id limit {StreamsAtOnce}");
        command.Parameters.Add(new() { Value = last });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var streams = new List<Guid>();
        while (await reader.ReadAsync(cancel))
        {
            streams.Add(reader.GetGuid(0));
        }

        return [.. streams];
    }

    /// <summary>The story that a row names in its key: a story's id, or one followed by a passage or a version.</summary>
    private static Guid OwnerOf(string key) => Guid.TryParse(key.Length > 36 && key[36] == '/' ? key[..36] : key.Length > 32 && key[32] == '-' ? key[..32] : key, out var id) ? id : Guid.Empty;
}
