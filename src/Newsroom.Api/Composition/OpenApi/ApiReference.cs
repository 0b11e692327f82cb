using Scalar.AspNetCore;

namespace Newsroom.Api.Composition.OpenApi;

/// <summary>
/// Serves a page to browse the description at <c>/docs</c>. It is served by this host alone: its policy lets the browser load nothing from
/// elsewhere, and it offers no services of its vendor.
/// </summary>
internal static class ApiReference
{
    /// <summary>The path of the page.</summary>
    public const string Path = "/docs";

    // The page configures itself in an inline script, and its program adds styles.
    private const string Policy =
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self' data:; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Maps the page.</summary>
    public static void MapApiReference(this WebApplication app)
    {
        app.Use(
            (http, next) =>
            {
                if (http.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal))
                {
                    http.Response.Headers.ContentSecurityPolicy = Policy;
                }

                return next(http);
            }
        );
        app.MapScalarApiReference(
                Path,
                options =>
                    options
                        .WithTitle("Newsroom")
                        .WithOpenApiRoutePattern(OpenApiSetup.Path)
                        .DisableDefaultFonts()
                        .DisableTelemetry()
                        .DisableAgent()
                        .DisableMcp()
                        .HideClientButton()
                        .HideDeveloperTools()
                        .WithCustomCss("a[href*='utm_source=powered-by'] { display: none }")
            )
            .AllowAnonymous();
    }
}
