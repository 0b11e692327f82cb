using Marten.Services.BatchQuerying;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Policies;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Policies;

/// <summary>Loads policies. There are as many as desks, so one query loads all.</summary>
public static class PolicyLookup
{
    /// <summary>The table of <see cref="DeskPolicies"/>.</summary>
    public const string Table = $"{MartenNames.Documents}deskpolicies";

    /// <summary>Loads all policies in a batch.</summary>
    public static Task<IReadOnlyList<DeskPolicies>> PoliciesAsync(this IBatchedQuery batch) => batch.Query<DeskPolicies>().ToList();

    /// <summary>Returns the policy of a story: that of its desk, combined with those of the desks it left during this review.</summary>
    public static Policy Of(this IReadOnlyList<DeskPolicies> policies, Story story) => Policy.Binding(story, policies.Of);

    /// <summary>Returns the policy of a story at an instant.</summary>
    public static Policy Of(this IReadOnlyList<DeskPolicies> policies, Story story, DateTimeOffset at) =>
        Policy.Binding(story, desk => policies.FirstOrDefault(p => p.Desk == desk)?.InForceAt(at) ?? Policy.Default);

    /// <summary>Returns the policy of a desk.</summary>
    public static Policy Of(this IReadOnlyList<DeskPolicies> policies, string desk) =>
        policies.FirstOrDefault(p => p.Desk == desk)?.InForce ?? Policy.Default;
}
