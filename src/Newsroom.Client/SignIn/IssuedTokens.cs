namespace Newsroom.Client.SignIn;

/// <summary>Tokens of an issuer.</summary>
/// <param name="AccessToken">The bearer token of requests.</param>
/// <param name="RefreshToken">The token that renews it; null where the issuer gave none.</param>
/// <param name="Expires">When the access token expires; null where the issuer does not say.</param>
public sealed record IssuedTokens(string AccessToken, string? RefreshToken, DateTimeOffset? Expires);
