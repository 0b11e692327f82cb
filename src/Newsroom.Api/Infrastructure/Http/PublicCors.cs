using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Routing;
using Newsroom.Api.Infrastructure.Persistence;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>
/// Lets pages of listed origins read public responses (CORS). Off unless <c>Cors:AllowedOrigins</c> lists origins. Requests that need a
/// token are never allowed, so no page can act for a person.
/// </summary>
public sealed record PublicCors(IReadOnlyList<string> Origins)
{
    /// <summary>The setting: origins, separated by commas or spaces.</summary>
    public const string Setting = "Cors:AllowedOrigins";

    private const string Policy = "public-reads";

    private static readonly string[] Exposed = ["ETag", "Link", "Retry-After", Quota.PolicyHeader, Quota.StateHeader];

    /// <summary>Gets whether any origin is allowed.</summary>
    public bool IsOn => Origins.Count > 0;

    /// <summary>Reads the setting.</summary>
    /// <exception cref="SettingsException">An entry is not an origin.</exception>
    public static PublicCors Of(IConfiguration configuration)
    {
        var origins = (configuration[Setting] ?? "").Split(
            [',', ' '],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        return origins.FirstOrDefault(origin => !IsOrigin(origin)) is { } wrong
            ? throw new SettingsException(
                $"{Setting} has \"{wrong}\", which is not an origin. Accepted: scheme and host, such as https://www.example.org."
            )
            : new PublicCors(origins);
    }

    /// <summary>Registers the policy.</summary>
    public static void Add(WebApplicationBuilder builder)
    {
        var cors = Of(builder.Configuration);
        builder.Services.AddSingleton(cors);
        builder.Services.AddCors(options =>
            options.AddPolicy(
                Policy,
                policy =>
                    policy
                        .WithOrigins([.. cors.Origins])
                        .WithMethods(HttpMethods.Get, HttpMethods.Head)
                        .WithHeaders("If-None-Match")
                        .WithExposedHeaders(Exposed)
                        .SetPreflightMaxAge(TimeSpan.FromHours(1))
            )
        );
    }

    /// <summary>Allows the listed origins to read an endpoint.</summary>
    public void Allow(EndpointBuilder endpoint)
    {
        if (IsOn)
        {
            endpoint.Metadata.Add(new EnableCorsAttribute(Policy));
            endpoint.Metadata.OfType<IHttpMethodMetadata>().Last().AcceptCorsPreflight = true;
        }
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && text.Equals(uri.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);
}
