using JasperFx.Events.Daemon;
using Npgsql;

namespace Newsroom.Api.Infrastructure.Projections;

/// <summary>Classifies why a projection could not apply events.</summary>
internal static class ProjectionFailure
{
    // Cardinality violation, data exception, integrity constraint violation, program limit exceeded, PL/pgSQL error (raised by a trigger).
    private static readonly HashSet<string> CausedByData = ["21", "22", "23", "54", "P0"];

    /// <summary>
    /// Determines whether the events caused the failure, so that retries fail and other events succeed. False for transient failures
    /// (connection lost, deadlock) and for those that affect every event (missing table or privilege, full disk).
    /// </summary>
    public static bool IsCausedByEvent(Exception failure)
    {
        var all = Causes(failure).ToList();
        var refusals = all.OfType<PostgresException>().ToList();
        if (refusals.Count > 0)
        {
            return refusals.TrueForAll(refusal => CausedByData.Contains(refusal.SqlState[..2]));
        }

        return !all.Exists(f => f is NpgsqlException or OperationCanceledException or OutOfMemoryException or ObjectDisposedException)
            && !TransientFailures.IsTransient(failure);
    }

    /// <summary>Returns the message of the innermost failure, at most 500 characters: wrappers repeat whole statements.</summary>
    public static string Summary(Exception failure) => LastLine(Causes(failure).Last().Message);

    /// <summary>Returns the message of the innermost failure, as the daemon keeps it.</summary>
    public static string Summary(ShardFailure failure)
    {
        var inner = failure.Detail.Split('\n').LastOrDefault(line => line.TrimStart().StartsWith(Inner, StringComparison.Ordinal));
        return inner is null ? LastLine(failure.Message) : LastLine(inner[(inner.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
    }

    private const string Inner = "---> ";

    /// <summary>Marten puts the statement first and the reason last.</summary>
    private static string LastLine(string message)
    {
        var last = message.TrimEnd().Split('\n')[^1].Trim();
        return last.Length <= MaxSummary ? last : last[..MaxSummary];
    }

    private const int MaxSummary = 500;

    private static IEnumerable<Exception> Causes(Exception failure)
    {
        yield return failure;
        IEnumerable<Exception?> inner = (failure as AggregateException)?.InnerExceptions ?? Enumerable.Repeat(failure.InnerException, 1);
        foreach (var cause in inner.OfType<Exception>().SelectMany(Causes))
        {
            yield return cause;
        }
    }
}
