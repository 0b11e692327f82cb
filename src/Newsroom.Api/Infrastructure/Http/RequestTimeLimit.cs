using System.Globalization;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>
/// Limits the duration of requests. Endpoints whose response grows with the record are marked with
/// <see cref="DisableRequestTimeoutAttribute"/>, and end when the client disconnects.
/// </summary>
public static class RequestTimeLimit
{
    /// <summary>The default limit.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private const int RetryAfterSeconds = 5;

    private const string Advice =
        "A command may still have been carried out. Read the story's history before repeating it, or repeat it with its Idempotency-Key.";

    /// <summary>Cancels requests after a time, and answers them with 503.</summary>
    public static void AddRequestTimeLimit(this IServiceCollection services, TimeSpan limit) =>
        services.AddRequestTimeouts(options =>
            options.DefaultPolicy = new RequestTimeoutPolicy
            {
                Timeout = limit,
                TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
                WriteTimeoutResponse = http => AnswerAsync(http, limit),
            }
        );

    private static Task AnswerAsync(HttpContext http, TimeSpan limit)
    {
        http.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        return Results
            .Problem(
                new ProblemDetails
                {
                    Type = ProblemTypes.UriOf("request-timeout"),
                    Title = ProblemTitles.Of(StatusCodes.Status503ServiceUnavailable, "request-timeout"),
                    Status = StatusCodes.Status503ServiceUnavailable,
                    Detail = string.Create(
                        CultureInfo.InvariantCulture,
                        $"The request took more than {limit.TotalSeconds:0.###} seconds and was stopped. {Advice}"
                    ),
                }
            )
            .ExecuteAsync(http);
    }
}
