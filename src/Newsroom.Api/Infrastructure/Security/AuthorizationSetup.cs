using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Infrastructure.Security;

/// <summary>
/// Requires a token for every request that <see cref="Permissions"/> does not make public. Refusals name the accepted roles.
/// </summary>
public static class AuthorizationSetup
{
    /// <summary>Adds authorization.</summary>
    public static void AddNewsroomAuthorization(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddScoped<CallingActor>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RoleRefusalHandler>();
    }

    /// <summary>Refuses roles that do not combine, and authorizes; follows authentication.</summary>
    public static void UseNewsroomAuthorization(this WebApplication app)
    {
        UseRoleCombinations(app);
        app.UseAuthorization();
    }

    // Reads only: the domain refuses commands, because their refusals are recorded.
    private static void UseRoleCombinations(WebApplication app) =>
        app.Use(
            (http, next) =>
                IsRead(http.Request)
                && http.User.Identity?.IsAuthenticated == true
                && CallingActor.Of(http.User).RolesThatDoNotCombine() is { } refusal
                    ? refusal.ToProblem().ExecuteAsync(http)
                    : next(http)
        );

    private static bool IsRead(HttpRequest request) => !HttpMethods.IsPost(request.Method) && !HttpMethods.IsPut(request.Method);

    private sealed class RoleRefusalHandler : IAuthorizationMiddlewareResultHandler
    {
        private readonly AuthorizationMiddlewareResultHandler otherwise = new();

        public Task HandleAsync(
            RequestDelegate next,
            HttpContext context,
            AuthorizationPolicy policy,
            PolicyAuthorizationResult authorizeResult
        )
        {
            if (!authorizeResult.Forbidden)
            {
                return otherwise.HandleAsync(next, context, policy, authorizeResult);
            }

            var roles = policy.Requirements.OfType<ReaderRequirement>().SelectMany(r => r.Roles);
            return Refusal
                .Forbidden("role-required", $"The request requires one of these roles: {string.Join(", ", roles)}.")
                .ToProblem()
                .ExecuteAsync(context);
        }
    }
}
