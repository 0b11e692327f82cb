using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Primitives;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>
/// Completes the headers of every response: <c>Cache-Control</c> and <c>Vary</c>, <c>Retry-After</c> with 429 and 503, and the
/// quota of the caller, and what browsers may do with it. An endpoint that sets a header itself keeps it.
/// </summary>
public static class ResponseHeaders
{
    // A shared cache may answer for ten seconds; afterwards it must revalidate, so a withdrawn page disappears.
    private const string PublicCaching = "public, max-age=10, must-revalidate";

    // A private copy may be kept, but must be revalidated by its ETag before each use.
    private const string StaffCaching = "private, no-cache";

    private const string NoCaching = "no-store";

    // Responses are data. An endpoint with a page for browsers has a policy of its own.
    private const string NothingRuns = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>Adds the middleware; precedes all others that respond.</summary>
    /// <param name="app">The host.</param>
    /// <param name="variesByOrigin">Whether pages of some origins may read public responses.</param>
    public static void UseResponseHeaders(this WebApplication app, bool variesByOrigin) =>
        app.Use(
            (http, next) =>
            {
                http.Response.OnStarting(() =>
                {
                    Complete(http, variesByOrigin);
                    return Task.CompletedTask;
                });
                return next(http);
            }
        );

    private static void Complete(HttpContext http, bool variesByOrigin)
    {
        var headers = http.Response.Headers;
        if (http.Response.StatusCode is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
        {
            headers.RetryAfter = StringValues.IsNullOrEmpty(headers.RetryAfter) ? $"{DatabaseUnavailable.RetryAfter}" : headers.RetryAfter;
        }

        if (http.Features.Get<Quota>() is { } quota)
        {
            headers[Quota.PolicyHeader] = quota.Policy;
            headers[Quota.StateHeader] = quota.State;
        }

        var isPublic = http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        if (StringValues.IsNullOrEmpty(headers.CacheControl))
        {
            headers.CacheControl = CachingOf(http, isPublic);
        }

        AddSecurity(headers, isPublic);
        if (!isPublic)
        {
            headers.Append("Vary", "Authorization");
        }
        else if (variesByOrigin && !headers.Vary.Contains("Origin"))
        {
            headers.Append("Vary", "Origin");
        }
    }

    private static void AddSecurity(IHeaderDictionary headers, bool isPublic)
    {
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = isPublic ? "cross-origin" : "same-origin";
        if (StringValues.IsNullOrEmpty(headers.ContentSecurityPolicy))
        {
            headers.ContentSecurityPolicy = NothingRuns;
        }
    }

    private static string CachingOf(HttpContext http, bool isPublic)
    {
        var isRead = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if (!isRead || http.Response.StatusCode >= StatusCodes.Status400BadRequest)
        {
            return NoCaching;
        }

        return isPublic ? PublicCaching : StaffCaching;
    }
}
