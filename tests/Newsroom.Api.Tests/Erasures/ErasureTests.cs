using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Ledger;
using Newsroom.Api.Operations.Projections;
using Newsroom.Api.Operations.Store;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Newsroom.Evidence.Bundles;
using Npgsql;

namespace Newsroom.Api.Tests.Erasures;

/// <summary>What the law asks to be forgotten is forgotten everywhere, by two people, and every proof still stands.</summary>
public class ErasureTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    private static readonly string[] FactChecker = ["fact-checker"];

    private readonly Person lea = newsroom.As("lea", Role.Legal);
    private readonly Person chi = newsroom.As("chi", Role.ChiefEditor);
    private readonly Person ida = newsroom.As("ida", Role.Auditor);

    private NpgsqlDataSource Database => newsroom.Host.Services.GetRequiredService<NpgsqlDataSource>();

    [Fact]
    public async Task The_evidence_of_a_check_goes_and_the_check_stays()
    {
        var story = await CheckedAsync("Quillfeather's diary, page 12");
        (await MentionsAsync("Quillfeather")).ShouldBeGreaterThan(1);
        var id = await RequestedAsync("evidence", $"{await CheckOfAsync(story)}");
        var done = (await chi.PostAsync($"/erasures/{id}/approve-erasure")).Is(200);
        (done.Json["state"]!.GetValue<string>(), done.Json["parts"]!.AsArray().Count).ShouldBe(("carried-out", 1));

        (await MentionsAsync("Quillfeather")).ShouldBe(0);
        (await story.StateAsync("c1")).ShouldBe("verified");
        (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{story.Id}/history")).Is(200).Text.ShouldContain("on erased evidence");
        await EverythingHoldsAsync(story, "1 part was erased by law");
        (await ida.GetAsync("/audit?type=erasure_carried_out")).Is(200).Json[0]!["sentence"]!
            .GetValue<string>()
            .ShouldContain("(1 part), requested by lea. Legal basis: GDPR Art. 17(1)(a)");
    }

    [Fact]
    public async Task One_piece_of_evidence_goes_and_the_other_stays()
    {
        var story = await CheckedAsync("Merriweather's letter", "The harbour log");
        var id = await RequestedAsync("evidence", $"{await CheckOfAsync(story)}/0");
        (await chi.PostAsync($"/erasures/{id}/approve-erasure")).Is(200);
        (await MentionsAsync("Merriweather")).ShouldBe(0);
        (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{story.Id}/history"))
            .Is(200)
            .Text.ShouldContain("on erased evidence; document: The harbour log");
        await EverythingHoldsAsync(story, "1 part was erased by law");
    }

    [Fact]
    public async Task What_is_in_the_way_of_an_erasure_delays_it()
    {
        var story = await CheckedAsync("Featherstone's ledger");
        var id = await RequestedAsync("evidence", $"{await CheckOfAsync(story)}");
        await using var other = await Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var meanwhile = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);

        // As a view that is made again holds streams: the story's first, then the erasure's, which waits for the story's.
        await other.RunAsync(Hold(story.Id));
        var approving = chi.PostAsync($"/erasures/{id}/approve-erasure");
        await Database.UntilWaitedForAsync(other, approving);
        try
        {
            await other.RunAsync(Hold(id));
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.DeadlockDetected)
        {
            // Of two that wait for each other PostgreSQL refuses whichever has waited for a second: on a machine with much to do that may
            // be this one.
        }

        await meanwhile.RollbackAsync(TestContext.Current.CancellationToken);
        (await approving).Is(200);
        (await MentionsAsync("Featherstone")).ShouldBe(0);
        await EverythingHoldsAsync(story, "1 part was erased by law");

        static string Hold(Guid stream) => $"select from newsroom.mt_streams where id = '{stream}' for no key update";
    }

    [Fact]
    public async Task A_persons_name_goes_from_every_event_that_had_it()
    {
        foreach (var name in new[] { "Pomona Applegarth", "Pomona Applegarth-Lowe" })
        {
            (await newsroom.As("root", Role.Admin).PutAsync("/people/pomona", new { name, roles = FactChecker })).Status.ShouldBeOneOf(
                200,
                201
            );
        }

        var story = await CheckedAsync("The log", by: "pomona");
        var id = await RequestedAsync("person", "pomona");
        (await chi.PostAsync($"/erasures/{id}/approve-erasure")).Is(200).Json["parts"]!.AsArray().Count.ShouldBe(2);
        (await MentionsAsync("Applegarth")).ShouldBe(0);
        (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{story.Id}/history"))
            .Is(200)
            .Text.ShouldContain("(name erased) found c1");
        await EverythingHoldsAsync(story, "2 parts were erased by law");
    }

    [Fact]
    public async Task A_source_is_told_to_legal_on_the_record_until_it_is_erased()
    {
        const string identity = "Zebedee Quorn, deputy harbour master, +47 555 01 02";
        var rita = newsroom.As("rita", Role.Reporter);
        var speaker = (
            await rita.PostAsync(
                "/speakers/register-speaker",
                new
                {
                    name = "A senior official",
                    id = "senior-official",
                    identity,
                }
            )
        ).Is(201);
        speaker.Json["identity"]!.GetValue<string>().ShouldBe("sealed");
        (await MentionsAsync("Zebedee")).ShouldBe(0);
        (await rita.PostAsync("/speakers/senior-official/reveal-identity", new { reason = "I wonder." })).IsRefused(403, "role-required");
        (await lea.PostAsync("/speakers/senior-official/reveal-identity", new { reason = " " })).IsRefused(422, "reason-required");
        var told = (await lea.PostAsync("/speakers/senior-official/reveal-identity", new { reason = "A letter from their lawyer." })).Is(
            200
        );
        told.Json["identity"]!.GetValue<string>().ShouldBe(identity);
        (await MentionsAsync("Zebedee")).ShouldBe(0);

        var story = await StoryDriver.DraftedAsync(newsroom, "A source speaks", "“The wall will not hold,” a senior official said.");
        (
            await story.DoAsync(
                "attribute-quote",
                "rita",
                Role.Reporter,
                new { words = "“The wall will not hold,”", speaker = "senior-official" }
            )
        ).Is(200);
        await newsroom.CatchUpAsync();
        (await ida.GetAsync("/audit?type=identity_revealed")).Is(200).Json[0]!.ShouldSatisfyAllConditions(
            l => l["by"]!.GetValue<string>().ShouldStartWith("lea@"),
            l => l["why"]!.GetValue<string>().ShouldBe("A letter from their lawyer.")
        );
        (await BundleAsync(story)).Proved.ShouldContain("1 part is withheld: the identity of a confidential source.");

        (await rita.PostAsync("/speakers/senior-official/seal-identity", new { identity = $"{identity}; moved to Garrow" })).Is(200);
        (await lea.PostAsync("/speakers/senior-official/reveal-identity", new { reason = "Again." })).Is(200).Json["identity"]!
            .GetValue<string>()
            .ShouldEndWith("moved to Garrow");
        var id = await RequestedAsync("identity", "senior-official");
        (await chi.PostAsync($"/erasures/{id}/approve-erasure")).Is(200);
        (await lea.PostAsync("/speakers/senior-official/reveal-identity", new { reason = "Once more." })).IsRefused(422, "identity-erased");
        (await rita.GetAsync("/speakers/senior-official")).Is(200).Json["identity"]!.GetValue<string>().ShouldBe("erased");
        await EverythingHoldsAsync(story, "2 parts were erased by law");
        (await Database.ScalarAsync<long>("select count(*) from newsroom.source_keys where speaker = 'senior-official'")).ShouldBe(0);
    }

    [Fact]
    public async Task An_identity_is_in_no_refusal_and_not_even_in_a_digest()
    {
        var ed = newsroom.As("uma", Role.Publisher);
        (await ed.PostAsync("/speakers/register-speaker", new { name = "Refused source", identity = "First guess" })).IsRefused(
            403,
            "role-required"
        );
        (await ed.PostAsync("/speakers/register-speaker", new { name = "Refused source", identity = "Second guess" })).IsRefused(
            403,
            "role-required"
        );
        (
            await Database.ScalarAsync<long>(
                "select count(distinct data ->> 'request') from newsroom.mt_events where type = 'command_refused' and user_name like "
                    + "'uma@%' and data ->> 'command' = 'register-speaker'"
            )
        ).ShouldBe(1);
        (
            await newsroom.As("rita", Role.Reporter).PostAsync("/speakers/register-speaker", new { name = "Nobody yet", id = "nobody-yet" })
        ).Is(201);
        (await lea.PostAsync("/speakers/nobody-yet/reveal-identity", new { reason = "Who?" })).IsRefused(422, "no-identity");
        (await lea.PostAsync("/speakers/nobody-at-all/reveal-identity", new { reason = "Who?" })).IsRefused(404, "unknown-speaker");
    }

    [Fact]
    public async Task An_erasure_requires_two_people_a_basis_and_something_to_erase()
    {
        var story = await CheckedAsync("Kept");
        (
            await newsroom
                .As("ed", Role.Editor)
                .PostAsync(
                    "/erasures/request-erasure",
                    new
                    {
                        kind = "evidence",
                        subject = $"{Guid.NewGuid()}",
                        legalBasis = "x",
                        reason = "y",
                    }
                )
        ).IsRefused(403, "role-required");
        (
            await lea.PostAsync(
                "/erasures/request-erasure",
                new
                {
                    kind = "evidence",
                    subject = "nonsense",
                    legalBasis = "x",
                    reason = "y",
                }
            )
        ).Is(400);
        (
            await lea.PostAsync(
                "/erasures/request-erasure",
                new
                {
                    kind = "person",
                    subject = "rita",
                    legalBasis = "",
                    reason = "y",
                }
            )
        ).IsRefused(422, "legal-basis-required");

        var both = newsroom.As("both", Role.Legal, Role.ChiefEditor);
        var own = (
            await both.PostAsync(
                "/erasures/request-erasure",
                new
                {
                    kind = "evidence",
                    subject = $"{await CheckOfAsync(story)}",
                    legalBasis = "GDPR Art. 17(1)(a)",
                    reason = "Mine.",
                }
            )
        ).Is(201).Json["id"]!.GetValue<Guid>();
        (await both.PostAsync($"/erasures/{own}/approve-erasure")).IsRefused(403, "own-request");
        (await chi.PostAsync($"/erasures/{own}/reject-erasure", new { reason = "No basis." })).Is(200).Json["state"]!
            .GetValue<string>()
            .ShouldBe("rejected");
        (await chi.PostAsync($"/erasures/{own}/approve-erasure")).IsRefused(422, "erasure-decided");
        (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{story.Id}/history")).Text.ShouldContain("Kept");

        var nothing = await RequestedAsync("person", "nobody-of-that-name");
        (await chi.PostAsync($"/erasures/{nothing}/approve-erasure")).IsRefused(422, "nothing-to-erase");
        (await chi.PostAsync($"/erasures/{Guid.NewGuid()}/approve-erasure")).IsRefused(404, "unknown-erasure");
        (
            await story.DoAsync(
                "fact-check",
                "femi",
                Role.FactChecker,
                new
                {
                    passage = "c1",
                    fingerprint = await story.FingerprintAsync("c1"),
                    verdict = "verified",
                    evidence = new[] { new { kind = "erased", citation = "erased" } },
                }
            )
        ).IsRefused(422, "evidence-erased");
    }

    [Fact]
    public async Task Erasures_are_asked_for_and_told_at_the_command_line()
    {
        var story = await CheckedAsync("Periwinkle's notes");
        using var api = newsroom.Host.Server.CreateClient();
        var asked = await Terminal.TypeAsync(
            api,
            "request-erasure",
            "--kind",
            "evidence",
            "--subject",
            $"{await CheckOfAsync(story)}",
            "--legal-basis",
            "GDPR Art. 17(1)(d)",
            "--reason",
            "Taken unlawfully",
            "--token",
            newsroom.Token("lea", [Role.Legal])
        );
        (asked.Code, asked.Said.Contains("Taken unlawfully", StringComparison.Ordinal)).ShouldBe((0, true), asked.Said);
        var id = (await lea.GetAsync("/erasures")).Json[0]!["id"]!.GetValue<Guid>();
        (await Terminal.TypeAsync(api, "approve-erasure", $"{id}", "--token", newsroom.Token("lea", [Role.Legal]))).Code.ShouldBe(2);
        (
            await Terminal.TypeAsync(api, "approve-erasure", $"{id}", "--token", newsroom.Token("chi", [Role.ChiefEditor]))
        ).ShouldSatisfyAllConditions(t => t.Code.ShouldBe(0, t.Said), t => t.Said.ShouldContain("carried-out"));
        (await Terminal.TypeAsync(api, "erasures", "--token", newsroom.Token("ida", [Role.Auditor]))).Said.ShouldContain("decided by chi");
    }

    private async Task<StoryDriver> CheckedAsync(string citation, string? more = null, string by = "femi")
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Checked", "The wall is 31 metres long.");
        (await story.DoAsync("flag-claim", "ed", Role.Editor, new { words = "The wall is 31 metres long." })).Is(200);
        (
            await story.DoAsync(
                "fact-check",
                by,
                Role.FactChecker,
                new
                {
                    passage = "c1",
                    fingerprint = await story.FingerprintAsync("c1"),
                    verdict = "verified",
                    evidence = new[] { citation, more }.OfType<string>().Select(c => new { kind = "document", citation = c }),
                }
            )
        ).Is(200);
        await newsroom.CatchUpAsync();
        return story;
    }

    private Task<Guid> CheckOfAsync(StoryDriver story) =>
        Database.ScalarAsync<Guid>($"select id from newsroom.mt_events where stream_id = '{story.Id}' and type = 'fact_checked'");

    private async Task<Guid> RequestedAsync(string kind, string subject)
    {
        await newsroom.CatchUpAsync();
        return (
            await lea.PostAsync(
                "/erasures/request-erasure",
                new
                {
                    kind,
                    subject,
                    legalBasis = "GDPR Art. 17(1)(a)",
                    reason = "They asked.",
                }
            )
        ).Is(201).Json["id"]!.GetValue<Guid>();
    }

    private async Task<Verification> BundleAsync(StoryDriver story)
    {
        using var http = newsroom.Host.Server.CreateClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", newsroom.Token("ida", [Role.Auditor]));
        var archive = await http.GetByteArrayAsync(
            new Uri($"/stories/{story.Id}/bundle", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        return BundleVerifier.Verify(
            BundleArchive.Read(new MemoryStream(archive)),
            newsroom.Host.Services.GetRequiredService<LedgerKeys>().All,
            null
        );
    }

    /// <summary>
    /// The bundle verifies and tells of the erasure, the store is what its ledger says, and a rebuild would change nothing.
    /// </summary>
    private async Task EverythingHoldsAsync(StoryDriver story, string told)
    {
        await newsroom.CatchUpAsync();
        var verification = await BundleAsync(story);
        verification.Holds.ShouldBeTrue(verification.Wrong);
        string.Join('\n', verification.Proved).ShouldContain(told);
        await foreach (
            var report in newsroom
                .Host.Services.GetRequiredService<StoreVerifier>()
                .VerifyAsync(null, TestContext.Current.CancellationToken)
        )
        {
            report.Findings.ShouldBeEmpty();
        }

        await foreach (
            var report in newsroom
                .Host.Services.GetRequiredService<ProjectionVerifier>()
                .VerifyAsync(repair: false, TestContext.Current.CancellationToken)
        )
        {
            report.Views.Where(v => v.Value.Different > 0).ShouldBeEmpty();
        }

        (await story.ReadAsync(1)).Is(200);
    }

    private Task<long> MentionsAsync(string word) => Database.MentionsAsync(word);
}
