namespace Newsroom.Api.Infrastructure.RateLimits;

/// <summary>Adds the limits of callers to the host.</summary>
internal static class RateLimitSetup
{
    /// <summary>Reads the settings, and registers the limits.</summary>
    public static void AddCallerLimits(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton(RateLimitSettings.Of(builder.Configuration)).AddSingleton<CallerLimits>();

    /// <summary>Limits requests; follows authentication, and precedes everything that costs more.</summary>
    public static void UseCallerLimits(this WebApplication app)
    {
        if (app.Services.GetRequiredService<RateLimitSettings>().IsOn)
        {
            var limits = app.Services.GetRequiredService<CallerLimits>();
            app.Use(limits.InvokeAsync);
        }
    }
}
