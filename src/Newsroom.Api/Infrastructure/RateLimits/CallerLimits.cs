using System.Diagnostics.Metrics;
using System.Globalization;
using System.Security.Claims;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Infrastructure.RateLimits;

/// <summary>
/// Limits the requests of each caller to this node: by the identity of a verified token, otherwise by the address of the client. Further
/// requests are answered with 429 before anything else is done for them.
/// </summary>
internal sealed class CallerLimits
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "Newsroom.RateLimits";

    private readonly Counter<long> refused;
    private readonly CallerBuckets staff;
    private readonly CallerBuckets service;
    private readonly CallerBuckets anonymous;

    /// <summary>Creates the limits.</summary>
    public CallerLimits(RateLimitSettings settings, IMeterFactory meters, TimeProvider clock)
    {
        (staff, service, anonymous) = (new(settings.Staff, clock), new(settings.Service, clock), new(settings.Anonymous, clock));
        var meter = meters.Create(MeterName);
        refused = meter.CreateCounter<long>("newsroom.rate_limit.refused", "{request}", "Requests that were refused, by limit.");
        meter.CreateObservableGauge(
            "newsroom.rate_limit.callers",
            () => staff.Count + service.Count + anonymous.Count,
            "{caller}",
            "Callers whose requests are counted."
        );
    }

    /// <summary>Counts a request, and continues with it or refuses it.</summary>
    public Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<NotRateLimited>() is not null)
        {
            return next(http);
        }

        var isKnown = http.User.Identity?.IsAuthenticated == true;
        var buckets = isKnown ? BucketsOf(http.User) : anonymous;
        var (left, wait) = buckets.Take(isKnown ? CallerKey.Of(http.User) : CallerKey.Of(http.Connection.RemoteIpAddress));
        http.Features.Set(buckets.Limit.QuotaOf(left));
        return wait is null ? next(http) : RefuseAsync(http, buckets.Limit, wait.Value);
    }

    private CallerBuckets BucketsOf(ClaimsPrincipal user) => ServiceAccounts.Has(user) ? service : staff;

    private Task RefuseAsync(HttpContext http, RateLimit limit, TimeSpan wait)
    {
        refused.Add(1, new KeyValuePair<string, object?>("limit", limit.Name));
        var seconds = Math.Max((int)Math.Ceiling(wait.TotalSeconds), 1).ToString(CultureInfo.InvariantCulture);
        http.Response.Headers.RetryAfter = seconds;
        const int status = StatusCodes.Status429TooManyRequests;
        return Results
            .Problem(
                $"More than {limit.Burst} requests at once, or {limit.PerMinute} a minute. Nothing was done; retry after {seconds} s.",
                statusCode: status,
                title: ProblemTitles.Of(status),
                type: ProblemTypes.UriOf("too-many-requests")
            )
            .ExecuteAsync(http);
    }
}
