using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Newsroom.Console.Security;

/// <summary>
/// Sets the security headers of every page: only modules of the host run, nothing is loaded from elsewhere, no page is framed.
/// </summary>
internal static class ConsoleHeaders
{
    private const string Styles = "style-src 'self'";

    private const string ContentSecurityPolicy =
        $"default-src 'none'; script-src 'self'; connect-src 'self'; {Styles}; img-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'";

    private static readonly object NonceKey = new();

    /// <summary>Returns the nonce of the style sheets that a module adds to this page.</summary>
    public static string StyleNonce(HttpContext http)
    {
        if (http.Items[NonceKey] is not string nonce)
        {
            http.Items[NonceKey] = nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        }

        return nonce;
    }

    public static void UseConsoleHeaders(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                http.Response.OnStarting(() =>
                {
                    Complete(http);
                    return Task.CompletedTask;
                });
                return next(http);
            }
        );

    private static void Complete(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = http.Items[NonceKey] is string nonce
            ? ContentSecurityPolicy.Replace(Styles, $"{Styles} 'nonce-{nonce}'", StringComparison.Ordinal)
            : ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (!headers.CacheControl.ToString().Contains("max-age", StringComparison.Ordinal))
        {
            headers.CacheControl = "no-store";
        }
    }
}
