using Microsoft.AspNetCore.Authorization;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Previews;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Infrastructure.Security;

/// <summary>Authorizes endpoints by <see cref="Permissions"/>.</summary>
public static class PermissionGuard
{
    /// <summary>
    /// Applies the permission of each endpoint: none for public ones, a role for reads, a token for commands, whose roles the domain
    /// checks. An endpoint without a permission stops the host.
    /// </summary>
    /// <param name="endpoints">The endpoints.</param>
    /// <param name="cors">The origins that may read public ones.</param>
    public static TBuilder RequirePermissions<TBuilder>(this TBuilder endpoints, PublicCors cors)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Finally(endpoint =>
        {
            var methods = endpoint.Metadata.OfType<IHttpMethodMetadata>().Last().HttpMethods;
            var permit = Permissions.Of(methods.Single(), ((RouteEndpointBuilder)endpoint).RoutePattern.RawText!);
            if (permit.IsPublic)
            {
                endpoint.Metadata.Add(new AllowAnonymousAttribute());
                cors.Allow(endpoint);
                return;
            }

            endpoint.Metadata.Add(new AuthorizeAttribute());
            if (permit.HasPreview)
            {
                endpoint.Metadata.Add(new HasPreview());
            }

            if (permit.IsRead)
            {
                endpoint.Metadata.Add(HoldersOf(permit));
            }
        });
        return endpoints;
    }

    private static AuthorizationPolicy HoldersOf(EndpointAccess permit) =>
        new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            .AddRequirements(new ReaderRequirement([.. permit.Roles.Select(r => r.ToKebabCase())], permit.IsOfSubscriber))
            .Build();
}
