using System.Collections.Immutable;
using Marten;
using Newsroom.Api.Commands;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Policies;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Policies;

internal sealed class PolicyAttempt(CommandTransaction transaction, string desk, PolicyCommand command, Actor actor, TimeProvider clock)
    : CommandAttempt<DeskPolicies, PolicyEvent>
{
    private IReadOnlyList<StorySnapshot> bound = [];

    private IReadOnlyList<DeskPolicies> policies = [];

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
    public override async Task<IResult?> LoadContextAsync(DeskPolicies? state, CancellationToken cancellationToken)
    {
        if (transaction.IsPreview && command is ProposePolicy or AcceptPolicy)
        {
            policies = await Session.Query<DeskPolicies>().ToListAsync(cancellationToken);
            bound = await BoundStories.LoadAsync(Session, desk, actor, cancellationToken);
        }

        return null;
    }

    /// <inheritdoc/>
    public override Decision<PolicyEvent> Decide(DeskPolicies? state) =>
        PolicyDecider.Decide(state, command, new PolicyContext(desk, actor));

    /// <inheritdoc/>
    public override IEnumerable<CommandEffect> EffectsOf(DeskPolicies? state, ImmutableArray<PolicyEvent> events)
    {
        var replaced = state?.InForce.Version ?? 0;
        return events.SelectMany(happened =>
            happened switch
            {
                PolicyEvent.PolicyAccepted e =>
                [
                    Changes(
                        $"Version {e.Version} of the policy would replace version {replaced}, and bind every story of the {e.Desk} desk."
                    ),
                    .. OnStories(state!.Versions.Single(version => version.Version == e.Version).ToPolicy()),
                ],
                PolicyEvent.PolicyProposed e =>
                [
                    Changes($"Nothing would change before a chief-editor accepts version {e.Version} in place of version {replaced}."),
                    .. OnStories(new Policy(e.Version, e.Gates)),
                ],
                _ => Array.Empty<CommandEffect>(),
            }
        );
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

    private static CommandEffect Changes(string sentence) => new(EffectKind.Changes, sentence);

    private IEnumerable<CommandEffect> OnStories(Policy policy) =>
        PolicyEffects.Of(
            bound,
            policies.Of,
            story => Policy.Binding(story, other => other == desk ? policy : policies.Of(other)),
            clock.GetUtcNow()
        );
}
