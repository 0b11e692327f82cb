using System.Text.Json.Nodes;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Aggregation;
using Marten.Events.Projections;
using Marten.Schema;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Api.Ledger;
using Newsroom.Api.Operations.Projections;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Npgsql;
using Weasel.Core;
using Weasel.Postgresql.Functions;
using Weasel.Postgresql.Tables;

namespace Newsroom.Api.Tests.Infrastructure.Projections;

/// <summary>A projection that is registered, here by a test, is monitored, verified and rebuilt without a further list.</summary>
public sealed class RegisteredProjectionTests(RegisteredProjectionTests.ExtendedNewsroom newsroom)
    : IClassFixture<RegisteredProjectionTests.ExtendedNewsroom>
{
    [Fact]
    public async Task Registered_projections_are_verified_and_repaired()
    {
        var story = await StoryWithNotesAsync("Noted");
        var other = await StoryDriver.DraftedAsync(newsroom, "Without notes", "It rains.\n");
        await newsroom.CatchUpAsync();
        (await DifferentAsync("verify-views")).ShouldBeEmpty();

        await using var database = NpgsqlDataSource.Create(newsroom.Database);
        await database.RunAsync(
            $$"""
            update newsroom.mt_doc_heldstory set role = 'nobody' where id = '{{story.Id}}';
            update newsroom.mt_doc_notecount set data = jsonb_set(data, '{notes}', '7') where data ->> 'story' = '{{story.Id}}';
            insert into newsroom.mt_doc_notecount (id, data)
                select 'more', data || '{"id": "more"}' from newsroom.mt_doc_notecount where data ->> 'story' = '{{story.Id}}';
            insert into newsroom.mt_doc_notecount (id, data)
                values ('orphan', '{"id": "orphan", "story": "{{Guid.NewGuid()}}", "notes": 1}');
            insert into newsroom.mt_doc_heldstory (id, data) values ('{{other.Id}}', '{"role": "legal"}');
            """
        );
        (await DifferentAsync("verify-views")).ShouldBe("held-stories 2, note-counts 3");
        (await DifferentAsync("rebuild-views")).ShouldBe("held-stories 2, note-counts 3");
        (await DifferentAsync("verify-views")).ShouldBeEmpty();

        (await story.DoAsync("lift-hold", "ed", Role.Editor, new { hold = "h1", reason = "Settled." })).Is(200);
        (await DifferentAsync("verify-views")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Registered_projections_are_rebuilt_and_monitored()
    {
        await StoryWithNotesAsync("Rebuilt");
        await newsroom.CatchUpAsync();
        var store = newsroom.Host.Services.GetRequiredService<IDocumentStore>();
        using (var daemon = await store.BuildProjectionDaemonAsync())
        {
            await daemon.RebuildProjectionAsync("note-counts", TestContext.Current.CancellationToken);
        }

        (await DifferentAsync("verify-views")).ShouldBeEmpty();

        await using var database = NpgsqlDataSource.Create(newsroom.Database);
        await database.RunAsync("insert into newsroom.projection_failures values ('note-counts', 1, 'Any.', now(), 'any')");
        var monitor = newsroom.Host.Services.GetRequiredService<ProjectionMonitor>();
        (await monitor.ReadAsync(TestContext.Current.CancellationToken)).Select(s => s.Name).ShouldContain("note-counts");
    }

    [Fact]
    public async Task A_registered_table_and_function_are_created_granted_verified_and_rebuilt()
    {
        var story = await StoryWithNotesAsync("Tabled");
        await newsroom.CatchUpAsync();
        await using var database = NpgsqlDataSource.Create(newsroom.Database);
        (await database.ScalarAsync<string>($"select text from newsroom.note_texts where story = '{story.Id}'")).ShouldBe("a note");
        (await DifferentAsync("verify-views")).ShouldBeEmpty();

        await database.RunAsync($"update newsroom.note_texts set text = 'other' where story = '{story.Id}'");
        (await DifferentAsync("rebuild-views")).ShouldBe("note-texts 1");
        var store = newsroom.Host.Services.GetRequiredService<IDocumentStore>();
        using (var daemon = await store.BuildProjectionDaemonAsync())
        {
            await daemon.RebuildProjectionAsync("note-texts", TestContext.Current.CancellationToken);
        }

        (await DifferentAsync("verify-views")).ShouldBeEmpty();
        // The timer may be late on a busy machine.
        await newsroom.Host.Services.GetRequiredService<Checkpoints>().SignAsync(TestContext.Current.CancellationToken);
        var report = await newsroom.As("ida", Role.Auditor).GetAsync("/ledger/verify-store");
        var result = JsonNode.Parse(report.Is(200).Text.Trim().Split('\n')[^1])!;
        result["isDone"]!.GetValue<bool>().ShouldBeTrue();
        result["findings"]!.AsArray().Select(f => $"{f!["message"]}").ShouldBeEmpty();
    }

    private async Task<StoryDriver> StoryWithNotesAsync(string headline)
    {
        var story = await StoryDriver.DraftedAsync(newsroom, headline, "It rains.\n");
        (await story.DoAsync("add-note", "ed", Role.Editor, new { text = "A note" })).Is(200);
        (await story.DoAsync("place-hold", "ed", Role.Editor, new { reason = "Wait." })).Is(200);
        return story;
    }

    private async Task<string> DifferentAsync(string verb)
    {
        var answer =
            verb == "verify-views"
                ? await newsroom.As("ida", Role.Auditor).GetAsync("/views/verify-views")
                : await newsroom.As("root", Role.Admin).PostAsync("/views/rebuild-views", new { });
        var report = JsonNode.Parse(answer.Is(200).Text.Trim().Split('\n')[^1])!;
        report["isDone"]!.GetValue<bool>().ShouldBeTrue();
        var views = report["views"]!.AsObject().Select(v => (v.Key, Count: v.Value!["different"]!.GetValue<long>()));
        return string.Join(
            ", ",
            views.Where(v => v.Count > 0).OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key} {v.Count}")
        );
    }

    /// <summary>A newsroom with further projections, which its host adds to an existing database.</summary>
    public sealed class ExtendedNewsroom : Newsroom
    {
        public ExtendedNewsroom()
        {
            Prepare = (database, _) => ForgetBuildAsync(database);
            Configure = services =>
                services
                    .AddProjection(HeldStoryProjection.Registration())
                    .AddProjection(NoteCountProjection.Registration())
                    .AddProjection(NoteTextProjection.Registration());
        }

        // The host migrates a database that another build migrated last.
        private static async Task ForgetBuildAsync(string database)
        {
            await using var owner = NpgsqlDataSource.Create(database);
            await owner.RunAsync("comment on schema newsroom is null");
        }
    }
}

/// <summary>The role that holds a story.</summary>
public sealed record HeldStory(Guid Id, [property: DuplicateField] string Role);

/// <summary>Keeps stories that are held, inline.</summary>
public sealed partial class HeldStoryProjection : SingleStreamProjection<HeldStory, Guid>
{
    public HeldStoryProjection()
    {
        IncludeType<StoryEvent.HoldPlaced>();
        IncludeType<StoryEvent.HoldLifted>();
    }

    public static ProjectionRegistration Registration() => InlineProjection.OfStream("held-stories", new HeldStoryProjection());

    public override HeldStory? Evolve(HeldStory? snapshot, Guid id, IEvent e) =>
        e.Data is StoryEvent.HoldPlaced placed ? new HeldStory(id, placed.Role.ToKebabCase()) : null;
}

/// <summary>How many notes a story has.</summary>
public sealed record NoteCount(string Id, Guid Story, int Notes);

/// <summary>Counts notes, asynchronously.</summary>
public sealed class NoteCountProjection : IProjection
{
    public static ProjectionRegistration Registration() =>
        new AsyncProjection(
            "note-counts",
            new NoteCountProjection(),
            new DocumentView<NoteCount>("note-counts", stream => Count(stream.Id, stream.Events)) { Stream = count => count.Story }
        );

    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        foreach (var stream in events.Where(e => e.Data is StoryEvent.NoteAdded).Select(e => e.StreamId).Distinct())
        {
            operations.Store(Count(stream, await operations.Events.FetchStreamAsync(stream, token: cancellation)).ToArray());
        }
    }

    private static IEnumerable<NoteCount> Count(Guid stream, IReadOnlyList<IEvent> events) =>
        events.Count(e => e.Data is StoryEvent.NoteAdded) is > 0 and var notes ? [new($"count-{stream:N}", stream, notes)] : [];
}

