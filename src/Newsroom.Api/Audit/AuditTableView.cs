using Marten;
using Newsroom.Api.Infrastructure.Projections;
using Npgsql;
using Weasel.Core;

namespace Newsroom.Api.Audit;

/// <summary>Verifies the audit trail event by event.</summary>
internal sealed class AuditTableView : IEventOrderedView
{
    /// <summary>The view's name.</summary>
    public const string ViewName = "audit";

    /// <inheritdoc/>
    public string Name => ViewName;

    /// <inheritdoc/>
    public bool IsPerEvent => true;

    /// <inheritdoc/>
    public IReadOnlyList<IReferencedDocuments> References => [];

    /// <inheritdoc/>
    public IReadOnlyList<ISchemaObject> SchemaObjects => [AuditTable.Table];

    /// <inheritdoc/>
    public IExpectedRows Expect(IDocumentStore store) => new Rows();

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> FindOrphansAsync(
        NpgsqlConnection connection,
        IDocumentStore store,
        bool repair,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <inheritdoc/>
    public IAsyncEnumerable<(long Events, IReadOnlyList<Discrepancies> Found)> VerifyAsync(
        IDocumentStore store,
        NpgsqlDataSource database,
        long head,
        bool repair,
        TimeProvider clock,
        CancellationToken cancellationToken
    ) => new AuditVerifier(store, database) { Head = head, Clock = clock }.VerifyAsync(repair, cancellationToken);

    private sealed class Rows : IExpectedRows
    {
        private readonly List<AuditRow> rows = [];

        public int Count => rows.Count;

        public void Add(StreamHistory stream) => rows.AddRange(AuditProjection.RowsOf(stream.Events, []));

        public async Task<IReadOnlyList<string>> ReconcileAsync(
            NpgsqlConnection connection,
            Guid[] streams,
            bool repair,
            CancellationToken cancellationToken
        ) => await AuditRows.FindDifferentAsync(connection, rows, repair, cancellationToken);
    }
}
