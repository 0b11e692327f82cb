using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Console.Hosting;

namespace Newsroom.Api.Composition.Titles;

/// <summary>Starts the host of a title, and starts it again with an increasing delay when it cannot start, or ends.</summary>
/// <param name="plan">The title.</param>
/// <param name="start">Starts a host.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">The log of the installation.</param>
internal sealed partial class TitleRunner(
    TitlePlan plan,
    Func<TitlePlan, CancellationToken, Task<TitleHost>> start,
    TimeProvider clock,
    ILogger log
) : IAsyncDisposable
{
    private static readonly Backoff Delays = new(TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1));

    private readonly CancellationTokenSource stopping = new();
    private volatile TitleHost? host;
    private volatile string? fault;
    private Task running = Task.CompletedTask;

    /// <summary>Gets the title.</summary>
    public TitlePlan Plan => plan;

    /// <summary>Gets the host; null while it does not run.</summary>
    public TitleHost? Host => host;

    /// <summary>Gets why the title does not run; null while it runs, or starts for the first time.</summary>
    public string? Fault => fault;

    /// <summary>Starts the title after another task, such as the end of its earlier host.</summary>
    public void Start(Task after) => running = Task.Run(() => RunAsync(after));

    /// <summary>Ends streams of the title, so that its running requests end.</summary>
    public void BeginStop()
    {
        stopping.Cancel();
        host?.BeginStop();
    }

    /// <summary>Stops the title after its running requests.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running;
        stopping.Dispose();
    }

    private async Task RunAsync(Task after)
    {
        await after;
        for (var attempt = 1; !stopping.IsCancellationRequested; attempt++)
        {
            try
            {
                await using var started = await start(plan, stopping.Token);
                (host, fault, attempt) = (started, null, 0);
                Started(log, plan.File.Name);
                await EndOfAsync(started);
                host = null;
                fault = "The host of the title ended by itself; the log says why.";
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure)
            {
                (host, fault) = (null, Describe(failure));
                NotStarted(log, plan.File.Name, fault, failure);
            }

            await WaitAsync(attempt);
        }

        host = null;
        Stopped(log, plan.File.Name);
    }

    private async Task EndOfAsync(TitleHost started)
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var own = started.Ending.Register(() => end.TrySetResult());
        await using var asked = stopping.Token.Register(() => end.TrySetResult());
        await end.Task;
    }

    private async Task WaitAsync(int attempt) =>
        await Delays.DelayAsync(attempt, clock, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    // Of other exceptions the log has more; a message of Npgsql names server and database, never the password.
    private static string Describe(Exception failure) =>
        failure switch
        {
            SettingsException or HostSettingsException => failure.Message,
            Npgsql.NpgsqlException => $"The database cannot be used: {failure.Message}",
            _ => $"The host cannot start: {failure.Message}",
        };

    [LoggerMessage(LogLevel.Information, "The title {Title} is started.")]
    private static partial void Started(ILogger log, string title);

    [LoggerMessage(LogLevel.Information, "The title {Title} is stopped.")]
    private static partial void Stopped(ILogger log, string title);

    [LoggerMessage(LogLevel.Error, "The title {Title} cannot be started, which is tried again: {Reason}")]
    private static partial void NotStarted(ILogger log, string title, string reason, Exception failure);
}
