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
        app.UseRateLimiter(Options(concurrent, concurrent * WaitingForEach));
    }

    /// <summary>Creates the options of the middleware.</summary>
    /// <param name="atOnce">The maximum number of running requests.</param>
    /// <param name="waiting">The maximum number of waiting requests.</param>
    internal static Microsoft.AspNetCore.RateLimiting.RateLimiterOptions Options(int atOnce, int waiting) =>
        new()
        {
            RejectionStatusCode = StatusCodes.Status503ServiceUnavailable,
            OnRejected = async (rejected, _) =>
                await DatabaseUnavailable.WriteAsync(rejected.HttpContext, "Too many requests are waiting. Nothing was done; retry."),
            GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, bool>(http =>
                http.Request.Path.StartsWithSegments("/health") || http.Request.Path.StartsWithSegments("/events")
                    ? RateLimitPartition.GetNoLimiter(true)
                    : RateLimitPartition.GetConcurrencyLimiter(
                        false,
                        _ => new ConcurrencyLimiterOptions
                        {
                            PermitLimit = atOnce,
                            QueueLimit = waiting,
                            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
                        }
                    )
            ),
        };
}
