using JasperFx.Events.Projections;
using Marten;
using Npgsql;
using Weasel.Core;
using Weasel.Postgresql.Tables;

namespace Newsroom.Api.Infrastructure.Projections;

/// <summary>A table that a projection writes, and that can be compared with the rows that the events yield.</summary>
public interface IVerifiedView
{
    /// <summary>The name that people verify and rebuild it by.</summary>
    string Name { get; }

    /// <summary>
    /// Whether each row depends on events up to one only, and never changes: it is compared even if later events are not applied yet.
    /// </summary>
    bool IsPerEvent { get; }

    /// <summary>The documents of other streams that its rows depend on.</summary>
    IReadOnlyList<IReferencedDocuments> References { get; }

    /// <summary>
    /// The tables and functions that it needs beside Marten's documents. The schema, the application's grants and the teardown before a
    /// rebuild follow from them.
    /// </summary>
    IReadOnlyList<ISchemaObject> SchemaObjects => [];

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

    /// <summary>Adds its documents, tables and functions to the schema.</summary>
    void AddSchema(StoreOptions options) => options.Storage.ExtendedSchemaObjects.AddRange(SchemaObjects);

    /// <summary>Has Marten empty the table before it rebuilds the projection.</summary>
    void AddTeardown(AsyncOptions options)
    {
        foreach (var table in SchemaObjects.OfType<Table>())
        {
            options.DeleteDataInTableOnTeardown(table.Identifier.QualifiedName);
        }
    }
}

/// <summary>The rows that some streams should have in a view.</summary>
public interface IExpectedRows
{
    /// <summary>Gets the number of rows.</summary>
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
    IAsyncEnumerable<(long Events, IReadOnlyList<Discrepancies> Found)> VerifyAsync(
        IDocumentStore store,
        NpgsqlDataSource database,
        long head,
        bool repair,
        TimeProvider clock,
        CancellationToken cancellationToken
    );
}
