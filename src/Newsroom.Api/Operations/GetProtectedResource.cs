using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace Newsroom.Api.Operations;

/// <summary>GET /.well-known/oauth-protected-resource: where clients get a token (RFC 9728).</summary>
public static class GetProtectedResourceEndpoint
{
    /// <summary>The client id of command lines, unless <c>Authentication:CliClientId</c> names another.</summary>
    public const string DefaultCliClientId = "newsroom-cli";

    /// <summary>Names the issuer of tokens.</summary>
    [EndpointSummary("Name the issuer of tokens for this server (RFC 9728). A host in Development that signs its own tokens names none.")]
    [ProducesResponseType<ProtectedResource>(StatusCodes.Status200OK)]
    public static IResult Get(HttpRequest request, IConfiguration configuration)
    {
        var settings = configuration.GetSection("Authentication");
        ImmutableArray<string> issuers = string.IsNullOrWhiteSpace(settings["Authority"]) ? [] : [settings["Authority"]!];
        return Results.Ok(
            new ProtectedResource(
                $"{request.Scheme}://{request.Host}",
                issuers,
                [.. (settings["Scopes"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)],
                ["header"],
                settings["Audience"],
                settings["CliClientId"] is { Length: > 0 } client ? client : DefaultCliClientId
            )
        );
    }
}

/// <summary>Metadata of this server as a protected resource (RFC 9728, section 2).</summary>
/// <param name="Resource">This server's address.</param>
/// <param name="AuthorizationServers">The issuers whose tokens it accepts; none in Development with local tokens.</param>
/// <param name="ScopesSupported">The scopes to ask the issuer for, besides those of OpenID Connect.</param>
/// <param name="BearerMethodsSupported">How a request has its token: in a header.</param>
/// <param name="Audience">The audience that tokens must have; null for any.</param>
/// <param name="CliClientId">The client id of the command line at the issuer.</param>
public sealed record ProtectedResource(
    [property: JsonPropertyName("resource")] string Resource,
    [property: JsonPropertyName("authorization_servers")] ImmutableArray<string> AuthorizationServers,
    [property: JsonPropertyName("scopes_supported")] ImmutableArray<string> ScopesSupported,
    [property: JsonPropertyName("bearer_methods_supported")] ImmutableArray<string> BearerMethodsSupported,
    [property: JsonPropertyName("newsroom_audience")] string? Audience,
    [property: JsonPropertyName("newsroom_cli_client_id")] string CliClientId
);
