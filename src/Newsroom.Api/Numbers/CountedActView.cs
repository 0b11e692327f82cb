using Marten;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Domain.Stories;
using Npgsql;
using Weasel.Core;

namespace Newsroom.Api.Numbers;

/// <summary>Verifies what numbers are counted from, in the database.</summary>
internal sealed class CountedActView : IVerifiedView
{
    private const string Differing = $"""
        from unnest({CountedActTable.Types}) as e({CountedActTable.Columns})
            left join {CountedActTable.Name} a on a.sequence = e.sequence
        where (a.story, a.at, a.desk, a.kind, a.passage, a.waited)
            is distinct from (e.story, e.at, e.desk, e.kind, e.passage, e.waited)
        """;

    private const string Write = $"""
        insert into {CountedActTable.Name} as a ({CountedActTable.Columns}) select e.* {Differing}
        on conflict (sequence) do update set story = excluded.story, at = excluded.at, desk = excluded.desk, kind = excluded.kind,
            passage = excluded.passage, waited = excluded.waited
        returning a.sequence::text
        """;

    private const string Extra = $"from {CountedActTable.Name} a where a.story = any($1) and a.sequence <> all($2)";

    private const string WithoutStream =
        $"from {CountedActTable.Name} a where not exists (select from {MartenNames.Streams} s where s.id = a.story)";

    /// <inheritdoc/>
    public string Name => "numbers";

    /// <inheritdoc/>
    public bool IsPerEvent => true;

    /// <inheritdoc/>
    public IReadOnlyList<IReferencedDocuments> References => [];

    /// <inheritdoc/>
    public IReadOnlyList<ISchemaObject> SchemaObjects => [CountedActTable.Table];

    /// <inheritdoc/>
    public IExpectedRows Expect(IDocumentStore store) => new Rows();

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> FindOrphansAsync(
        NpgsqlConnection connection,
        IDocumentStore store,
        bool repair,
        CancellationToken cancellationToken
    ) => KeysAsync(connection, WithoutStream, repair, [], cancellationToken);

    private static async Task<IReadOnlyList<string>> KeysAsync(
        NpgsqlConnection connection,
        string rows,
        bool delete,
        object[] parameters,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(
            delete ? $"delete {rows} returning a.sequence::text" : $"select a.sequence::text {rows}",
            connection
        );
        command.Parameters.AddRange(parameters.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        return await command.ReadKeysAsync(cancellationToken);
    }

    private sealed class Rows : IExpectedRows
    {
        private readonly List<CountedActRow> rows = [];

        public int Count => rows.Count;

        public void Add(StreamHistory stream)
        {
            if (stream.Events.Any(e => e.Data is StoryEvent))
            {
                rows.AddRange(CountedActRow.Of(stream.Events, CountedActRow.Counter()));
            }
        }

        public async Task<IReadOnlyList<string>> ReconcileAsync(
            NpgsqlConnection connection,
            Guid[] streams,
            bool repair,
            CancellationToken cancellationToken
        )
        {
            object[] kept = [streams, rows.Select(r => r.Sequence).ToArray()];
            var extra = await KeysAsync(connection, Extra, repair, kept, cancellationToken);
            await using var command = new NpgsqlCommand(repair ? Write : $"select e.sequence::text {Differing}", connection)
            {
                Parameters =
                {
                    new() { Value = rows.Select(r => r.Sequence).ToArray() },
                    new() { Value = rows.Select(r => r.Story).ToArray() },
                    new() { Value = rows.Select(r => r.At).ToArray() },
                    new() { Value = rows.Select(r => r.Desk).ToArray() },
                    new() { Value = rows.Select(r => r.Kind).ToArray() },
                    new() { Value = rows.Select(r => r.Passage).ToArray() },
                    new() { Value = rows.Select(r => r.Waited).ToArray() },
                },
            };
            return [.. extra, .. await command.ReadKeysAsync(cancellationToken)];
        }
    }
}
