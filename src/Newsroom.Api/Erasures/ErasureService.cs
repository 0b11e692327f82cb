using Marten;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Idempotency;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Ledger;
using Newsroom.Api.Operations.Projections;
using Newsroom.Api.Refusals;
using Newsroom.Api.Speakers;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Erasures;
using Newsroom.Domain.Kernel;
using Newsroom.Evidence.Records;
using Newsroom.Ledger;
using Npgsql;
using Wolverine.RDBMS;
using Wolverine.Runtime;

namespace Newsroom.Api.Erasures;

/// <summary>
/// Decides on erasures, and carries them out as the database's owner. One transaction removes words, salts and keys, repairs the
/// projections, appends the event, and stores the message that settles the erasure (<see cref="SettleErasure"/>).
/// </summary>
public sealed class ErasureService(
    MaintenanceDatabase maintenance,
    IDocumentStore store,
    ProjectionVerifier views,
    ErasureSettler settler,
    IWolverineRuntime messaging,
    CallingActor caller,
    RefusalLog refusals,
    CommandIdempotency idempotency,
    NpgsqlDataSource database,
    TimeProvider clock
)
{
    // Less than the time limit of a request.
    private static readonly TimeSpan SettleTimeout = TimeSpan.FromSeconds(20);

    /// <summary>Requests an erasure.</summary>
    public Task<IResult> RequestAsync(RequestErasure command, CancellationToken cancellationToken) =>
        TransientRetry.RunAsync(() => RequestOnceAsync(command, cancellationToken), clock, cancellationToken);

    private async Task<IResult> RequestOnceAsync(RequestErasure command, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var session = store.RecordingSession(caller.Actor, ConfigurationCatalog.RequestErasure.Name, transaction);
        if (await idempotency.ReplayAsync(session, command, cancellationToken) is { } replayed)
        {
            return replayed;
        }

        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var decision = ErasureDecider.Decide(null, WithIssuer(command), new ErasureContext(id, caller.Actor));
        if (decision.Refusal is { } refusal)
        {
            await transaction.RollbackAsync(cancellationToken);
            return await refusals.AnswerAsync(
                refusal,
                caller.Actor,
                ConfigurationCatalog.RequestErasure,
                command,
                "erasures",
                cancellationToken
            );
        }

        session.Events.StartStream<Erasure>(id, decision.Events);
        await session.SaveChangesAsync(cancellationToken);
        var requested = (await session.LoadAsync<Erasure>(id, cancellationToken))!;
        var response = idempotency.Store(session, command, idempotency.Created($"/erasures/{id}", requested, id));
        await session.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return response;
    }

    /// <summary>Approves and carries out an erasure.</summary>
    public async Task<IResult> ApproveAsync(Guid id, ApproveErasure command, CancellationToken cancellationToken)
    {
        if (ConfigurationCatalog.ApproveErasure.RefuseUnlessHeldBy(caller.Actor) is { } forbidden)
        {
            return await refusals.AnswerAsync(
                forbidden,
                caller.Actor,
                ConfigurationCatalog.ApproveErasure,
                command,
                $"erasure {id}",
                cancellationToken
            );
        }

        await using var connection = await maintenance.OpenAsync(cancellationToken);
        // A concurrent rebuild locks the same streams in another order.
        var (answer, isCarriedOut) = await TransientRetry.RunAsync(
            () => ApproveAsync(id, command, connection, cancellationToken),
            clock,
            cancellationToken
        );
        if (isCarriedOut)
        {
            await settler.WaitUntilSettledAsync(id, SettleTimeout, cancellationToken);
        }

        return answer;
    }

    /// <summary>Rejects an erasure.</summary>
    public Task<IResult> RejectAsync(Guid id, RejectErasure command, CancellationToken cancellationToken) =>
        TransientRetry.RunAsync(() => RejectOnceAsync(id, command, cancellationToken), clock, cancellationToken);

    private async Task<IResult> RejectOnceAsync(Guid id, RejectErasure command, CancellationToken cancellationToken)
    {
        if (ConfigurationCatalog.RejectErasure.RefuseUnlessHeldBy(caller.Actor) is { } forbidden)
        {
            return await refusals.AnswerAsync(
                forbidden,
                caller.Actor,
                ConfigurationCatalog.RejectErasure,
                command,
                $"erasure {id}",
                cancellationToken
            );
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var session = store.RecordingSession(caller.Actor, ConfigurationCatalog.RejectErasure.Name, transaction);
        if (await session.LoadAsync<Erasure>(id, cancellationToken) is null)
        {
            return NotFound(id);
        }

        var stream = await session.Events.FetchForExclusiveWriting<Erasure>(id, cancellationToken);
        // After the lock: the first of concurrent repeats has stored its response by now.
        if (await idempotency.ReplayAsync(session, command, cancellationToken) is { } replayed)
        {
            return replayed;
        }

        var erasure = stream.Aggregate!;

        var decision = ErasureDecider.Decide(erasure, command, new ErasureContext(id, caller.Actor));
        if (decision.Refusal is { } refusal)
        {
            await transaction.RollbackAsync(cancellationToken);
            return await refusals.AnswerAsync(
                refusal,
                caller.Actor,
                ConfigurationCatalog.RejectErasure,
                command,
                $"erasure {id}",
                cancellationToken
            );
        }

        stream.AppendMany(decision.Events);
        await session.SaveChangesAsync(cancellationToken);
        var rejected = (await session.LoadAsync<Erasure>(id, cancellationToken))!;
        var response = idempotency.Store(session, command, idempotency.Ok(rejected, id));
        await session.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return response;
    }

    private async Task<(IResult Answer, bool IsCarriedOut)> ApproveAsync(
        Guid id,
        ApproveErasure command,
        NpgsqlConnection connection,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var session = store.RecordingSession(caller.Actor, ConfigurationCatalog.ApproveErasure.Name, transaction);
        if (await session.LoadAsync<Erasure>(id, cancellationToken) is null)
        {
            return (NotFound(id), false);
        }

        var stream = await session.Events.FetchForExclusiveWriting<Erasure>(id, cancellationToken);
        // After the lock: the first of concurrent repeats has stored its response by now.
        if (await idempotency.ReplayAsync(session, command, cancellationToken) is { } replayed)
        {
            return (replayed, false);
        }

        var erasure = stream.Aggregate!;
        if (await FoundPart.FindAsync(connection, erasure, cancellationToken) is not { } parts)
        {
            return (Problems.LedgerBehind("The ledger does not have all of these events yet. Try again in a moment."), false);
        }

        var context = new ErasureContext(id, caller.Actor) { Parts = [.. parts.Select(p => p.Part)] };
        var decision = ErasureDecider.Decide(erasure, command, context);
        if (decision.Refusal is { } refusal)
        {
            await transaction.RollbackAsync(cancellationToken);
            return (
                await refusals.AnswerAsync(
                    refusal,
                    caller.Actor,
                    ConfigurationCatalog.ApproveErasure,
                    command,
                    $"erasure {id}",
                    cancellationToken
                ),
                false
            );
        }

        await EraseAsync(transaction, erasure, parts, cancellationToken);
        stream.AppendMany(decision.Events);
        session.Insert(new ErasureSettlement(id, clock.GetUtcNow()));
        await session.SaveChangesAsync(cancellationToken);
        await views.RepairAsync([.. parts.Select(p => p.Stream).Distinct()], transaction, cancellationToken);

        var done = (await session.LoadAsync<Erasure>(id, cancellationToken))!;
        var response = idempotency.Store(session, command, idempotency.Ok(done, id));
        await session.SaveChangesAsync(cancellationToken);
        var outbox = new MessageContext(messaging);
        await outbox.EnlistInOutboxAsync(new DatabaseEnvelopeTransaction((IMessageDatabase)messaging.Storage, transaction));
        await outbox.PublishAsync(new SettleErasure(id));
        await transaction.CommitAsync(cancellationToken);
        await outbox.FlushOutgoingMessagesAsync();
        return (response, true);
    }

    private static async Task EraseAsync(
        NpgsqlTransaction transaction,
        Erasure erasure,
        List<FoundPart> parts,
        CancellationToken cancellationToken
    )
    {
        await using var batch = new NpgsqlBatch(transaction.Connection!, transaction);
        batch.BatchCommands.Add(
            new($"select set_config('{AppendOnlyGuard.Erasing}', $1, true)") { Parameters = { new() { Value = erasure.Id.ToString() } } }
        );
        foreach (var part in parts)
        {
            batch.BatchCommands.Add(
                new($"update {MartenNames.Events} set data = jsonb_set(data, $2, $3::jsonb, false) where seq_id = $1")
                {
                    Parameters =
                    {
                        new() { Value = part.Sequence },
                        new() { Value = part.Part.Path[1..].Split('/') },
                        new() { Value = ErasableParts.Mask(part.Type).ToJsonString() },
                    },
                }
            );
            batch.BatchCommands.Add(
                new($"delete from {LedgerTables.Salts} where sequence = $1 and path = $2")
                {
                    Parameters =
                    {
                        new() { Value = part.Sequence },
                        new() { Value = part.Part.Path },
                    },
                }
            );
        }

        if (erasure.Kind == ErasureKind.Identity)
        {
            batch.BatchCommands.Add(
                new($"delete from {SourceKeys.Name} where speaker = $1") { Parameters = { new() { Value = erasure.Subject } } }
            );
        }

        batch.BatchCommands.Add(
            new(
                $"""
                update {IdempotencyRecord.Table} set data = jsonb_set(jsonb_set(data, '{"{request}"}', '""'), '{"{answer,body}"}', '""')
                where cast(data -> 'answer' ->> 'story' as uuid) = any($1)
                """
            )
            {
                Parameters = { new() { Value = parts.Select(part => part.Stream).Distinct().ToArray() } },
            }
        );
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    // As in every request, a user name without issuer belongs to the caller's issuer.
    private RequestErasure WithIssuer(RequestErasure command) =>
        command.Kind == ErasureKind.Person && command.Subject.Length > 0
            ? command with
            {
                Subject = caller.PersonOf(command.Subject),
            }
            : command;

    private static IResult NotFound(Guid id) => Refusal.NotFound("unknown-erasure", $"There is no erasure {id}.").ToProblem();
}
