using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>
/// Answers 503 with <c>Retry-After</c> where PostgreSQL is unreachable, overloaded or timed out. The request itself is not at fault.
/// </summary>
public sealed class DatabaseUnavailable : IExceptionHandler
{
    /// <summary>The time before a retry, in seconds.</summary>
    public const int RetryAfter = 2;

    // Connection failure, insufficient resources, operator intervention (shutdown, crash, timeout), system error.
    private static readonly HashSet<string> Classes = ["08", "53", "57", "58"];

    private static readonly HashSet<string> States =
    [
        PostgresErrorCodes.SerializationFailure,
        PostgresErrorCodes.DeadlockDetected,
        PostgresErrorCodes.LockNotAvailable,
        PostgresErrorCodes.ReadOnlySqlTransaction,
    ];

    /// <summary>Determines whether the same request may succeed later.</summary>
    public static bool Is(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is RetriesExhaustedException)
            {
                return true;
            }

            if (cause is PostgresException refusal)
            {
                return Classes.Contains(refusal.SqlState[..2]) || States.Contains(refusal.SqlState);
            }

            if (cause is NpgsqlException or Marten.Exceptions.StreamLockedException)
            {
                return true;
            }
        }

        return failure is AggregateException several && several.InnerExceptions.Any(Is);
    }

    /// <summary>Creates the problem details.</summary>
    /// <param name="detail">What happened, and what the caller can do.</param>
    public static ProblemDetails Problem(string detail) =>
        new()
        {
            Type = ProblemTypes.UriOf("unavailable"),
            Title = ProblemTitles.Of(StatusCodes.Status503ServiceUnavailable),
            Status = StatusCodes.Status503ServiceUnavailable,
            Detail = detail,
        };

    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!Is(exception))
        {
            return false;
        }

        if (exception is RetriesExhaustedException exhausted)
        {
            var collisions = $"Other requests changed the same data at each of {exhausted.Attempts} attempts. Nothing was done; retry.";
            await WriteAsync(httpContext, collisions);
            return true;
        }

        var isCommand = !HttpMethods.IsGet(httpContext.Request.Method) && !HttpMethods.IsHead(httpContext.Request.Method);
        var detail = isCommand
            ? "The database cannot be reached or is overloaded. It is unknown whether the command was carried out: repeat it with its "
                + "Idempotency-Key, or read first."
            : "The database cannot be reached or is overloaded. Retry.";
        await WriteAsync(httpContext, detail);
        return true;
    }

    /// <summary>Writes the response with <c>Retry-After</c>.</summary>
    public static Task WriteAsync(HttpContext http, string detail)
    {
        http.Response.Headers.RetryAfter = $"{RetryAfter}";
        return Results.Problem(Problem(detail)).ExecuteAsync(http);
    }
}
