using System.Text.Json.Nodes;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Aggregation;
using Marten.Events.Projections;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Api.Operations.Projections;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Npgsql;

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

    private static void DuplicateRole(StoreOptions options) => options.Schema.For<HeldStory>().Duplicate(held => held.Role);

    private static async Task CreateTablesAsync(string database)
    {
        await using var store = DocumentStore.For(options =>
        {
            options.Connection(database);
            options.DatabaseSchemaName = "newsroom";
            options.UseSystemTextJsonForSerialization();
            HeldStoryProjection.Registration().AddTo(options);
            DuplicateRole(options);
        });
        await store.Storage.Database.EnsureStorageExistsAsync(typeof(HeldStory), TestContext.Current.CancellationToken);
        await store.Storage.Database.EnsureStorageExistsAsync(typeof(NoteCount), TestContext.Current.CancellationToken);
    }

    /// <summary>A newsroom with two further projections.</summary>
    public sealed class ExtendedNewsroom : Newsroom
    {
        public ExtendedNewsroom()
        {
            Prepare = (database, _) => CreateTablesAsync(database);
            Configure = services =>
            {
                services.AddProjection(HeldStoryProjection.Registration()).AddProjection(NoteCountProjection.Registration());
                services.ConfigureMarten(DuplicateRole);
            };
        }
    }
}

/// <summary>The role that holds a story.</summary>
public sealed record HeldStory(Guid Id, string Role);

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
