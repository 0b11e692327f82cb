using JasperFx.Events;
using Marten;
using Newsroom.Api.Infrastructure.Projections;
using Npgsql;

namespace Newsroom.Api.Operations.Projections;

/// <summary>The rows that some streams should have in views.</summary>
internal sealed class ExpectedRows
{
    private readonly List<ExpectedView> views;
    private readonly IReadOnlyDictionary<Type, object> references;

    /// <summary>Begins with no stream.</summary>
    /// <param name="store">The store.</param>
    /// <param name="registered">The views, with their projections.</param>
    /// <param name="progress">How far projections have come.</param>
    /// <param name="references">The documents that the views reference, and the last event of each type.</param>
    public ExpectedRows(
        IDocumentStore store,
        IEnumerable<RegisteredView> registered,
        ProjectionProgress progress,
        IReadOnlyDictionary<Type, (object Documents, long Last)> references
    )
    {
        this.references = references.ToDictionary(r => r.Key, r => r.Value.Documents);
        views = [.. registered.Select(r => new ExpectedView(r.View, r.View.Expect(store), Applied(r), Referenced(r.View)))];

        long Applied(RegisteredView r) => r.Projection.IsAsync ? progress.Of(r.Projection.Name) : long.MaxValue;

        long Referenced(IVerifiedView view) => view.References.Select(r => references[r.Type].Last).DefaultIfEmpty().Max();
    }

    /// <summary>Events that cannot be read. The rows of their streams are not compared.</summary>
    public required IReadOnlyList<UnreadableEvent> Unreadable { get; init; }

    /// <summary>Adds a stream.</summary>
    /// <param name="id">The stream.</param>
    /// <param name="events">All its events, in order.</param>
    public void Add(Guid id, IReadOnlyList<IEvent> events)
    {
        var stream = new StreamHistory(id, events, references);
        foreach (var view in views)
        {
            view.Add(stream);
        }
    }

    /// <summary>Compares views with the rows, and writes what differs where that is asked for.</summary>
    /// <param name="connection">The connection, in the transaction to compare in.</param>
    /// <param name="streams">The streams that were added.</param>
    /// <param name="repair">Whether to write what differs.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<IReadOnlyList<Discrepancies>> ReconcileAsync(
        NpgsqlConnection connection,
        Guid[] streams,
        bool repair,
        CancellationToken cancellationToken
    )
    {
        var found = new List<Discrepancies>();
        var read = streams.Except(Unreadable.Select(u => u.Stream)).ToArray();
        foreach (var expected in views)
        {
            var complete = read.Except(expected.Behind).ToArray();
            var different = await expected.Rows.ReconcileAsync(connection, complete, repair, cancellationToken);
            found.Add(new(expected.View.Name, expected.Rows.Count, different));
        }

        found[0] = found[0] with { Unreadable = Unreadable };
        return found;
    }

    /// <param name="View">The view.</param>
    /// <param name="Rows">The rows it should have.</param>
    /// <param name="Applied">The last event that its projection has applied.</param>
    /// <param name="Referenced">The last event of documents that it references.</param>
    private sealed record ExpectedView(IVerifiedView View, IExpectedRows Rows, long Applied, long Referenced)
    {
        /// <summary>Streams with events that the projection has not applied.</summary>
        public HashSet<Guid> Behind { get; } = [];

        public void Add(StreamHistory stream)
        {
            if (stream.Events[^1].Sequence <= Applied && Referenced <= Applied)
            {
                Rows.Add(stream);
                return;
            }

            Behind.Add(stream.Id);
            if (View.IsPerEvent && stream.Until(Applied) is { } applied)
            {
                Rows.Add(applied);
            }
        }
    }
}
