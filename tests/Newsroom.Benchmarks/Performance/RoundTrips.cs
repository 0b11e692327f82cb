using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Newsroom.Benchmarks.Performance;

/// <summary>
/// Counts database round trips of requests: each executed command or batch, and each commit. The driver logs them; BEGIN is sent with the
/// first command. The work of projections is not part of a request's activity and is not counted.
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

    /// <summary>The number of requests that used the database.</summary>
    public int Requests => requests.Count;

    /// <summary>The total number of round trips.</summary>
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
