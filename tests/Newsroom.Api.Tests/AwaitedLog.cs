using Microsoft.Extensions.Logging;

namespace Newsroom.Api.Tests;

/// <summary>A log that signals when a message is logged.</summary>
/// <param name="start">How the message begins.</param>
internal sealed class AwaitedLog<T>(string start) : ILogger<T>
{
    private readonly TaskCompletionSource logged = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the message is logged.</summary>
    public Task Logged => logged.Task;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => true;

    /// <inheritdoc/>
    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (formatter(state, exception).StartsWith(start, StringComparison.Ordinal))
        {
            logged.TrySetResult();
        }
    }
}
