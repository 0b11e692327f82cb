using JasperFx.Events;
using Marten;
using Marten.Events.Projections;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Domain.Numbers;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Numbers;

/// <summary>
/// Maintains what numbers are counted from, asynchronously. A row depends on earlier events of its story only: those of the page, and
/// what the table has of those before it.
/// </summary>
public sealed class NumbersProjection : IProjection
{
    /// <summary>The name that its progress is stored under.</summary>
    public const string Name = "numbers";

    private static readonly string Insert = $"""
        insert into {CountedActTable.Name} ({CountedActTable.Columns})
        select * from unnest({Placeholders(CountedActTable.Types)}) on conflict (sequence) do nothing
        """;

    /// <summary>Registers it.</summary>
    public static ProjectionRegistration Registration() => new AsyncProjection(Name, new NumbersProjection(), new CountedActView());

    /// <summary>Writes the rows of events.</summary>
    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        var counted = events.Where(e => e.Data is StoryEvent && ActCounter.Counts(e.Data)).ToList();
        if (counted.Count == 0)
        {
            return;
        }

        var batch = operations.CreateBatchQuery();
        var loading = batch.AddItem(new EarlierActsQuery(counted));
        await batch.Execute(cancellation);
        var counters = await loading;
        var rows = counted
            .GroupBy(e => e.StreamId)
            .SelectMany(story => CountedActRow.Of(story, counters.GetValueOrDefault(story.Key) ?? CountedActRow.Counter()))
            .ToList();
        operations.QueueSqlCommand(
            Insert,
            rows.Select(r => r.Sequence).ToArray(),
            rows.Select(r => r.Story).ToArray(),
            rows.Select(r => r.At).ToArray(),
            rows.Select(r => r.Desk).ToArray(),
            rows.Select(r => r.Kind).ToArray(),
            rows.Select(r => r.Passage).ToArray(),
            rows.Select(r => r.Waited).ToArray()
        );
    }

    // Marten's statements have question marks for parameters.
    private static string Placeholders(string types) =>
        string.Join(", ", types.Split(", ").Select(type => $"?{type[type.IndexOf(':', StringComparison.Ordinal)..]}"));
}
