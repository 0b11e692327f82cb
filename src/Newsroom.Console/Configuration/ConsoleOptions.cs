namespace Newsroom.Console.Configuration;

/// <summary>Configures the console.</summary>
public sealed record ConsoleOptions
{
    /// <summary>Gets the address of the API; null for the host that serves the console.</summary>
    public Uri? Api { get; init; }

    /// <summary>Gets the host name of requests to the API, where one address serves several; null for that of the address.</summary>
    public string? ApiHost { get; init; }

    /// <summary>
    /// Gets the directory with the key of the development issuer; null where people sign in at an OpenID Connect issuer.
    /// </summary>
    public string? DevelopmentData { get; init; }

    /// <summary>Gets the OpenID Connect issuer; null where <see cref="DevelopmentData"/> is given.</summary>
    public string? Authority { get; init; }

    /// <summary>Gets the audience that the API requires of tokens; null for any.</summary>
    public string? Audience { get; init; }

    /// <summary>Gets the client id of the console at the issuer.</summary>
    public string ClientId { get; init; } = "newsroom-console";

    /// <summary>Gets the client secret; null for a public client.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Gets the scopes to ask for besides those of OpenID Connect.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>
    /// Gets the directory with encrypted sessions and their keys, which several hosts can share; null where sessions are in memory.
    /// </summary>
    public string? SessionDirectory { get; init; }

    /// <summary>Gets whether cookies may be sent without TLS to a browser on this machine.</summary>
    public bool AllowsHttpOnLoopback => DevelopmentData is not null;
}
