using JasperFx;
using Wolverine.Runtime.Agents;

namespace Newsroom.Api.Operations;

/// <summary>
/// Restarts the projections of this node that stopped because of a failure, with an increasing delay and without an end: whatever it was may have passed.
/// An event that cannot be applied is parked after a restart (<see cref="ResilientProjection"/>).
/// </summary>
public sealed partial class ProjectionSupervisor(ProjectionMonitor monitor, TimeProvider clock, ILogger<ProjectionSupervisor> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(30);

    private readonly Dictionary<Uri, (int Count, DateTimeOffset At)> restarts = [];

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Poll, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Observe(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                NotObserved(log, failure);
            }
        }
    }

    private async Task Observe(CancellationToken cancel)
    {
        foreach (var agent in monitor.Agents.Where(a => a.Failure is not null && a.Status != AgentStatus.Running && !a.IsRebuilding).ToList())
        {
            await Restart(agent, cancel);
        }

        // What stands still is noticed by being looked at again and again.
        await monitor.Read(cancel);
    }

    private async Task Restart(EventSubscriptionAgent agent, CancellationToken cancel)
    {
        var (now, failure) = (clock.GetUtcNow(), agent.Failure!);
        var (count, restartedAt) = restarts.GetValueOrDefault(agent.Uri);
        if (failure.OccurredAt - restartedAt > MaxDelay)
        {
            // It has run for a while since.
            count = 0;
        }

        var delay = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(count, 10)) / 2, MaxDelay.TotalSeconds));
        var stoppedAt = failure.OccurredAt > restartedAt ? failure.OccurredAt : restartedAt;
        if (now - stoppedAt < delay)
        {
            return;
        }

        Restarting(log, agent.Uri, ProjectionFailure.Summary(failure), count + 1);
        restarts[agent.Uri] = (count + 1, now);
        await agent.StopAsync(cancel);
        await agent.StartAsync(cancel);
    }

    [LoggerMessage(LogLevel.Warning, "{Projection} stopped: {Failure} Restarting it (attempt {Attempt}).")]
    private static partial void Restarting(ILogger log, Uri projection, string failure, int attempt);

    [LoggerMessage(LogLevel.Warning, "Projections could not be supervised; trying again in a second.")]
    private static partial void NotObserved(ILogger log, Exception failure);
}
