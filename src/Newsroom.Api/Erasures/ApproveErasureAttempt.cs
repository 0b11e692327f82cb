using System.Collections.Immutable;
using Newsroom.Api.Commands;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Operations.Projections;
using Newsroom.Domain.Erasures;
using Newsroom.Domain.Kernel;
using Wolverine.RDBMS;
using Wolverine.Runtime;

namespace Newsroom.Api.Erasures;

/// <summary>
/// Carries out an erasure as the database's owner. One transaction removes words, salts and keys, appends the event, repairs the
/// projections, and stores the message that settles the erasure (<see cref="SettleErasure"/>).
/// </summary>
internal sealed class ApproveErasureAttempt(
    CommandTransaction transaction,
    Guid id,
    ApproveErasure command,
    Actor actor,
    ProjectionVerifier views,
    ErasureSettler settler,
    IWolverineRuntime messaging,
    TimeProvider clock
) : ErasureAttempt(transaction, id, command, actor)
{
    // Less than the time limit of a request.
    private static readonly TimeSpan SettleTimeout = TimeSpan.FromSeconds(20);

    private readonly MessageContext outbox = new(messaging);
    private IReadOnlyList<FoundPart> parts = [];

    /// <inheritdoc/>
    protected override ImmutableArray<ErasedPart> Parts => [.. parts.Select(p => p.Part)];

    /// <summary>Finds the parts to erase.</summary>
    public override async Task<IResult?> LoadContextAsync(Erasure? state, CancellationToken cancellationToken)
    {
        await FoundPart.LockAsync(Transaction.Connection, state!, cancellationToken);
        if (await FoundPart.FindAsync(Transaction.Connection, state!, cancellationToken) is { } found)
        {
            parts = found;
            return null;
        }

        return Problems.LedgerBehind("The ledger does not have all of these events yet. Try again in a moment.");
    }

    /// <inheritdoc/>
    public override async Task<ResponseBody> ApplyAsync(
        CommandTarget<Erasure> target,
        ImmutableArray<ErasureEvent> events,
        CancellationToken cancellationToken
    )
    {
        await ErasureBatch.ExecuteAsync(Transaction.Transaction, target.State!, parts, cancellationToken);
        Transaction.Session.Insert(new ErasureSettlement(target.Stream, clock.GetUtcNow()));
        await Transaction.Session.SaveChangesAsync(cancellationToken);
        await views.RepairAsync([.. parts.Select(p => p.Stream).Distinct()], Transaction.Transaction, cancellationToken);
        var response = await base.ApplyAsync(target, events, cancellationToken);
        await outbox.EnlistInOutboxAsync(new DatabaseEnvelopeTransaction((IMessageDatabase)messaging.Storage, Transaction.Transaction));
        await outbox.PublishAsync(new SettleErasure(target.Stream));
        return response;
    }

    /// <summary>Sends the message, and waits for its effect.</summary>
    public override async Task AfterCommitAsync(CancellationToken cancellationToken)
    {
        await outbox.FlushOutgoingMessagesAsync();
        await settler.WaitUntilSettledAsync(Id, SettleTimeout, cancellationToken);
    }
}
