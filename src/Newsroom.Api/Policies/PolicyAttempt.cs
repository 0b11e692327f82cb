using System.Collections.Immutable;
using Marten;
using Newsroom.Api.Commands;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Policies;

namespace Newsroom.Api.Policies;

internal sealed class PolicyAttempt(CommandTransaction transaction, string desk, PolicyCommand command, Actor actor)
    : CommandAttempt<DeskPolicies, PolicyEvent>
{
    private IDocumentSession Session => transaction.Session;

    /// <inheritdoc/>
    public override async Task<CommandTarget<DeskPolicies>> LoadAsync(CancellationToken cancellationToken)
    {
        var id = PoliciesEndpoint.StreamOf(desk);
        var batch = Session.CreateBatchQuery();
        var loadingDesk = batch.Load<Desk>(desk);
        var fetching = transaction.FetchAsync<DeskPolicies>(batch, id);
        await batch.Execute(cancellationToken);
        var stream = await fetching;
        return new CommandTarget<DeskPolicies>(id, stream.Aggregate)
        {
            Locked = stream,
            Missing = await loadingDesk is null ? PoliciesEndpoint.UnknownDesk(desk) : null,
        };
    }

    /// <inheritdoc/>
    public override Decision<PolicyEvent> Decide(DeskPolicies? state) =>
        PolicyDecider.Decide(state, command, new PolicyContext(desk, actor));

    /// <inheritdoc/>
    public override IEnumerable<CommandEffect> EffectsOf(DeskPolicies? state, ImmutableArray<PolicyEvent> events)
    {
        var replaced = state?.InForce.Version ?? 0;
        return events
            .OfType<PolicyEvent.PolicyAccepted>()
            .Select(e => new CommandEffect(
                EffectKind.Changes,
                $"Version {e.Version} of the policy would replace version {replaced}, and bind every story of the {e.Desk} desk."
            ));
    }

    /// <inheritdoc/>
    public override async Task<ResponseBody> ApplyAsync(
        CommandTarget<DeskPolicies> target,
        ImmutableArray<PolicyEvent> events,
        CancellationToken cancellationToken
    )
    {
        await Session.SaveChangesAsync(cancellationToken);
        return new ResponseBody(PoliciesView.Of(desk, await Session.LoadAsync<DeskPolicies>(target.Stream, cancellationToken)));
    }
}
