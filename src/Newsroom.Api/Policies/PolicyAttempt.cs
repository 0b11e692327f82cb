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
        var fetching = batch.Events.FetchForExclusiveWriting<DeskPolicies>(id);
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
