using Marten;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Ledger;
using Newsroom.Api.Operations;
using Newsroom.Api.Refusals;
using Newsroom.Api.Speakers;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Erasures;
using Newsroom.Domain.Kernel;
using Newsroom.Evidence.Records;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Erasures;

/// <summary>
/// Decides on erasures, and carries them out as the database's owner: words, salts and keys are gone, the views say so, and the event that tells it is
/// there, all in one transaction.
/// </summary>
public sealed class ErasureService(Owner owner, IDocumentStore store, ProjectionVerifier views, CallingActor caller, RefusalLog refusals)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Approves a request and carries it out.</summary>
    public async Task<IResult> Approve(Guid id, ApproveErasure command, CancellationToken cancellationToken)
    {
        if (ConfigurationCatalog.ApproveErasure.RefuseUnlessHeldBy(caller.Actor) is { } forbidden)
        {
            return await refusals.Answer(
                forbidden,
                caller.Actor,
                ConfigurationCatalog.ApproveErasure.Name,
                command,
                $"erasure {id}",
                story: null,
                cancellationToken
            );
        }

        await using var connection = await owner.Open(cancellationToken);
        // Views that are made again meanwhile hold the same streams in an order of their own.
        var (answer, done) = await TransientRetry.Again(() => Approve(id, command, connection, cancellationToken));
        if (done is var (parts, carriedOut))
        {
            await Settle(connection, parts, carriedOut, cancellationToken);
        }

        return answer;
    }

    /// <summary>Rejects a request.</summary>
    public async Task<IResult> Reject(Guid id, RejectErasure command, CancellationToken cancellationToken)
    {
        if (ConfigurationCatalog.RejectErasure.RefuseUnlessHeldBy(caller.Actor) is { } forbidden)
        {
            return await refusals.Answer(
                forbidden,
                caller.Actor,
                ConfigurationCatalog.RejectErasure.Name,
                command,
                $"erasure {id}",
                story: null,
                cancellationToken
            );
        }

        await using var session = store.RecordingSession(caller.Actor, ConfigurationCatalog.RejectErasure.Name);
        if (await session.LoadAsync<Erasure>(id, cancellationToken) is null)
        {
            return NotFound(id);
        }

        var stream = await session.Events.FetchForExclusiveWriting<Erasure>(id, cancellationToken);
        var erasure = stream.Aggregate!;

        if (ErasureMaking.Reject(erasure, command, caller.Actor, out var happened) is { } refusal)
        {
            await session.DisposeAsync();
            return await refusals.Answer(
                refusal,
                caller.Actor,
                ConfigurationCatalog.RejectErasure.Name,
                command,
                $"erasure {id}",
                story: null,
                cancellationToken
            );
        }

        stream.AppendOne(happened);
        await session.SaveChangesAsync(cancellationToken);
        return Results.Ok(await session.LoadAsync<Erasure>(id, cancellationToken));
    }

    private async Task<(IResult Answer, (List<FoundPart> Parts, long CarriedOut)? Done)> Approve(
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
            return (NotFound(id), null);
        }

        var stream = await session.Events.FetchForExclusiveWriting<Erasure>(id, cancellationToken);
        var erasure = stream.Aggregate!;
        if (await FoundPart.InLedger(connection, erasure, cancellationToken) is not { } parts)
        {
            return (
                Results.Problem(
                    "The ledger is behind, and does not have all of it yet. Try again in a moment.",
                    statusCode: StatusCodes.Status503ServiceUnavailable,
                    type: "urn:newsroom:problem:ledger-behind"
                ),
                null
            );
        }

        if (ErasureMaking.Approve(erasure, caller.Actor, [.. parts.Select(p => p.Part)], out var happened) is { } refusal)
        {
            await transaction.RollbackAsync(cancellationToken);
            return (
                await refusals.Answer(
                    refusal,
                    caller.Actor,
                    ConfigurationCatalog.ApproveErasure.Name,
                    command,
                    $"erasure {id}",
                    story: null,
                    cancellationToken
                ),
                null
            );
        }

        await Forget(transaction, erasure, parts, cancellationToken);
        stream.AppendOne(happened);
        await session.SaveChangesAsync(cancellationToken);
        await views.Repair([.. parts.Select(p => p.Stream).Distinct()], transaction, cancellationToken);

        var carriedOut = await LastOf(connection, id, cancellationToken);
        var done = (await session.LoadAsync<Erasure>(id, cancellationToken))!;
        await transaction.CommitAsync(cancellationToken);
        return (Results.Ok(done), (parts, carriedOut));
    }

    private static async Task Forget(
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
                new("update newsroom.mt_events set data = jsonb_set(data, $2, $3::jsonb, false) where seq_id = $1")
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

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// A view that follows may have read the words before and written them after: once each has passed the erasure, what it wrote is put right. And what
    /// the database still holds of the old rows is cleared away.
    /// </summary>
    private async Task Settle(NpgsqlConnection connection, List<FoundPart> parts, long carriedOut, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Pause)
        {
            await using var behind = new NpgsqlCommand(
                "select exists (select from newsroom.mt_event_progression where name like '%:All' and last_seq_id < $1)",
                connection
            )
            {
                Parameters = { new() { Value = carriedOut } },
            };
            if (await behind.ExecuteScalarAsync(cancellationToken) is false)
            {
                break;
            }

            await Task.Delay(Pause, cancellationToken);
        }

        await views.Repair([.. parts.Select(p => p.Stream).Distinct()], cancellationToken);

        await using var vacuum = new NpgsqlCommand($"vacuum newsroom.mt_events, {LedgerTables.Salts}, {SourceKeys.Name}", connection);
        await vacuum.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<long> LastOf(NpgsqlConnection connection, Guid stream, CancellationToken cancellationToken)
    {
        await using var last = new NpgsqlCommand("select max(seq_id) from newsroom.mt_events where stream_id = $1", connection)
        {
            Parameters = { new() { Value = stream } },
        };
        return (long)(await last.ExecuteScalarAsync(cancellationToken))!;
    }

    private static IResult NotFound(Guid id) => Refusal.NotFound("unknown-erasure", $"There is no erasure {id}.").ToProblem();
}
