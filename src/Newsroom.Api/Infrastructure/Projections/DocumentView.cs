using System.Linq.Expressions;
using JasperFx.Events.Projections;
using Marten;
using Marten.Linq.Members;
using Newsroom.Api.Infrastructure.Persistence;
using Npgsql;
using ISchemaObject = Weasel.Core.ISchemaObject;

namespace Newsroom.Api.Infrastructure.Projections;

/// <summary>A document that the events yield.</summary>
/// <param name="Document">The document.</param>
/// <param name="Version">The version of the stream that it is of.</param>
public sealed record ExpectedDocument<T>(T Document, long Version);

/// <summary>Verifies a view of documents in the database.</summary>
/// <param name="name">Its name.</param>
/// <param name="rows">Returns the documents that a stream should have.</param>
public sealed class DocumentView<T>(string name, Func<StreamHistory, IEnumerable<ExpectedDocument<T>>> rows) : IVerifiedView
    where T : notnull
{
    /// <summary>Adds a view whose documents are of the stream's last version.</summary>
    public DocumentView(string name, Func<StreamHistory, IEnumerable<T>> rows)
        : this(name, stream => rows(stream).Select(document => new ExpectedDocument<T>(document, stream.Events[^1].Version))) { }

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public bool IsPerEvent { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<IReferencedDocuments> References { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<ISchemaObject> SchemaObjects { get; init; } = [];

    /// <summary>The member with the id of the stream; null where the id of the document is that of the stream.</summary>
    public Expression<Func<T, object>>? Stream { get; init; }

    /// <summary>
    /// The kind of stream that ids are names of (<see cref="StreamIds.Of"/>); null where documents name their streams.
    /// </summary>
    public string? StreamKind { get; init; }

    /// <inheritdoc/>
    public IExpectedRows Expect(IDocumentStore store) => new Rows(this, TableOf(store), store.Options.Serializer());

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindOrphansAsync(
        NpgsqlConnection connection,
        IDocumentStore store,
        bool repair,
        CancellationToken cancellationToken
    )
    {
        var table = TableOf(store);
        var orphans = StreamKind is null
            ? await table.FindWithoutStreamAsync(connection, cancellationToken)
            : await table.FindWithoutStreamAsync(connection, id => StreamIds.Of(StreamKind, id), cancellationToken);
        if (repair)
        {
            await table.DeleteAsync(connection, orphans, cancellationToken);
        }

        return orphans;
    }

    /// <inheritdoc/>
    public void AddSchema(StoreOptions options)
    {
        options.RegisterDocumentType<T>();
        options.Storage.ExtendedSchemaObjects.AddRange(SchemaObjects);
    }

    /// <inheritdoc/>
    public void AddTeardown(AsyncOptions options) => options.DeleteViewTypeOnTeardown<T>();

    private DocumentTable TableOf(IDocumentStore store) =>
        new(
            store.Options.FindOrResolveDocumentType(typeof(T)),
            Stream is null ? null : DuplicatedField.For((StoreOptions)store.Options, Stream)
        );

    private sealed class Rows(DocumentView<T> view, DocumentTable table, ISerializer serializer) : IExpectedRows
    {
        private readonly Dictionary<string, DocumentRow> expected = [];

        public int Count => expected.Count;

        public void Add(StreamHistory stream)
        {
            foreach (var (document, version) in view.RowsOf(stream))
            {
                var id = table.IdOf(document);
                expected[id] = new(id, serializer.ToJson(document), version);
            }
        }

        public async Task<IReadOnlyList<string>> ReconcileAsync(
            NpgsqlConnection connection,
            Guid[] streams,
            bool repair,
            CancellationToken cancellationToken
        )
        {
            IReadOnlyList<string> extra =
                view.StreamKind is not null || streams.Length == 0
                    ? []
                    : await table.FindExtraAsync(connection, streams, [.. expected.Keys], cancellationToken);
            if (repair)
            {
                await table.DeleteAsync(connection, extra, cancellationToken);
            }

            return [.. extra, .. await table.FindDifferentAsync(connection, expected.Values, repair, cancellationToken)];
        }
    }

    private IEnumerable<ExpectedDocument<T>> RowsOf(StreamHistory stream) => rows(stream);
}
