namespace Newsroom.EmbeddedPostgres;

/// <summary>The embedded PostgreSQL cannot run; the message says why and what would help.</summary>
public class EmbeddedPostgresException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>No PostgreSQL that fits is installed, and none could be fetched.</summary>
public sealed class PostgresNotFoundException(string message, Exception? inner = null) : EmbeddedPostgresException(message, inner);
