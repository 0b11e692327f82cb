using System.Diagnostics;

namespace Newsroom.Api.Composition.Titles;

/// <summary>Adds the title to each line of the log of its host, and the trace, as the framework's provider of scopes does.</summary>
/// <param name="title">The name of the title.</param>
internal sealed class TitleScopes(string title) : IExternalScopeProvider
{
    private readonly LoggerExternalScopeProvider scopes = new();
    private readonly Dictionary<string, object> own = new() { [CurrentTitle.Tag] = title };

    /// <inheritdoc/>
    public void ForEachScope<TState>(Action<object?, TState> callback, TState state)
    {
        callback(own, state);
        if (Activity.Current is { } activity)
        {
            callback(
                new Dictionary<string, object>
                {
                    ["SpanId"] = $"{activity.SpanId}",
                    ["TraceId"] = $"{activity.TraceId}",
                    ["ParentId"] = $"{activity.ParentSpanId}",
                },
                state
            );
        }

        scopes.ForEachScope(callback, state);
    }

    /// <inheritdoc/>
    public IDisposable Push(object? state) => scopes.Push(state);
}
