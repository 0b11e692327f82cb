using JasperFx.Events.Projections;
using Marten;
using Npgsql;

namespace Newsroom.Api.Infrastructure.Projections;

/// <summary>A table that a projection writes, and that can be compared with what the events say its rows should be.</summary>
public interface IVerifiedView
{
    /// <summary>The name that people verify and rebuild it by.</summary>
    string Name { get; }

    /// <summary>
    /// Whether each row is made of events up to one, and stays as it is: it is compared where later events are still to be applied.
    /// </summary>
    bool IsPerEvent { get; }

    /// <summary>The documents of other streams that its rows depend on.</summary>
    IReadOnlyList<IReferencedDocuments> References { get; }

    /// <summary>Begins to collect the rows that some streams should have.</summary>
    IExpectedRows Expect(IDocumentStore store);

    /// <summary>Finds the rows of streams that do not exist.</summary>
    /// <returns>Their keys.</returns>
    Task<IReadOnlyList<string>> FindOrphansAsync(
        NpgsqlConnection connection,
        IDocumentStore store,
        bool repair,
        CancellationToken cancellationToken
    );

    /// <summary>Has Marten empty the table before it rebuilds the projection.</summary>
    void AddTeardown(AsyncOptions options);
}

/// <summary>The rows that some streams should have in a view.</summary>
public interface IExpectedRows
{
    /// <summary>How many there are.</summary>
    int Count { get; }

    /// <summary>Adds the rows of a stream.</summary>
    void Add(StreamHistory stream);

    /// <summary>Compares the rows with the table.</summary>
    /// <param name="connection">The connection, in the transaction to compare in.</param>
    /// <param name="streams">The streams that should have no other rows.</param>
    /// <param name="repair">Whether to write what differs.</param>
    /// <param name="cancellationToken">Cancels the comparison.</param>
    /// <returns>The keys of rows that were missing, different or too many.</returns>
    Task<IReadOnlyList<string>> ReconcileAsync(
        NpgsqlConnection connection,
        Guid[] streams,
        bool repair,
        CancellationToken cancellationToken
    );
}

/// <summary>A view with one row an event, verified in the order of the events rather than stream by stream.</summary>
public interface IEventOrderedView : IVerifiedView
{
    /// <summary>Compares it page by page.</summary>
    /// <param name="store">The store.</param>
    /// <param name="database">The database.</param>
    /// <param name="head">The last event that it should have, also where its projection has not applied it.</param>
    /// <param name="repair">Whether to write what differs.</param>
    /// <param name="clock">The clock that delays between attempts are taken from.</param>
    /// <param name="cancellationToken">Cancels the comparison.</param>
    IAsyncEnumerable<(long Events, IReadOnlyList<Finding> Found)> VerifyAsync(
        IDocumentStore store,
        NpgsqlDataSource database,
        long head,
        bool repair,
        TimeProvider clock,
        CancellationToken cancellationToken
    );
}
