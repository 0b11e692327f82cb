using Microsoft.AspNetCore.Authorization;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Infrastructure.Security;

/// <summary>Authorizes endpoints by the table of permissions.</summary>
public static class PermissionGuard
{
    /// <summary>
    /// Requires what <see cref="Permissions"/> says of each endpoint: nothing of public ones, a role of reads, a token of commands, whose
    /// roles the domain checks. An endpoint that the table does not have keeps the host from starting.
    /// </summary>
    public static TBuilder RequirePermissions<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Finally(endpoint =>
        {
            var methods = endpoint.Metadata.OfType<IHttpMethodMetadata>().Last().HttpMethods;
            var permit = Permissions.Of(methods.Single(), ((RouteEndpointBuilder)endpoint).RoutePattern.RawText!);
            if (permit.IsPublic)
            {
                endpoint.Metadata.Add(new AllowAnonymousAttribute());
                return;
            }

            endpoint.Metadata.Add(new AuthorizeAttribute());
            if (permit.IsRead)
            {
                endpoint.Metadata.Add(HoldersOf(permit));
            }
        });
        return endpoints;
    }

    private static AuthorizationPolicy HoldersOf(Permit permit) =>
        new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            .RequireClaim(CallingActor.RolesClaim, permit.Roles.Select(r => r.ToKebabCase()))
            .Build();
}
