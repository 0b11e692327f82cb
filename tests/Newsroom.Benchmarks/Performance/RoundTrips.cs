using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Newsroom.Benchmarks.Performance;

/// <summary>
/// Counts how often requests wait for the database: each command or batch that is executed, and each commit. The driver logs them; BEGIN
/// goes out with the first command. What happens beside requests, in views that follow, has no request's activity and is not counted.
/// </summary>
internal sealed class RoundTrips : ILoggerProvider, ILogger
{
    private const string RequestActivity = "Microsoft.AspNetCore.Hosting.HttpRequestIn";

    private static readonly string[] Waits =
    [
        "CommandExecutionCompleted",
        "BatchExecutionCompleted",
        "CommittedTransaction",
        "RolledBackTransaction",
    ];

    private readonly ConcurrentDictionary<string, bool> requests = new();
    private readonly ActivityListener listener = new()
    {
        ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
    };

    private int count;

    public RoundTrips() => ActivitySource.AddActivityListener(listener);

    /// <summary>How many requests waited.</summary>
    public int Requests => requests.Count;

    /// <summary>How often, all together.</summary>
    public int Count => count;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (!Waits.Contains(eventId.Name))
        {
            return;
        }

        for (var activity = Activity.Current; activity is not null; activity = activity.Parent)
        {
            if (activity.OperationName == RequestActivity)
            {
                requests.TryAdd(activity.Id!, true);
                Interlocked.Increment(ref count);
                return;
            }
        }
    }

    public void Dispose() => listener.Dispose();
}
