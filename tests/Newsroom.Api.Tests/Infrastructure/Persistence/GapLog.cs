using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Newsroom.Api.Tests.Infrastructure.Persistence;

/// <summary>Observes in Marten's log what the daemon decides about sequence gaps: to hold before one, or to skip it.</summary>
internal sealed class GapLog : ILoggerProvider, ILogger
{
    private readonly Channel<long> marks = Channel.CreateUnbounded<long>();

    /// <summary>Waits until the daemon has decided about the gap above a sequence number.</summary>
    public async Task DecidedAsync(long above)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        while (await marks.Reader.ReadAsync(cancellationToken).AsTask().WaitAsync(Eventually.Timeout, cancellationToken) != above) { }
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    /// <inheritdoc/>
    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        // Both decisions state the gap, and the transactions that may still fill it.
        if (
            state is IReadOnlyList<KeyValuePair<string, object?>> values
            && values.Any(value => value.Key == "Liveness")
            && values.FirstOrDefault(value => value.Key == "Mark").Value is long mark
        )
        {
            marks.Writer.TryWrite(mark);
        }
    }

    /// <inheritdoc/>
    public void Dispose() { }
}
