using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Authorization.Policy;
using Newsroom.Domain;

namespace Newsroom.Api.Hosting;

/// <summary>Who may read what. Who may command what is the domain's.</summary>
public static class Access
{
    /// <summary>Anyone who holds a role here.</summary>
    public const string Staff = "staff";

    /// <summary>Those who audit.</summary>
    public const string Auditing = "auditing";

    /// <summary>Nothing is read or commanded without a token unless an endpoint says so.</summary>
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Staff, policy => policy.RequireAuthenticatedUser().RequireClaim(CallingActor.RolesClaim, Words(Enum.GetValues<Role>())))
            .AddPolicy(Auditing, policy => policy.RequireAuthenticatedUser().RequireClaim(CallingActor.RolesClaim, Words(Role.Auditor, Role.ChiefEditor)));
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, SaysWhichRole>();
    }

    private static IEnumerable<string> Words(params Role[] roles) => roles.Select(r => r.InWords());

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
