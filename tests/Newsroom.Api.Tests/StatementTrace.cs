using System.Collections.Concurrent;
using System.Diagnostics;

namespace Newsroom.Api.Tests;

/// <summary>Collects the statements that requests send to the database, as the driver reports them. It does not report commits.</summary>
public sealed class StatementTrace : IDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> statements = new();
    private readonly ActivityListener listener;

    public StatementTrace()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = Note,
        };
        ActivitySource.AddActivityListener(listener);
    }

    public void Dispose() => listener.Dispose();

    /// <summary>Returns the id of a trace, and the header of a request that belongs to it.</summary>
    public static (string Trace, (string Name, string? Value) Header) Begin()
    {
        var trace = ActivityTraceId.CreateRandom().ToHexString();
        return (trace, ("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom().ToHexString()}-01"));
    }

    /// <summary>Returns the statements of a trace. Statements that were sent together are one.</summary>
    public IReadOnlyCollection<string> Of(string trace) => statements.GetValueOrDefault(trace) ?? [];

    /// <summary>Records statements, without those that open a connection of the pool.</summary>
    private void Note(Activity activity)
    {
        if (activity.Source.Name == "Npgsql" && activity.GetTagItem("db.query.text") is string sql)
        {
            statements.GetOrAdd(activity.TraceId.ToHexString(), _ => []).Enqueue(sql);
        }
    }
}
