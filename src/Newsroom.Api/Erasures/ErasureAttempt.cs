using System.Collections.Immutable;
using Newsroom.Api.Commands;
using Newsroom.Domain.Erasures;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Erasures;

internal class ErasureAttempt(CommandTransaction transaction, Guid id, ErasureCommand command, Actor actor)
    : CommandAttempt<Erasure, ErasureEvent>
{
    /// <summary>Gets the transaction.</summary>
    protected CommandTransaction Transaction { get; } = transaction;

    /// <summary>Gets the erasure's id.</summary>
    protected Guid Id { get; } = id;

    /// <summary>Gets the parts that can be erased.</summary>
    protected virtual ImmutableArray<ErasedPart> Parts => [];

    /// <inheritdoc/>
    public override async Task<CommandTarget<Erasure>> LoadAsync(CancellationToken cancellationToken)
    {
        if (command is RequestErasure)
        {
            return new CommandTarget<Erasure>(Id, null) { StreamType = typeof(Erasure) };
        }

        if (await Transaction.Session.LoadAsync<Erasure>(Id, cancellationToken) is null)
        {
            return new CommandTarget<Erasure>(Id, null) { Missing = Refusal.NotFound("unknown-erasure", $"There is no erasure {Id}.") };
        }

        var batch = Transaction.Session.CreateBatchQuery();
        var fetching = Transaction.FetchAsync<Erasure>(batch, Id);
        await batch.Execute(cancellationToken);
        var stream = await fetching;
        return new CommandTarget<Erasure>(Id, stream.Aggregate) { Locked = stream };
    }

    /// <inheritdoc/>
    public override Decision<ErasureEvent> Decide(Erasure? state) =>
        ErasureDecider.Decide(state, command, new ErasureContext(Id, actor) { Parts = Parts });

    /// <inheritdoc/>
    public override IEnumerable<CommandEffect> EffectsOf(Erasure? state, ImmutableArray<ErasureEvent> events) =>
        events
            .OfType<ErasureEvent.ErasureCarriedOut>()
            .Select(_ => new CommandEffect(
                EffectKind.Changes,
                $"{Parts.Length} {(Parts.Length == 1 ? "part" : "parts")} of the record would be destroyed, and cannot be restored."
            ));

    /// <inheritdoc/>
    public override async Task<ResponseBody> ApplyAsync(
        CommandTarget<Erasure> target,
        ImmutableArray<ErasureEvent> events,
        CancellationToken cancellationToken
    )
    {
        await Transaction.Session.SaveChangesAsync(cancellationToken);
        return new ResponseBody((await Transaction.Session.LoadAsync<Erasure>(Id, cancellationToken))!)
        {
            Location = target.State is null ? $"/erasures/{Id}" : null,
        };
    }
}