/// <summary>Stores the latest note of each story in a table, through a function.</summary>
public sealed class NoteTextProjection : IProjection
{
    public static ProjectionRegistration Registration() => new AsyncProjection("note-texts", new NoteTextProjection(), new NoteTextView());

    public Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        foreach (var recorded in events)
        {
            if (recorded.Data is StoryEvent.NoteAdded added)
            {
                operations.QueueSqlCommand(
                    "insert into newsroom.note_texts (story, text) values (?, newsroom.note_text(?)) "
                        + "on conflict (story) do update set text = excluded.text",
                    recorded.StreamId,
                    added.Text
                );
            }
        }

        return Task.CompletedTask;
    }
}

/// <summary>Verifies the table of the latest notes.</summary>
public sealed class NoteTextView : IVerifiedView
{
    public string Name => "note-texts";

    public bool IsPerEvent => false;

    public IReadOnlyList<IReferencedDocuments> References => [];

    public IReadOnlyList<ISchemaObject> SchemaObjects
    {
        get
        {
            var table = new Table("newsroom.note_texts");
            table.AddColumn<Guid>("story").AsPrimaryKey();
            table.AddColumn("text", "text").NotNull();
            var function = Function.ForSql(
                """
                CREATE OR REPLACE FUNCTION newsroom.note_text(text) RETURNS text LANGUAGE sql IMMUTABLE AS $function$
                select lower($1)
                $function$;
                """
            );
            return [table, function];
        }
    }

