using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Newsroom.Api.Infrastructure.Security;

/// <summary>
/// Requires a token with one of some roles or, where the read is of a subscriber, a token of the one that the address names.
/// </summary>
/// <param name="roles">The roles.</param>
/// <param name="isOfSubscriber">Whether the subscriber may read it.</param>
internal sealed class ReaderRequirement(ImmutableArray<string> roles, bool isOfSubscriber)
    : AuthorizationHandler<ReaderRequirement>,
        IAuthorizationRequirement
{
    private const string Parameter = "subscriber";

    /// <summary>Gets the roles.</summary>
    public ImmutableArray<string> Roles { get; } = roles;

    /// <inheritdoc/>
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ReaderRequirement requirement)
    {
        if (HasRole(context.User) || IsSubscriber(context.User, context.Resource as HttpContext))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    private bool HasRole(ClaimsPrincipal user) => user.HasClaim(c => c.Type == CallingActor.RolesClaim && Roles.Contains(c.Value));

    private bool IsSubscriber(ClaimsPrincipal user, HttpContext? http) =>
        isOfSubscriber
        && user.FindFirstValue(CallingActor.SubscriberClaim) is { } subscriber
        && http?.GetRouteValue(Parameter) as string == subscriber;
}
