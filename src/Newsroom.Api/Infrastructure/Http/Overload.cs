using System.Threading.RateLimiting;
using Npgsql;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>
/// Bounds the requests that are carried out at once by the connections there are, and those that wait for their turn. Further ones are
/// answered 503 at once, before their bodies are read. Health is always answered.
/// </summary>
public static class Overload
{
    /// <summary>Connections left to projections and timers.</summary>
    private const int ForBackground = 8;

    /// <summary>Requests that wait, for each that is carried out.</summary>
    private const int WaitingForEach = 20;

    /// <summary>Puts the bound in front of every endpoint.</summary>
    public static void UseOverloadProtection(this WebApplication app)
    {
        var pool = new NpgsqlConnectionStringBuilder(app.Services.GetRequiredService<NpgsqlDataSource>().ConnectionString).MaxPoolSize;
        var most = Math.Max(pool - ForBackground, 1);
        app.UseRateLimiter(Options(most, most * WaitingForEach));
    }

    /// <summary>The options of the middleware.</summary>
    /// <param name="atOnce">How many requests are carried out at once.</param>
    /// <param name="waiting">How many wait.</param>
    internal static Microsoft.AspNetCore.RateLimiting.RateLimiterOptions Options(int atOnce, int waiting) =>
        new()
        {
            RejectionStatusCode = StatusCodes.Status503ServiceUnavailable,
            OnRejected = async (rejected, cancellationToken) =>
                await DatabaseUnavailable.WriteAsync(
                    rejected.HttpContext,
                    "Too many requests wait already. Nothing was done; try again.",
                    cancellationToken
                ),
            GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, bool>(http =>
                http.Request.Path.StartsWithSegments("/health")
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
