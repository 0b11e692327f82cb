namespace Newsroom.Cli.Logins;

/// <summary>The login of a server.</summary>
/// <param name="Token">The bearer token.</param>
internal sealed record StoredLogin(string Token)
{
    /// <summary>The token that renews it; null for a login that cannot be renewed.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>When the token expires, where that is known.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>The issuer; null for a development server's own token.</summary>
    public string? Issuer { get; init; }

    /// <summary>The client id at the issuer.</summary>
    public string? ClientId { get; init; }

    /// <summary>How a service account gets a new token; null for a person.</summary>
    public ServiceAccount? Service { get; init; }
}

/// <summary>How a service account gets a new token. Its secret is not kept.</summary>
/// <param name="SecretFile">The file with the secret; null where the environment has it.</param>
/// <param name="Scopes">The scopes to ask for.</param>
/// <param name="Audience">The audience of the token; null for the issuer's default.</param>
internal sealed record ServiceAccount(string? SecretFile, string[] Scopes, string? Audience);
