using Marten;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Api.Stories.Snapshots;
using Npgsql;
using Weasel.Core;

namespace Newsroom.Api.Worklists;

/// <summary>Verifies the words that stories are searched by, in the database.</summary>
internal sealed class StorySearchTableView : IVerifiedView
{
    private const string Differing = $"""
        from unnest($1::uuid[], $2::text[]) as e(story, words) left join {StorySearchTable.Name} w on w.story = e.story
        where w.words is distinct from e.words
        """;

    private const string Write = $"""
        insert into {StorySearchTable.Name} as w (story, words) select e.story, e.words {Differing}
        on conflict (story) do update set words = excluded.words returning w.story::text
        """;

    private const string WithoutStream =
        $"from {StorySearchTable.Name} w where not exists (select from {MartenNames.Streams} s where s.id = w.story)";

    /// <inheritdoc/>
    public string Name => "words";

    /// <inheritdoc/>
    public bool IsPerEvent => false;

    /// <inheritdoc/>
    public IReadOnlyList<IReferencedDocuments> References => [];

    /// <inheritdoc/>
    public IReadOnlyList<ISchemaObject> SchemaObjects => [StorySearchTable.Table];

    /// <inheritdoc/>
    public IExpectedRows Expect(IDocumentStore store) => new Rows();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindOrphansAsync(
        NpgsqlConnection connection,
        IDocumentStore store,
        bool repair,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(
            repair ? $"delete {WithoutStream} returning w.story::text" : $"select w.story::text {WithoutStream}",
            connection
        );
        return await command.ReadKeysAsync(cancellationToken);
    }

    private sealed class Rows : IExpectedRows
    {
        private readonly Dictionary<Guid, string> words = [];

        public int Count => words.Count;

        public void Add(StreamHistory stream)
        {
            if (stream.Story() is { } story)
            {
                words[stream.Id] = StorySearchTable.WordsOf(story.Text.Article);
            }
        }

        public async Task<IReadOnlyList<string>> ReconcileAsync(
            NpgsqlConnection connection,
            Guid[] streams,
            bool repair,
            CancellationToken cancellationToken
        )
        {
            await using var command = new NpgsqlCommand(repair ? Write : $"select e.story::text {Differing}", connection)
            {
                Parameters =
                {
                    new() { Value = words.Keys.ToArray() },
                    new() { Value = words.Values.ToArray() },
                },
            };
            return await command.ReadKeysAsync(cancellationToken);
        }
    }
}