    public IExpectedRows Expect(IDocumentStore store) => new Rows();

    public Task<IReadOnlyList<string>> FindOrphansAsync(
        NpgsqlConnection connection,
        IDocumentStore store,
        bool repair,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<string>>([]);

    private sealed class Rows : IExpectedRows
    {
        private readonly Dictionary<Guid, string> texts = [];

        public int Count => texts.Count;

        public void Add(StreamHistory stream)
        {
            if (stream.Events.Select(e => e.Data).OfType<StoryEvent.NoteAdded>().LastOrDefault() is { } added)
            {
                texts[stream.Id] = added.Text;
            }
        }

        public async Task<IReadOnlyList<string>> ReconcileAsync(
            NpgsqlConnection connection,
            Guid[] streams,
            bool repair,
            CancellationToken cancellationToken
        )
        {
            const string differing = """
                from unnest($1::uuid[], $2::text[]) as e(story, text) left join newsroom.note_texts n on n.story = e.story
                where n.text is distinct from newsroom.note_text(e.text)
                """;
            const string write = $"""
                insert into newsroom.note_texts as n (story, text) select e.story, newsroom.note_text(e.text) {differing}
                on conflict (story) do update set text = excluded.text returning n.story::text
                """;
            await using var command = new NpgsqlCommand(repair ? write : $"select e.story::text {differing}", connection)
            {
                Parameters =
                {
                    new() { Value = texts.Keys.ToArray() },
                    new() { Value = texts.Values.ToArray() },
                },
            };
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var keys = new List<string>();
            while (await reader.ReadAsync(cancellationToken))
            {
                keys.Add(reader.GetString(0));
            }

            return keys;
        }
    }
}
