using System.Text.Json.Serialization;

namespace Newsroom.Client.Http;

/// <summary>Names the issuer of tokens for a server (RFC 9728).</summary>
/// <param name="AuthorizationServers">The OpenID Connect issuers; none at a development server with local tokens.</param>
/// <param name="ScopesSupported">The scopes to ask the issuer for, besides those of OpenID Connect.</param>
/// <param name="Audience">The audience that tokens must have; null for any.</param>
/// <param name="CliClientId">The client id of the command line at the issuer.</param>
public sealed record ProtectedResource(
    [property: JsonPropertyName("authorization_servers")] IReadOnlyList<string> AuthorizationServers,
    [property: JsonPropertyName("scopes_supported")] IReadOnlyList<string>? ScopesSupported = null,
    [property: JsonPropertyName("newsroom_audience")] string? Audience = null,
    [property: JsonPropertyName("newsroom_cli_client_id")] string CliClientId = "newsroom-cli"
);
