using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Newsroom.Console.Security;

/// <summary>
/// Sets the security headers of every page: only modules of the host run, nothing is loaded from elsewhere, no page is framed.
/// </summary>
internal static class ConsoleHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'";

    public static void UseConsoleHeaders(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                http.Response.OnStarting(() =>
                {
                    Complete(http.Response.Headers);
                    return Task.CompletedTask;
                });
                return next(http);
            }
        );

    private static void Complete(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (!headers.CacheControl.ToString().Contains("max-age", StringComparison.Ordinal))
        {
            headers.CacheControl = "no-store";
        }
    }
}
