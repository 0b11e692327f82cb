using System.Net;
using Newsroom.Client;
using Newsroom.Client.Audit;
using Newsroom.Client.Http;
using Newsroom.Client.Stories;
using Newsroom.Client.Worklists;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Tests.EndToEnd;

/// <summary>The typed client against the API.</summary>
public sealed class NewsroomClientTests(Newsroom newsroom) : IDisposable
{
    private readonly HttpClient http = newsroom.Host.Server.CreateClient();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_story_is_drafted_revised_and_read_in_every_view()
    {
        var (rita, ida) = (Connect("rita", Role.Reporter), Connect("ida", Role.Auditor));
        var draft = new StoryCommand.DraftArticle("world")
        {
            Headline = "Read by the typed client",
            Body = "The wall is 31 metres long. “It fell in the night,” said the mayor.\n",
        };
        var begun = (await rita.Stories.DraftAsync(draft, cancellationToken: Cancellation)).Value;
        var revised = (
            await rita.Stories.SendAsync(
                begun.Story,
                new StoryCommand.ReviseArticle { Body = draft.Body.Replace("31", "32", StringComparison.Ordinal), BasedOn = begun.Version },
                cancellationToken: Cancellation
            )
        ).Value;
        var claim = new StoryCommand.FlagClaim("The wall is 32 metres long.") { BasedOn = revised.Version, As = Role.Reporter };
        var flagged = (await rita.Stories.SendAsync(begun.Story, claim, cancellationToken: Cancellation)).Value;

        begun.Slug.ShouldBe("read-by-the-typed-client");
        flagged.Events.ShouldHaveSingleItem().Type.ShouldBe("claim_flagged");
        var story = (await ida.Stories.GetAsync(begun.Story, cancellationToken: Cancellation)).Value;
        (story.Version, story.Claims.ShouldHaveSingleItem().Words).ShouldBe((flagged.Version, claim.Words));
        (await ida.Stories.GetAsync(begun.Story, new PointInTime(Version: 1), Cancellation)).Value.Article.Body.ShouldBe(draft.Body);
        var history = new List<HistoryEntry>();
        await foreach (var entry in ida.Stories.GetAllHistoryAsync(begun.Story, Cancellation))
        {
            history.Add(entry);
        }

        history.Select(e => e.Type).ShouldBe(["story_drafted", "article_revised", "claim_flagged"]);
        (await ida.Stories.GetTimelineAsync(begun.Story, page: new PageRequest(After: "1"), cancellationToken: Cancellation))
            .Value.Items.Select(step => (step.Version, step.Type, step.Name, step.As))
            .ShouldBe([(2, "article_revised", "rita", "reporter"), (3, "claim_flagged", "rita", "reporter")]);
        var range = new DiffRange(new VersionOrTime(1), new VersionOrTime(2));
        (await ida.Stories.GetDiffAsync(begun.Story, range, Cancellation))
            .Value.Texts.ShouldHaveSingleItem()
            .Stretches.ShouldContain(new TextStretch("added", "32"));
        (await ida.Stories.GetBlameAsync(begun.Story, cancellationToken: Cancellation)).Value.Texts.ShouldNotBeEmpty();
        (await ida.Stories.GetQuotedAsync(begun.Story, cancellationToken: Cancellation))
            .Value.Quoted.ShouldHaveSingleItem()
            .State.ShouldBe("unattributed");
        (await ida.Stories.GetGatesAsync(begun.Story, Cancellation)).Value.Ready.ShouldBeFalse();
    }

    [Fact]
    public async Task Lists_are_read_page_by_page()
    {
        var ana = Connect("ana", Role.Editor);
        for (var number = 1; number <= 3; number++)
        {
            var draft = new StoryCommand.DraftArticle("world") { Headline = $"Paged zebra {number}" };
            await ana.Stories.DraftAsync(draft, cancellationToken: Cancellation);
        }

        await newsroom.CatchUpAsync();
        var query = new StoryQuery(Words: "zebra");
        var first = await ana.Worklists.FindStoriesAsync(query, new PageRequest(Limit: 2), Cancellation);
        var second = await ana.Worklists.FindStoriesAsync(query, new PageRequest(first.Next, Limit: 2), Cancellation);
        var all = new List<string>();
        await foreach (var card in ana.Worklists.FindAllStoriesAsync(query, Cancellation))
        {
            all.Add(card.Slug);
        }

        (first.Value.Items.Count, second.Value.Items.Count, second.Value.Next).ShouldBe((2, 1, null));
        all.ShouldBe(first.Value.Items.Concat(second.Value.Items).Select(card => card.Slug));
    }

