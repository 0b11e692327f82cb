using System.Threading.RateLimiting;
using Npgsql;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>
/// Limits concurrent requests by the available connections, and limits the queue. Further requests get 503 before their bodies are read.
/// Health checks are not limited, nor is the live feed, whose connections stay open and have a limit of their own.
/// </summary>
public static class Overload
{
    /// <summary>The connections reserved for projections and timers.</summary>
    private const int ForBackground = 8;

    /// <summary>The number of waiting requests for each running one.</summary>
    private const int WaitingForEach = 20;

    /// <summary>Adds the limiter in front of all endpoints.</summary>
    public static void UseOverloadProtection(this WebApplication app)
    {
        var pool = new NpgsqlConnectionStringBuilder(app.Services.GetRequiredService<NpgsqlDataSource>().ConnectionString).MaxPoolSize;
        var concurrent = Math.Max(pool - ForBackground, 1);
        app.UseConcurrencyLimit(concurrent, concurrent * WaitingForEach);
    }

    /// <summary>
    /// Adds a limiter of concurrent requests. The framework's middleware would add two limiters by partitions, each of which wakes the
    /// host ten times a second.
    /// </summary>
    /// <param name="app">The application.</param>
    /// <param name="atOnce">The maximum number of running requests.</param>
    /// <param name="waiting">The maximum number of waiting requests.</param>
    internal static void UseConcurrencyLimit(this WebApplication app, int atOnce, int waiting)
    {
        var limiter = new ConcurrencyLimiter(
            new ConcurrencyLimiterOptions
            {
                PermitLimit = atOnce,
                QueueLimit = waiting,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            }
        );
        app.Lifetime.ApplicationStopped.Register(limiter.Dispose);
        app.Use((http, next) => IsLimited(http.Request.Path) ? RunAsync(limiter, http, next) : next(http));
    }

    private static bool IsLimited(PathString path) => !path.StartsWithSegments("/health") && !path.StartsWithSegments("/events");

    private static async Task RunAsync(ConcurrencyLimiter limiter, HttpContext http, RequestDelegate next)
    {
        using var permit = await limiter.AcquireAsync(cancellationToken: http.RequestAborted);
        if (permit.IsAcquired)
        {
            await next(http);
            return;
        }

        await DatabaseUnavailable.WriteAsync(http, "Too many requests are waiting. Nothing was done; retry.");
    }
}
