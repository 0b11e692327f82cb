namespace Newsroom.EmbeddedPostgres;

/// <summary>Reports that the embedded PostgreSQL cannot run. The message says why and what to do.</summary>
public class EmbeddedPostgresException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Reports that no suitable PostgreSQL is installed and none could be downloaded.</summary>
public sealed class PostgresNotFoundException(string message, Exception? inner = null) : EmbeddedPostgresException(message, inner);
