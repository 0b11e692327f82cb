using Marten;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Api.Stories.Snapshots;
using Newsroom.Domain.Stories;
using Npgsql;
using Weasel.Core;

namespace Newsroom.Api.Worklists;

/// <summary>Verifies the words that stories are searched by, in the database.</summary>
internal sealed class StorySearchTableView : IVerifiedView
{
    private const string Differing = $"""
        from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[], $5::text[]) as e(story, number, language, people, words)
            left join {StorySearchTable.Name} w on w.story = e.story
        where (w.number, w.language, w.people, w.words) is distinct from
            (e.number, e.language, string_to_array(e.people, chr(10)), e.words)
        """;

    private const string Write = $"""
        insert into {StorySearchTable.Name} as w (story, number, language, people, words)
        select e.story, e.number, e.language, string_to_array(e.people, chr(10)), e.words {Differing}
        on conflict (story) do update
        set number = excluded.number, language = excluded.language, people = excluded.people, words = excluded.words
        returning w.story::text
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
    public IReadOnlyList<ISchemaObject> SchemaObjects => StorySearchTable.SchemaObjects;

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
        private readonly Dictionary<Guid, StoryWords> rows = [];

        public int Count => rows.Count;

        public void Add(StreamHistory stream)
        {
            if (stream.Story() is var (story, text))
            {
                rows[stream.Id] = new StoryWords(stream.Events[0].Sequence, story, text);
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
                    new() { Value = rows.Keys.ToArray() },
                    new() { Value = rows.Values.Select(row => row.Number).ToArray() },
                    new() { Value = rows.Values.Select(row => row.Language).ToArray() },
                    new() { Value = rows.Values.Select(row => row.People).ToArray() },
                    new() { Value = rows.Values.Select(row => row.Words).ToArray() },
                },
            };
            return await command.ReadKeysAsync(cancellationToken);
        }
    }

    private readonly record struct StoryWords(long Number, string Language, string People, string Words)
    {
        public StoryWords(long number, Story story, StoryText text)
            : this(
                number,
                SearchLanguage.Of(story.Language),
                StorySearchTable.PeopleOf(story),
                StorySearchTable.WordsOf(text.Article)
            )
        { }
    }
}
