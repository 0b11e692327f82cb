namespace Newsroom.EmbeddedPostgres;

/// <summary>Where an embedded PostgreSQL keeps its data and how it is set up.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>Made if missing. Its lock and log lie beside it, as <c>.lock</c> and <c>.log</c>.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The database that the connection string names; made if missing.</summary>
    public string Database { get; init; } = "newsroom";

    /// <summary>Server settings by name, as in postgresql.conf. Address and port are not for the caller to set.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Searched for binaries instead of the machine's usual places.</summary>
    internal IReadOnlyList<string>? BinaryDirectories { get; init; }

    /// <summary>Where binaries from npm are kept, instead of the user's cache.</summary>
    internal string? NpmCache { get; init; }
}
