using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Authorization.Policy;
using Newsroom.Domain;

namespace Newsroom.Api.Hosting;

/// <summary>What holds before any endpoint: nothing is read or commanded without a token unless <see cref="Permissions"/> says so, and a refusal says which role could.</summary>
public static class Access
{
    /// <summary>Adds authorization.</summary>
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, SaysWhichRole>();
    }

    private sealed class SaysWhichRole : IAuthorizationMiddlewareResultHandler
    {
        private readonly AuthorizationMiddlewareResultHandler otherwise = new();

        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            if (!authorizeResult.Forbidden)
            {
                return otherwise.HandleAsync(next, context, policy, authorizeResult);
            }

            var roles = policy.Requirements.OfType<ClaimsAuthorizationRequirement>().SelectMany(r => r.AllowedValues ?? []);
            return Refusal.Forbidden("role-required", $"This is for {string.Join(", ", roles)}.").ToProblem().ExecuteAsync(context);
        }
    }
}
