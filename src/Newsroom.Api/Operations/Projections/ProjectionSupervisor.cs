using JasperFx;
using JasperFx.Events.Daemon;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Wolverine.Runtime.Agents;

namespace Newsroom.Api.Operations.Projections;

/// <summary>
/// Restarts the projections of this node that failed, with increasing delays and without limit. An event that cannot be applied is parked
/// after a restart (<see cref="ResilientProjection"/>).
/// </summary>
internal sealed partial class ProjectionSupervisor(
    ProjectionMonitor monitor,
    UnreadableEventSkipper skipper,
    ProjectionMetrics metrics,
    TimeProvider clock,
    ILogger<ProjectionSupervisor> log
) : BackgroundService
{
    private static readonly TimeSpan PollingInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan IdleReadInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MaxRetryDelay = TimeSpan.FromSeconds(30);
    private static readonly Backoff RetryDelays = new(TimeSpan.FromSeconds(0.5), MaxRetryDelay);

    private readonly Dictionary<Uri, (int Count, DateTimeOffset At)> restarts = [];
    private readonly Dictionary<Uri, DateTimeOffset> saved = [];
    private readonly Dictionary<Uri, (int Restart, TimeSpan Delay)> delays = [];
    private DateTimeOffset readAt = DateTimeOffset.MinValue;
    private bool isIdle;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(PollingInterval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (
                var agent in monitor.Agents.Where(a => a.Failure is not null && a.Status != AgentStatus.Running && !a.IsRebuilding).ToList()
            )
            {
                await TryAsync(async () =>
                {
                    await SaveAsync(agent, stoppingToken);
                    await RestartAsync(agent, stoppingToken);
                });
            }

            if (!isIdle || clock.GetUtcNow() - readAt >= IdleReadInterval)
            {
                await TryAsync(() => ReadAsync(stoppingToken));
            }
        }
    }

    // A projection without progress is detected by comparing its positions over time.
    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var projections = await monitor.ReadAsync(cancellationToken);
        metrics.Latest = projections;
        (readAt, isIdle) = (clock.GetUtcNow(), projections.All(projection => projection.Position >= projection.Head));
        await monitor.RemovePassedFailuresAsync(cancellationToken);
    }

    private async Task TryAsync(Func<Task> observe)
    {
        try
        {
            await observe();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            NotObserved(log, failure);
        }
    }

    /// <summary>Stores a failure once, for the other nodes.</summary>
    private async Task SaveAsync(EventSubscriptionAgent agent, CancellationToken cancellationToken)
    {
        if (agent.Failure is { } failure && saved.GetValueOrDefault(agent.Uri) != failure.OccurredAt && monitor.NameOf(agent) is { } name)
        {
            await monitor.SaveFailureAsync(name, failure, cancellationToken);
            saved[agent.Uri] = failure.OccurredAt;
        }
    }

    private async Task RestartAsync(EventSubscriptionAgent agent, CancellationToken cancellationToken)
    {
        var (now, failure) = (clock.GetUtcNow(), agent.Failure!);
        var (count, restartedAt) = restarts.GetValueOrDefault(agent.Uri);
        if (failure.OccurredAt - restartedAt > MaxRetryDelay)
        {
            // It has run for a while since the last restart.
            count = 0;
        }

        // Drawn once a restart: a delay that changed with each poll would end at its lowest bound.
        if (!delays.TryGetValue(agent.Uri, out var drawn) || drawn.Restart != count)
        {
            delays[agent.Uri] = drawn = (count, RetryDelays.Draw(count + 1));
        }

        var stoppedAt = failure.OccurredAt > restartedAt ? failure.OccurredAt : restartedAt;
        if (now - stoppedAt < drawn.Delay)
        {
            return;
        }

        Restarting(log, agent.Uri, ProjectionFailure.Summary(failure), count + 1);
        restarts[agent.Uri] = (count + 1, now);
        await agent.StopAsync(cancellationToken);
        if (await PassAsync(agent, failure, cancellationToken))
        {
            restarts.Remove(agent.Uri);
        }

        await agent.StartAsync(cancellationToken);
    }

    /// <summary>Takes a projection past events that cannot be deserialized.</summary>
    private async Task<bool> PassAsync(EventSubscriptionAgent agent, ShardFailure failure, CancellationToken cancellationToken)
    {
        if (
            failure.Category is not (ShardFailureCategory.EventSerialization or ShardFailureCategory.UnknownEventType)
            || monitor.NameOf(agent) is not { } name
        )
        {
            return false;
        }

        try
        {
            return await skipper.PassAsync(name, failure.Event?.Sequence ?? 0, cancellationToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // The projection is started nevertheless, and fails again.
            NotObserved(log, problem);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Projection} stopped: {Failure} Restarting (attempt {Attempt}).")]
    private static partial void Restarting(ILogger log, Uri projection, string failure, int attempt);

    [LoggerMessage(LogLevel.Warning, "Projections could not be supervised; retrying in a second.")]
    private static partial void NotObserved(ILogger log, Exception failure);
}
