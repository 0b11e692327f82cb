using Marten.Services.BatchQuerying;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Policies;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Policies;

/// <summary>The policies in force. There are as many as desks, so they are read together with whatever needs one.</summary>
public static class PolicyLookup
{
    /// <summary>Reads them in a round trip that is made anyway.</summary>
    public static Task<IReadOnlyList<DeskPolicies>> PoliciesAsync(this IBatchedQuery batch) => batch.Query<DeskPolicies>().ToList();

    /// <summary>What binds a story: the policy of its desk, and of each desk it left during this review.</summary>
    public static Policy Of(this IReadOnlyList<DeskPolicies> policies, Story story) => Policy.Binding(story, policies.Of);

    /// <summary>What bound a story at an instant.</summary>
    public static Policy Of(this IReadOnlyList<DeskPolicies> policies, Story story, DateTimeOffset at) =>
        Policy.Binding(story, desk => policies.FirstOrDefault(p => p.Desk == desk)?.InForceAt(at) ?? Policy.Default);

    /// <summary>The one of a desk.</summary>
    public static Policy Of(this IReadOnlyList<DeskPolicies> policies, string desk) =>
        policies.FirstOrDefault(p => p.Desk == desk)?.InForce ?? Policy.Default;
}
