using Marten;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Operations.Projections;
using Newsroom.Api.Stories.Snapshots;
using Newsroom.Api.Tests.EndToEnd;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Tests.Operations.Projections;

/// <summary>Views are compared with their events, and repaired, during commands.</summary>
public class VerifyViewsTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    private static readonly object[] Unchecked =
    [
        new
        {
            gate = "approvals",
            minimum = 1,
            roles = new[] { new { role = "editor", minimum = 1 } },
        },
    ];
    private static readonly object[] Checked = [.. Unchecked, new { gate = "claims-checked", minimum = 1 }];

    private NpgsqlDataSource Database => newsroom.Host.Services.GetRequiredService<NpgsqlDataSource>();

    private ViewCatalog Catalog => newsroom.Host.Services.GetRequiredService<ViewCatalog>();

    private ProjectionVerifier Views => newsroom.Host.Services.GetRequiredService<ProjectionVerifier>();

    [Fact]
    public async Task Tampered_rows_are_named_and_repaired()
    {
        var story = await StoryDriver.DraftedAsync(
            newsroom,
            "A view is wrong",
            "“We shall open the quay in spring,” she said.\n\nThe wall is 31 metres long.\n"
        );
        (await story.DoAsync("flag-claim", "ed", Role.Editor, new { words = "The wall is 31 metres long." })).Is(200);
        (await newsroom.As(story.NobodyElse, Role.Publisher).PostAsync($"/stories/{story.Id}/publish", null, 2)).IsRefused(
            422,
            "approvals-missing"
        );
        await story.DoAsync("describe-story", "ed", Role.Editor, new { desk = "metro" });
        for (var version = 3; version < Snapshot.Interval; version++)
        {
            (await story.DoAsync("revise-article", "rita", Role.Reporter, new { standfirst = $"Now {version}." })).Is(200);
        }

        await newsroom.CatchUpAsync();
        (await DifferencesAsync(repair: false)).ShouldBeEmpty();

        await Database.RunAsync(
            $$"""
            update newsroom.mt_doc_story set data = jsonb_set(data, '{stage}', '"spiked"') where id = '{{story.Id}}';
            update newsroom.mt_doc_storytext set data = jsonb_set(data, '{article,body}', '"Other words."') where id = '{{story.Id}}';
            update newsroom.story_words set words = 'other words' where story = '{{story.Id}}';
            delete from newsroom.mt_doc_storycard where id = '{{story.Id}}';
            update newsroom.mt_doc_queuedpassage set data = jsonb_set(data, '{words}', '"Other words."') where data ->> 'story' = '{{story.Id}}';
            insert into newsroom.mt_doc_queuedpassage (id, data) select id || '0', data from newsroom.mt_doc_queuedpassage where data ->> 'story' = '{{story.Id}}';
            delete from newsroom.mt_doc_keyframe where data ->> 'story' = '{{story.Id}}';
            update newsroom.audit set why = 'Nothing.' where story = '{{story.Id}}' and type = 'story_drafted';
            delete from newsroom.audit where story = '{{story.Id}}' and type = 'command_refused';
            insert into newsroom.audit (sequence, at, by, type, sentence) values (1000000000, now(), 'nobody', 'story_drafted', 'Nobody drafted nothing');
            update newsroom.mt_doc_desk set data = jsonb_set(data, '{name}', '"Elsewhere"') where id = 'metro';
            insert into newsroom.mt_doc_desk (id, data) values ('nowhere', '{"id": "nowhere", "name": "Nowhere", "language": "en"}');
            insert into newsroom.mt_doc_storycard (id, data) values ('{{Guid.NewGuid()}}', '{}');
            """
        );
        const string found = "audit 3, cards 2, desks 2, keyframes 1, queue 2, story 1, story-text 1, words 1";
        (await DifferencesAsync(repair: false)).ShouldBe(found);

        var told = await newsroom.TypeAsync("ida", Role.Auditor, "verify-views");
        (
            told.Code,
            told.Said.Contains("13 rows differ from the events", StringComparison.Ordinal),
            told.Said.Contains("nowhere", StringComparison.Ordinal)
        ).ShouldBe((3, true, true), told.Said);
        (await newsroom.TypeAsync("ida", Role.Auditor, "rebuild-views")).Code.ShouldBe(2);
        (await newsroom.TypeAsync("root", Role.Admin, "rebuild-views")).Code.ShouldBe(0);

        (await DifferencesAsync(repair: false)).ShouldBeEmpty();
        (await newsroom.TypeAsync("ida", Role.Auditor, "verify-views")).Code.ShouldBe(0);
        (await story.DoAsync("revise-article", "rita", Role.Reporter, new { standfirst = "It goes on." })).Is(200);
        (await story.BodyAsync()).ShouldContain("31 metres");
    }

    [Fact]
    public async Task Views_are_rebuilt_during_commands_without_losing_a_change()
    {
        (await newsroom.As("root", Role.Admin).PutAsync("/desks/meanwhile", new { name = "Meanwhile", language = "en" })).Is(201);
        var stories = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => StoryDriver.DraftedAsync(newsroom, $"Meanwhile {i}", "It rains.\n", desk: "meanwhile"))
        );
        foreach (var story in stories)
        {
            (await story.DoAsync("flag-claim", "ed", Role.Editor, new { words = "It rains." })).Is(200);
        }

        await newsroom.CatchUpAsync();
        var ids = string.Join(',', stories.Select(s => $"'{s.Id}'"));
        await Database.RunAsync(
            $"update newsroom.mt_doc_storytext set data = jsonb_set(data, '{{article,standfirst}}', '\"Tampered.\"') where id in ({ids}); "
                + $"delete from newsroom.mt_doc_storycard where id in ({ids}); delete from newsroom.mt_doc_queuedpassage where data ->> "
                + $"'story' in ({ids})"
        );

        var working = stories.Select(async story =>
        {
            for (var i = 0; i < 10; i++)
            {
                (await story.DoAsync("add-note", "ed", Role.Editor, new { text = $"Note {i}" })).Is(200);
            }
        });
        var rebuilding = Enumerable.Range(0, 3).Select(async _ => await DifferencesAsync(repair: true));
        await Task.WhenAll([.. working, GovernAsync(), .. rebuilding]);

        await newsroom.CatchUpAsync();
        (await DifferencesAsync(repair: false)).ShouldBeEmpty();
        foreach (var story in stories)
        {
            var now = (await story.ReadAsync()).Json;
            (now["version"]!.GetValue<long>(), now["notes"]!.AsArray().Count, now["article"]!["standfirst"]!.GetValue<string>()).ShouldBe(
                (12, 10, "")
            );
        }

        // Claims that need no check are not in the queue: each policy empties it, or fills it again.
        async Task GovernAsync()
        {
            for (var version = 1; version <= 6; version++)
            {
                object gates = version % 2 == 1 ? Unchecked : Checked;
                (await newsroom.As("root", Role.Admin).PostAsync("/desks/meanwhile/propose-policy", new { reason = "Again.", gates })).Is(
                    200
                );
                (await newsroom.As("chi", Role.ChiefEditor).PostAsync("/desks/meanwhile/accept-policy", new { version })).Is(200);
            }
        }
    }

    [Fact]
    public async Task Only_the_named_views_are_rebuilt()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Two views are wrong", "It rains.\n");
        await newsroom.CatchUpAsync();
        await Database.RunAsync(
            $"delete from newsroom.mt_doc_storycard where id = '{story.Id}'; delete from newsroom.audit where story = '{story.Id}'"
        );
        var admin = newsroom.As("root", Role.Admin);

        var told = await newsroom.TypeAsync("root", Role.Admin, "rebuild-views", "--view", "audit", "--view", "story");
        (told.Code, told.Said.Contains("cards", StringComparison.Ordinal)).ShouldBe((0, false), told.Said);
        (await DifferencesAsync(repair: false)).ShouldBe("cards 1");
        (await DifferencesAsync(repair: false, "audit", "queue")).ShouldBeEmpty();
        (await admin.GetAsync("/views/verify-views?views=cards,words"))
            .Is(200)
            .Text.Trim()
            .Split('\n')[^1]
            .ShouldContain("\"isDone\":true");

        (await admin.PostAsync("/views/rebuild-views", new { views = "cards,moods".Split(',') })).IsRefused(400, "unknown-view");
        (await admin.PostAsync("/views/rebuild-views", """{"views":[null,"cards"]}""")).IsRefused(400, "null-member");
        (await admin.GetAsync("/views/verify-views?views=moods")).IsRefused(400, "unknown-view");
        (await newsroom.TypeAsync("root", Role.Admin, "verify-views", "--view", "moods")).Code.ShouldBe(2);
        (await DifferencesAsync(repair: false)).ShouldBe("cards 1");
        (await admin.PostAsync("/views/rebuild-views", new { views = "cards".Split(',') })).Is(200);
        (await DifferencesAsync(repair: false)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_repaired_page_is_sent_again_to_a_reader_with_the_old_one()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "A page is wrong", "It rains on the quay.\n");
        (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200);
        (await story.ApproveAsync("ned")).Is(200);
        (await story.ApproveAsync("lea", Role.Legal)).Is(200);
        (await story.PublishAsync()).Is(200);
        var right = (await newsroom.Reader().GetAsync($"/published/{story.Slug}")).Is(200);
        (await newsroom.Reader().GetAsync($"/published/{story.Slug}", ifNoneMatch: right.ETag)).Is(304);

        await Database.RunAsync(
            $"update newsroom.mt_doc_publishedstory set data = jsonb_set(data, '{{edition,article,body}}', '\"It snows.\"') where id = "
                + $"'{story.Id}'"
        );
        var wrong = (await newsroom.Reader().GetAsync($"/published/{story.Slug}", ifNoneMatch: right.ETag)).Is(200);
        wrong.Json["body"]!.GetValue<string>().ShouldBe("It snows.");

        await newsroom.CatchUpAsync();
        (await DifferencesAsync(repair: true, "published")).ShouldBe("published 1");
        (await newsroom.Reader().GetAsync($"/published/{story.Slug}", ifNoneMatch: wrong.ETag)).Is(200).Text.ShouldBe(right.Text);
    }

    [Fact]
    public async Task A_killed_story_that_was_made_public_in_the_database_is_found_and_repaired()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "A page returns", "It rains on the quay.\n");
        (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200);
        (await story.ApproveAsync("ned")).Is(200);
        (await story.ApproveAsync("lea", Role.Legal)).Is(200);
        (await story.PublishAsync()).Is(200);
        (await story.DoAsync("withhold", "pia", Role.Publisher, new { reason = "Checking." })).Is(200);
        (await story.DoAsync("retract", "chi", Role.ChiefEditor, new { reason = "Forged.", notice = "Retracted." })).Is(200);
        (await story.DoAsync("kill", "lea", Role.Legal, new { reason = "A court order.", notice = "Gone." })).Is(200);
        (await DifferencesAsync(repair: false, "published", "notices")).ShouldBeEmpty();

        await Database.RunAsync($"update newsroom.mt_doc_publishedstory set data = data - 'takedown' where id = '{story.Id}'");
        await Database.RunAsync($"delete from newsroom.mt_doc_publicnotice where story = '{story.Id}'");
        (await newsroom.Reader().GetAsync($"/published/{story.Slug}")).Is(200);
        (await DifferencesAsync(repair: true, "published", "notices")).ShouldBe("notices 1, published 1");
        (await newsroom.Reader().GetAsync($"/published/{story.Slug}")).IsRefused(410, "killed");
        (await newsroom.Reader().GetAsync($"/corrections?slug={story.Slug}")).Is(200).Json.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Rows_of_an_earlier_build_are_read_and_upgraded()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Summarised", "It rains.\n");
        await newsroom.CatchUpAsync();
        var ofStory = $"where story = '{story.Id}'";
        (await Database.ScalarAsync<long>($"select count(*) from newsroom.audit {ofStory} and sentence = ''")).ShouldBe(1);
        var rendered = await SentenceAsync();
        rendered.ShouldContain("drafted “Summarised”");

        // Rows that an earlier build stored, and that its nodes insert while they still run.
        await Database.RunAsync($"update newsroom.audit set code = null, arguments = null, sentence = '{{rita}} wrote it.' {ofStory}");
        (await SentenceAsync()).ShouldBe("{rita} wrote it.");
        (await DifferencesAsync(repair: true, "audit")).ShouldBe("audit 1");
        (await SentenceAsync()).ShouldBe(rendered);

        // A sentence of another build is rendered of the same row.
        await Database.RunAsync($$"""update newsroom.audit set code = 'sung-aloud', arguments = '{"title": "Any"}' {{ofStory}}""");
        (await SentenceAsync()).ShouldEndWith(": sung aloud");
        (await DifferencesAsync(repair: true, "audit")).ShouldBe("audit 1");
        (await DifferencesAsync(repair: false, "audit")).ShouldBeEmpty();

        async Task<string> SentenceAsync() =>
            (await newsroom.As("ida", Role.Auditor).GetAsync($"/audit?story={story.Id}")).Is(200).Json[0]!["sentence"]!.GetValue<string>();
    }

    [Fact]
    public async Task The_command_line_accepts_every_view()
    {
        Catalog.Names.ShouldNotBeEmpty();
        foreach (var view in Catalog.Names)
        {
            var told = await newsroom.TypeAsync("ida", Role.Auditor, "verify-views", "--view", view);
            told.Code.ShouldBe(0, told.Said);
        }
    }

    private async Task<string> DifferencesAsync(bool repair, params string[] views)
    {
        ViewReport? report = null;
        await foreach (
            var next in Views.VerifyAsync(repair, views.Length > 0 ? views : Catalog.Names, TestContext.Current.CancellationToken)
        )
        {
            report = next;
        }

        report!.IsDone.ShouldBeTrue();
        return string.Join(
            ", ",
            report
                .Views.Where(v => v.Value.Different > 0)
                .OrderBy(v => v.Key, StringComparer.Ordinal)
                .Select(v => $"{v.Key} {v.Value.Different}")
        );
    }
}
