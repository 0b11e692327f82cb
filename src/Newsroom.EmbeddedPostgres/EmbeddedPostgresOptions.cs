namespace Newsroom.EmbeddedPostgres;

/// <summary>Configures the data directory and settings of an embedded PostgreSQL.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>Gets the data directory; created if missing. Its lock and log are beside it: <c>.lock</c>, <c>.log</c>.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Gets the database of the connection string; created if missing.</summary>
    public string Database { get; init; } = "newsroom";

    /// <summary>Gets server settings by name, as in postgresql.conf. Address and port cannot be set.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets directories to search instead of the usual ones.</summary>
    internal IReadOnlyList<string>? BinaryDirectories { get; init; }

    /// <summary>Gets the cache directory for binaries from npm, instead of the user's.</summary>
    internal string? NpmCache { get; init; }
}
