using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Newsroom.Console.Configuration;

namespace Newsroom.Console.Security;

/// <summary>
/// Sets the security headers of every page: only modules of the host run, nothing is loaded from elsewhere, no page is framed.
/// </summary>
internal static class ConsoleHeaders
{
    private const string Styles = "style-src 'self'";

    private const string ContentSecurityPolicy =
        $"default-src 'none'; script-src 'self'; connect-src 'self'; {Styles}; img-src 'self'; "
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

    public static void UseConsoleHeaders(this IApplicationBuilder app, ConsoleOptions options)
    {
        var policy = $"{ContentSecurityPolicy}; form-action {FormTargetsOf(options)}";
        app.Use(
            (http, next) =>
            {
                http.Response.OnStarting(() =>
                {
                    Complete(http, policy);
                    return Task.CompletedTask;
                });
                return next(http);
            }
        );
    }

    // The form that signs out is redirected to the issuer, which browsers check as the target of the form.
    private static string FormTargetsOf(ConsoleOptions options) =>
        Uri.TryCreate(options.Authority, UriKind.Absolute, out var issuer)
            ? $"'self' {issuer.GetLeftPart(UriPartial.Authority)}"
            : "'self'";

    private static void Complete(HttpContext http, string policy)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = http.Items[NonceKey] is string nonce
            ? policy.Replace(Styles, $"{Styles} 'nonce-{nonce}'", StringComparison.Ordinal)
            : policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (!headers.CacheControl.ToString().Contains("max-age", StringComparison.Ordinal))
        {
            headers.CacheControl = "no-store";
        }
    }
}
