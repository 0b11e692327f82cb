using System.Globalization;
using System.Text.Json.Nodes;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using Npgsql;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Api.Tests.Access;

/// <summary>Lists leave out what a person may not read: their condition in SQL is the rule of the domain.</summary>
public sealed class ReadableStoriesTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    private const int Stories = 150;

    private static readonly string[] Users = ["ana", "bea", "cy", "dov", "eli", "fox"];

    private static readonly string[] People = [.. Users.Select(user => $"{user}@newsroom-development")];

    private static readonly string[] Searches =
    [
        "q=axolotl+",
        "q=swims+axolotl",
        "q=%22the+axolotl%22",
        "q=axol",
        "q=axolotl&limit=3",
        "q=axolotl&desk=world",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_condition_is_the_rule_for_random_stories_and_people()
    {
        var store = newsroom.Host.Services.GetRequiredService<IDocumentStore>();
        var database = newsroom.Host.Services.GetRequiredService<NpgsqlDataSource>();
        var random = new Random(1977);
        var outcomes = new HashSet<(bool IsConfidential, bool MayRead)>();
        var stories = new HashSet<Guid>();
        var hidden = People.ToDictionary(person => person, _ => new List<Guid>());
        for (var i = 0; i < Stories; i++)
        {
            var id = await RandomAsync(store, random);
            stories.Add(id);
            await using var session = store.QuerySession();
            var story = (await session.LoadAsync<Story>(id, Cancellation))!;
            foreach (var person in People)
            {
                var mayRead = StoryReaders.MayRead(story, Actor.Of(person, Role.Reporter));
                (await IsReadableAsync(database, id, person)).ShouldBe(mayRead, $"{person} and {story.Confidential}");
                outcomes.Add((story.Confidential is not null, mayRead));
                if (!mayRead)
                {
                    hidden[person].Add(id);
                }
            }

            StoryReaders.MayRead(story, Actor.Of("gus", Role.Editor)).ShouldBeTrue();
        }

        outcomes.ShouldBe([(false, true), (true, true), (true, false)], ignoreOrder: true);
        foreach (var person in People)
        {
            // Other tests add stories of their own.
            (await NotReadableAsync(database, person)).Where(stories.Contains).ShouldBe(hidden[person], ignoreOrder: true);
        }
    }

    [Fact]
    public async Task A_search_finds_what_a_person_may_read_for_random_stories_and_people()
    {
        var store = newsroom.Host.Services.GetRequiredService<IDocumentStore>();
        var random = new Random(1978);
        await ConfidentialStories.DescribeAsync(newsroom, Users);
        var stories = new List<Guid>();
        for (var i = 0; i < Stories / 5; i++)
        {
            var by = Users[random.Next(Users.Length)];
            var story = await StoryDriver.DraftedAsync(newsroom, "A headline", $"The axolotl swims. Axolotls{i} swim.", by);
            stories.Add(story.Id);
            if (random.Next(3) > 0)
            {
                var readers = Users.Where(_ => random.Next(4) == 0).ToArray();
                (await story.DoAsync("mark-confidential", "ed", Role.Editor, new { reason = "Risk.", readers })).Is(200);
            }

            if (random.Next(3) == 0)
            {
                (await story.DoAsync("assign", "ed", Role.Editor, new { assignee = Users[random.Next(Users.Length)] })).Is(200);
            }
        }

        await newsroom.CatchUpAsync();
        await using var session = store.QuerySession();
        var all = await session.LoadManyAsync<Story>(Cancellation, stories);
        foreach (var user in Users)
        {
            var actor = Actor.Of($"{user}@newsroom-development", Role.Reporter);
            var readable = all.Where(story => StoryReaders.MayRead(story, actor)).Select(story => story.Id).ToList();
            foreach (var search in Searches)
            {
                var answer = await AllAsync(user, Role.Reporter, $"/stories?{search}");
                stories.Where(id => answer.Contains($"{id}", StringComparison.Ordinal)).ShouldBe(readable, ignoreOrder: true, search);
            }

            foreach (var (hidden, i) in stories.Select((id, i) => (id, i)).Where(story => !readable.Contains(story.id)))
            {
                (await AllAsync(user, Role.Reporter, $"/stories?q=axolotls{i}")).ShouldNotContain($"{hidden}");
            }
        }
    }

    [Fact]
    public async Task Lists_show_a_confidential_story_to_its_readers_only()
    {
        var desk = await ConfidentialStories.DeskAsync(newsroom);
        var story = await ConfidentialStories.DraftedAsync(newsroom, desk, "list-informant");
        await newsroom.CatchUpAsync();
        string[] lists =
        [
            $"/stories?desk={desk}",
            "/stories?q=crocodile",
            $"/stories?desk={desk}&order=priority",
            $"/stories?slug={story.Slug}",
            "/stories?speaker=list-informant",
            "/stories?since=2000-01-01T00:00:00Z&limit=200",
            $"/desks/{desk}/board",
            $"/fact-checks/queue?desk={desk}",
            $"/fact-checks/queue?desk={desk}&order=priority",
            "/speakers/list-informant/quotes",
        ];
        foreach (var list in lists)
        {
            (await AllAsync("rob", Role.FactChecker, list)).ShouldNotContain($"{story.Id}", Case.Sensitive, list);
            (await AllAsync("ed", Role.Editor, list)).ShouldContain($"{story.Id}", Case.Sensitive, list);
            (await AllAsync("rita", Role.FactChecker, list)).ShouldContain($"{story.Id}", Case.Sensitive, list);
        }

        (await AllAsync("rob", Role.FactChecker, "/me/work?limit=200")).ShouldNotContain($"{story.Id}");
    }

    [Fact]
    public async Task The_audit_trail_and_its_exports_leave_out_stories_that_an_auditor_may_not_read()
    {
        var story = await ConfidentialStories.DraftedAsync(newsroom);
        await newsroom.CatchUpAsync();
        foreach (var list in new[] { "/audit", "/audit.csv", "/audit.jsonl" })
        {
            var path = $"{list}?story={story.Id}";
            (await AllAsync("ida", Role.Auditor, path)).ShouldNotContain("story_drafted", Case.Sensitive, list);
            (await AllAsync("chi", Role.ChiefEditor, path)).ShouldContain("story_drafted", Case.Sensitive, list);
        }

        (await newsroom.As("ida", Role.Auditor).GetAsync($"/audit?story={story.Slug}")).IsRefused(404, "unknown-story");
        (await AllAsync("ida", Role.Auditor, $"/audit?since=2000-01-01T00:00:00Z&story={story.Id}")).ShouldNotContain($"{story.Id}");
        await ConfidentialStories.DescribeAsync(newsroom, "ida");
        (await story.DoAsync("mark-confidential", "ed", Role.Editor, """{"reason":"An audit.","readers":["ida"]}""")).Is(200);
        (await AllAsync("ida", Role.Auditor, $"/audit?story={story.Id}")).ShouldContain("story_drafted");
    }

    [Fact]
    public async Task A_desk_that_shows_them_lists_them_without_words()
    {
        var desk = await ConfidentialStories.ShowingDeskAsync(newsroom);
        var story = await ConfidentialStories.DraftedAsync(newsroom, desk, "shown-informant");
        await newsroom.CatchUpAsync();
        foreach (var list in new[] { $"/stories?desk={desk}", "/stories?since=2000-01-01T00:00:00Z", $"/desks/{desk}/board" })
        {
            var shown = await AllAsync("rob", Role.Reporter, list);
            shown.ShouldContain($"{story.Id}", Case.Sensitive, list);
            shown.ShouldNotContain("rocodile", Case.Insensitive, list);
            shown.ShouldNotContain("shown-informant", Case.Insensitive, list);
            (await AllAsync("rita", Role.Reporter, list)).ShouldContain("A crocodile in the chamber", Case.Sensitive, list);
        }

        foreach (var list in new[] { "/stories?q=crocodile", "/stories?speaker=shown-informant", $"/stories?desk={desk}&order=priority" })
        {
            (await AllAsync("rob", Role.Reporter, list)).ShouldNotContain($"{story.Id}", Case.Sensitive, list);
        }
    }

    private async Task<string> AllAsync(string user, Role role, string path)
    {
        var all = "";
        for (string? next = path; next is not null;)
        {
            var answer = (await newsroom.As(user, role).GetAsync(next)).Is(200);
            all += answer.Text;
            var cursor = answer.ContentType == "application/json" && answer.Body is JsonObject page ? (string?)page["next"] : null;
            var further = $"{path}{(path.Contains('?', StringComparison.Ordinal) ? "&" : "?")}after={cursor}";
            next = cursor is null || further == next ? null : further;
        }

        return all;
    }

    private static async Task<bool> IsReadableAsync(NpgsqlDataSource database, Guid story, string person)
    {
        await using var command = database.CreateCommand(
            $"select {ReadableStories.ReadableBy("q.id").Replace("?", "$2", StringComparison.Ordinal)} from (select $1::uuid as id) q"
        );
        command.Parameters.Add(new() { Value = story });
        command.Parameters.Add(new() { Value = person });
        return (bool)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    private static async Task<IReadOnlyList<Guid>> NotReadableAsync(NpgsqlDataSource database, string person)
    {
        await using var command = database.CreateCommand($"select array(({ReadableStories.NotReadableBy("$1")}))");
        command.Parameters.Add(new() { Value = person });
        return (Guid[])(await command.ExecuteScalarAsync(Cancellation))!;
    }

    /// <summary>Appends random events of confidentiality, assignment and other acts by random people.</summary>
    private static async Task<Guid> RandomAsync(IDocumentStore store, Random random)
    {
        var id = Guid.CreateVersion7();
        var article = new Article("A headline", "", "It rains.", "", "");
        await using (var drafting = store.RecordingSession(Actor.Of(Anyone(), Role.Reporter), "draft-article"))
        {
            var slug = $"random-{id.ToString("N", CultureInfo.InvariantCulture)}";
            drafting.Events.StartStream<Story>(
                id,
                new StoryDrafted("world", "en", slug, article, Fingerprints.Of(article), Normaliser.Version)
            );
            await drafting.SaveChangesAsync(Cancellation);
        }

        foreach (var _ in Enumerable.Range(0, random.Next(6)))
        {
            await using var session = store.RecordingSession(Actor.Of(Anyone(), Role.Editor), "add-note");
            session.Events.Append(
                id,
                random.Next(6) switch
                {
                    0 or 1 => new StoryMarkedConfidential(Role.Editor, "Risk.", Some(), Some()),
                    2 => new ConfidentialityLifted("Over."),
                    3 => new StoryAssigned(Anyone()),
                    4 => (object)new StoryAssigned(null),
                    _ => new NoteResolved("n1"),
                }
            );
            await session.SaveChangesAsync(Cancellation);
        }

        return id;

        string Anyone() => People[random.Next(People.Length)];

        System.Collections.Immutable.ImmutableArray<string> Some() => [.. People.Where(_ => random.Next(4) == 0)];
    }
}