    [Fact]
    public async Task A_refusal_is_thrown_with_its_reasons()
    {
        var ana = Connect("ana", Role.Editor);
        var draft = new StoryCommand.DraftArticle("world") { Headline = "Refused to the typed client" };
        var begun = (await ana.Stories.DraftAsync(draft, cancellationToken: Cancellation)).Value;

        var stale = await Should.ThrowAsync<ApiException>(() =>
            ana.Stories.SendAsync(begun.Story, new StoryCommand.SubmitForReview { BasedOn = 9 }, cancellationToken: Cancellation)
        );
        var missing = await Should.ThrowAsync<ApiException>(() =>
            ana.Stories.SendAsync(begun.Story, new StoryCommand.SubmitForReview(), cancellationToken: Cancellation)
        );
        var anonymous = await Should.ThrowAsync<ApiException>(() =>
            new NewsroomClient(http).Stories.GetAsync(begun.Story, cancellationToken: Cancellation)
        );

        (stale.StatusCode, stale.Problem!.CurrentVersion).ShouldBe((HttpStatusCode.PreconditionFailed, begun.Version));
        stale.Reasons.ShouldHaveSingleItem();
        missing.StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        anonymous.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_command_is_carried_out_once_for_an_idempotency_key()
    {
        var ana = Connect("ana", Role.Editor);
        var draft = new StoryCommand.DraftArticle("world") { Headline = "Drafted once by the typed client" };
        var key = Guid.NewGuid().ToString();

        var first = await ana.Stories.DraftAsync(draft, key, Cancellation);
        var again = await ana.Stories.DraftAsync(draft, key, Cancellation);

        again.Value.Story.ShouldBe(first.Value.Story);
    }

    [Fact]
    public async Task Everything_else_is_read_without_a_story()
    {
        var (ida, anyone) = (Connect("ida", Role.Auditor), new NewsroomClient(http));

        (await ida.Desks.ListAsync(Cancellation)).Value.Items.Select(d => d.Id).ShouldContain("world");
        (await ida.Desks.GetPoliciesAsync("world", Cancellation)).Value.InForce.Gates.ShouldNotBeEmpty();
        (await ida.Worklists.GetBoardAsync("world", cancellationToken: Cancellation)).Value.Desk.Id.ShouldBe("world");
        (
            await ida.Worklists.GetFactCheckQueueAsync(page: new PageRequest(Limit: 1), cancellationToken: Cancellation)
        ).Value.Items.Count.ShouldBeLessThan(2);
        _ = (await ida.Speakers.ListAsync(Cancellation)).Value;
        _ = (await ida.Erasures.ListAsync(Cancellation)).Value;
        _ = (await ida.Stories.GetDismissedPhrasesAsync(cancellationToken: Cancellation)).Value;
        _ = (await ida.Audit.ListAsync(new AuditQuery(Desk: "world"), new PageRequest(Limit: 1), Cancellation)).Value;
        using var exported = new StringWriter();
        await ida.Audit.ExportAsync(new AuditQuery(Type: "desk_defined"), AuditExportFormat.Csv, exported, Cancellation);
        exported.ToString().ShouldContain("desk_defined");
        _ = (await anyone.Published.ListAsync(cancellationToken: Cancellation)).Value;
        var ledger = (await anyone.Ledger.GetKeysAsync(Cancellation)).Split('+')[0];
        (await anyone.Ledger.GetCheckpointAsync(Cancellation)).ShouldStartWith(ledger);
    }

    public void Dispose() => http.Dispose();

    private NewsroomClient Connect(string user, params Role[] roles) =>
        new(http, NewsroomClientOptions.WithToken(newsroom.Token(user, roles)));
}
