namespace Newsroom.Api.Infrastructure.Counting;

/// <summary>Records individual acts up to a number a minute, and counts the others in the database.</summary>
public interface IExcessCounter
{
    /// <summary>Appends the counts of the minutes completed before <paramref name="now"/>, and deletes them.</summary>
    /// <exception cref="Npgsql.NpgsqlException">The database is not reachable; the counts stay.</exception>
    Task CountExcessAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
