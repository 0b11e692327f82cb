using Newsroom.Console.Hosting;

namespace Newsroom.Api.Composition.Titles;

/// <summary>Runs the titles while the front runs. They start when it listens, and end their streams when the front is to end.</summary>
/// <param name="titles">The titles.</param>
/// <param name="lifetime">The lifetime of the front.</param>
/// <param name="shutdown">The end of the front.</param>
internal sealed class TitleJob(TitleSupervisor titles, IHostApplicationLifetime lifetime, GracefulShutdown shutdown) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var listening = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await using var stopping = shutdown.Ending.Register(() =>
        {
            foreach (var runner in titles.Runners.Values)
            {
                runner.BeginStop();
            }
        });
        await started.Task.WaitAsync(stoppingToken);
        await titles.RunAsync(stoppingToken);
    }
}
