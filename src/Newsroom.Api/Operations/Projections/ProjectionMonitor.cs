using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using JasperFx.Events.Daemon;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Domain.Kernel;
using Npgsql;
using Wolverine.Runtime;
using Wolverine.Runtime.Agents;

namespace Newsroom.Api.Operations.Projections;

/// <summary>Classifies the progress of a projection.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<ProjectionState>))]
public enum ProjectionState
{
    /// <summary>The projection has applied every event, or is applying the last ones.</summary>
    Current,

    /// <summary>The projection advances, but is more than 1,000 events behind.</summary>
    Behind,

    /// <summary>The projection does not advance although events wait.</summary>
    Stopped,
}

/// <summary>The progress of a projection.</summary>
/// <param name="Name">The projection.</param>
/// <param name="Position">The sequence of the last event it has applied.</param>
/// <param name="Head">The sequence of the last event of the record.</param>
/// <param name="State">Whether it follows the record.</param>
/// <param name="Error">Why it stopped; null if unknown.</param>
public sealed record ProjectionStatus(string Name, long Position, long Head, ProjectionState State, string? Error)
{
    /// <summary>Gets the time of its last failure; null unless it stopped.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>Gets the node that ran it then; null unless it stopped.</summary>
    public string? Node { get; init; }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Name}: {(State == ProjectionState.Stopped ? "stopped" : "behind")} at {Position} of {Head}{(Error is null ? "" : $": {Error}")}";
}

/// <summary>Observes the progress of asynchronous projections and subscriptions. One instance a node.</summary>
public sealed class ProjectionMonitor(
    NpgsqlDataSource database,
    IWolverineRuntime runtime,
    IEnumerable<IEventConsumer> consumers,
    TimeProvider clock
)
{
    private readonly string[] names = [.. consumers.Select(consumer => consumer.Name)];

    /// <summary>The number of events that a projection may be behind before it is reported.</summary>
    public const long MaxBehind = 1000;

    private const string Sql = $"""
        select n.name, coalesce(p.last_seq_id, 0), (select coalesce(max(seq_id), 0) from {MartenNames.Events}),
            f.position, f.message, f.at, f.node
        from unnest($1::text[]) n(name)
        left join {MartenNames.Progression} p on p.name = n.name || '{MartenNames.AllShards}'
        left join {FailureTable.Name} f on f.projection = n.name
        """;

    /// <summary>The time without progress after which a projection counts as stopped: longer than a page of events takes.</summary>
    private static readonly TimeSpan MaxStandstill = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan PollingInterval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan HeadTimeout = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (long Position, DateTimeOffset Since)> advanced = new();
    private volatile bool hasPassedFailures;

    /// <summary>Reads the status of every projection.</summary>
    public async Task<IReadOnlyList<ProjectionStatus>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = names });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var (statuses, passed) = (new List<ProjectionStatus>(), false);
        while (await rows.ReadAsync(cancellationToken))
        {
            var position = rows.GetInt64(1);
            var isPassed = !rows.IsDBNull(3) && rows.GetInt64(3) < position;
            passed |= isPassed;
            var stored =
                isPassed || rows.IsDBNull(3)
                    ? null
                    : new StoredFailure(rows.GetString(4), rows.GetFieldValue<DateTimeOffset>(5), rows.GetString(6));
            statuses.Add(StatusOf(rows.GetString(0), position, rows.GetInt64(2), stored));
        }

        hasPassedFailures = passed;
        return statuses;
    }

    /// <summary>
    /// Determines whether the daemon sees the transactions of running commands. Otherwise it may skip the events of a slow one.
    /// </summary>
    internal async Task<bool> SeesTransactionsAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select pg_has_role('pg_read_all_stats', 'usage')");
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Stores the last failure of a projection of this node, for the other nodes.</summary>
    internal Task SaveFailureAsync(string projection, ShardFailure failure, CancellationToken cancellationToken) =>
        FailureTable.SaveAsync(database, projection, new(ProjectionFailure.Summary(failure), failure.OccurredAt, Node), cancellationToken);

    /// <summary>Removes stored failures of projections that were seen to have advanced.</summary>
    internal async Task RemovePassedFailuresAsync(CancellationToken cancellationToken)
    {
        if (hasPassedFailures)
        {
            await FailureTable.RemovePassedAsync(database, cancellationToken);
        }
    }

    /// <summary>Returns the projection that an agent runs.</summary>
    internal string? NameOf(EventSubscriptionAgent agent) => Array.Find(names, name => IsOf(agent, name));

    /// <summary>
    /// Waits until every projection has applied the record as it is now, for 30 seconds at most. One that failed is not waited for.
    /// </summary>
    /// <returns>The sequence of the last event of the record, and the projections that have not applied it.</returns>
    public async Task<(long Head, IReadOnlyList<ProjectionStatus> Missing)> WaitForHeadAsync(CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var statuses = await ReadAsync(cancellationToken);
        var head = statuses[0].Head;
        while (true)
        {
            var missing = statuses.Where(s => s.Position < head).ToList();
            var isLate = clock.GetElapsedTime(started) > HeadTimeout;
            if (isLate || missing.Count == 0 || missing.TrueForAll(s => s.Error is not null))
            {
                return (
                    head,
                    [
                        .. missing.Select(s =>
                            s with
                            {
                                Head = head,
                                State = s.State == ProjectionState.Stopped ? s.State : ProjectionState.Behind,
                            }
                        ),
                    ]
                );
            }

            await Task.Delay(PollingInterval, cancellationToken);
            statuses = await ReadAsync(cancellationToken);
        }
    }

    /// <summary>The agents of this node that run projections and subscriptions.</summary>
    internal IEnumerable<EventSubscriptionAgent> Agents =>
        (runtime as WolverineRuntime)?.NodeController?.Agents.Values.OfType<EventSubscriptionAgent>() ?? [];

    private string Node => $"{Environment.MachineName}/{(runtime as WolverineRuntime)?.Options.Durability.AssignedNodeNumber}";

    private ProjectionStatus StatusOf(string name, long position, long head, StoredFailure? stored)
    {
        var now = clock.GetUtcNow();
        var (_, since) = advanced.AddOrUpdate(
            name,
            _ => (position, now),
            (_, before) => position != before.Position || position >= head ? (position, now) : before
        );
        var failure = Agents.FirstOrDefault(agent => IsOf(agent, name))?.Failure is { } own
            ? new StoredFailure(ProjectionFailure.Summary(own), own.OccurredAt, Node)
            : stored;
        var status = new ProjectionStatus(name, position, head, ProjectionState.Current, null);
        if (position >= head)
        {
            return status;
        }

        if (failure is not null || now - since >= MaxStandstill)
        {
            return status with { State = ProjectionState.Stopped, Error = failure?.Message, FailedAt = failure?.At, Node = failure?.Node };
        }

        return head - position > MaxBehind ? status with { State = ProjectionState.Behind } : status;
    }

    private static bool IsOf(EventSubscriptionAgent agent, string name) =>
        agent.Uri.Segments.Any(segment => string.Equals(segment.Trim('/'), name, StringComparison.OrdinalIgnoreCase));
}
