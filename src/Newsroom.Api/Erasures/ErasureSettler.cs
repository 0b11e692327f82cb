using Marten;
using Newsroom.Api.EvidenceFiles;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Api.Ledger;
using Newsroom.Api.Operations.Projections;
using Newsroom.Api.Speakers;
using Newsroom.Domain.Erasures;
using Npgsql;

namespace Newsroom.Api.Erasures;

/// <summary>
/// Settles erasures. A projection may have read the erased words before the erasure and written them after it. Once every projection has
/// passed the erasure, the rows of the streams concerned are repaired, and PostgreSQL removes the old versions of rows. The content of
/// erased files is deleted at once.
/// </summary>
public sealed class ErasureSettler(
    MaintenanceDatabase maintenance,
    IDocumentStore store,
    NpgsqlDataSource database,
    ProjectionVerifier views,
    IEnumerable<IEventConsumer> consumers,
    IEvidenceStore files,
    TimeProvider clock
)
{
    private readonly string[] names = [.. consumers.Select(consumer => consumer.Name)];

    private const int MaxRepairs = 3;

    /// <summary>How long one attempt waits for projections; the message is retried after it.</summary>
    private static readonly TimeSpan ProjectionTimeout = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan PollingInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>Settles an erasure; returns at once where that was done before.</summary>
    /// <exception cref="ErasureNotSettledException">A projection has not passed the erasure, or still writes what was erased.</exception>
    public async Task SettleAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await IsPendingAsync(id, cancellationToken))
        {
            return;
        }

        await using var session = store.LightweightSession();
        var erasure = await session.LoadAsync<Erasure>(id, cancellationToken);
        var events = erasure?.Parts.Select(part => part.Event).Distinct().ToArray() ?? [];
        var streams = await StreamsAsync(events, cancellationToken);
        await DeleteFilesAsync(events, cancellationToken);
        await WaitForProjectionsAsync(id, cancellationToken);
        await RepairAsync(id, streams, cancellationToken);
        await VacuumAsync(cancellationToken);
        session.Delete<ErasureSettlement>(id);
        await session.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Waits until an erasure is settled.</summary>
    /// <returns>Whether it was settled in that time; otherwise the message is still retried.</returns>
    public async Task<bool> WaitUntilSettledAsync(Guid id, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        while (await IsPendingAsync(id, cancellationToken))
        {
            if (clock.GetElapsedTime(started) >= timeout)
            {
                return false;
            }

            await Task.Delay(PollingInterval, clock, cancellationToken);
        }

        return true;
    }

    /// <summary>Returns the projections that have not passed an erasure.</summary>
    public async Task<IReadOnlyList<string>> PendingProjectionsAsync(Guid id, CancellationToken cancellationToken)
    {
        const string sql = $"""
            select n.name from unnest($1::text[]) n(name)
            left join {MartenNames.Progression} p on p.name = n.name || '{MartenNames.AllShards}'
            where coalesce(p.last_seq_id, 0) < (select max(seq_id) from {MartenNames.Events} where stream_id = $2)
            """;
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = names });
        command.Parameters.Add(new() { Value = id });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var pending = new List<string>();
        while (await rows.ReadAsync(cancellationToken))
        {
            pending.Add(rows.GetString(0));
        }

        return pending;
    }

    private async Task WaitForProjectionsAsync(Guid id, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        while (await PendingProjectionsAsync(id, cancellationToken) is { Count: > 0 } pending)
        {
            if (clock.GetElapsedTime(started) >= ProjectionTimeout)
            {
                throw new ErasureNotSettledException(id, $"these projections have not passed it: {string.Join(", ", pending)}");
            }

            await Task.Delay(PollingInterval, clock, cancellationToken);
        }
    }

    private async Task RepairAsync(Guid id, IReadOnlyCollection<Guid> streams, CancellationToken cancellationToken)
    {
        for (var repair = 1; repair <= MaxRepairs; repair++)
        {
            if (await views.RepairAsync(streams, cancellationToken) == 0)
            {
                return;
            }
        }

        throw new ErasureNotSettledException(id, "rows of its streams differ again after they were repaired");
    }

    /// <summary>Removes old versions of the erased rows from the tables' files.</summary>
    private async Task VacuumAsync(CancellationToken cancellationToken)
    {
        await using var connection = await maintenance.OpenAsync(cancellationToken);
        await using var vacuum = new NpgsqlCommand($"vacuum {MartenNames.Events}, {LedgerTables.Salts}, {SourceKeys.Name}", connection);
        await vacuum.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<bool> IsPendingAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select exists (select from {ErasureSettlement.Table} where id = $1)");
        command.Parameters.Add(new() { Value = id });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Deletes the content of erased files. Their events are masked, so no request reads them any more.</summary>
    private async Task DeleteFilesAsync(Guid[] events, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            select distinct e.data ->> 'sha256' from {LedgerTables.Leaves} l join {MartenNames.Events} e on e.seq_id = l.sequence
            where l.event = any($1) and e.type = 'evidence_file_added'
            """
        );
        command.Parameters.Add(new() { Value = events });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            await files.DeleteAsync(rows.GetString(0), cancellationToken);
        }
    }

    private async Task<List<Guid>> StreamsAsync(Guid[] events, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            select distinct e.stream_id from {LedgerTables.Leaves} l join {MartenNames.Events} e on e.seq_id = l.sequence
            where l.event = any($1)
            """
        );
        command.Parameters.Add(new() { Value = events });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var streams = new List<Guid>();
        while (await rows.ReadAsync(cancellationToken))
        {
            streams.Add(rows.GetGuid(0));
        }

        return streams;
    }
}

/// <summary>An erasure cannot be settled yet; its message is retried.</summary>
/// <param name="erasure">The erasure.</param>
/// <param name="reason">What it waits for.</param>
public sealed class ErasureNotSettledException(Guid erasure, string reason) : Exception($"Erasure {erasure} is not settled: {reason}.");
