using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Ledger;
using Newsroom.Api.Operations.Projections;
using Newsroom.Api.Operations.Store;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Newsroom.Evidence.Bundles;
using Npgsql;

namespace Newsroom.Api.Tests.Erasures;

/// <summary>Prepares erasures, and verifies what they left.</summary>
internal sealed class ErasureDriver(Newsroom newsroom)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private NpgsqlDataSource Database => newsroom.Host.Services.GetRequiredService<NpgsqlDataSource>();

    /// <summary>Drafts a story with a claim, and checks the claim on one or two pieces of evidence.</summary>
    public async Task<StoryDriver> CheckedAsync(string citation, string? more = null, string by = "femi")
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

    /// <summary>Returns the id of the check of a story.</summary>
    public Task<Guid> CheckOfAsync(StoryDriver story) =>
        Database.ScalarAsync<Guid>($"select id from newsroom.mt_events where stream_id = '{story.Id}' and type = 'fact_checked'");

    /// <summary>Requests an erasure, once the ledger has the events.</summary>
    public async Task<Guid> RequestedAsync(string kind, string subject)
    {
        await newsroom.CatchUpAsync();
        return await RequestAsync(kind, subject);
    }

    /// <summary>Requests an erasure.</summary>
    public async Task<Guid> RequestAsync(string kind, string subject)
    {
        var request = new
        {
            kind,
            subject,
            legalBasis = "GDPR Art. 17(1)(a)",
            reason = "They asked.",
        };
        var requested = await newsroom.As("lea", Role.Legal).PostAsync("/erasures/request-erasure", request);
        return requested.Is(201).Json["id"]!.GetValue<Guid>();
    }

    /// <summary>Fetches and verifies the bundle of a story.</summary>
    public async Task<Verification> BundleAsync(StoryDriver story)
    {
        using var http = newsroom.Host.Server.CreateClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", newsroom.Token("ida", [Role.Auditor]));
        var archive = await http.GetByteArrayAsync(new Uri($"/stories/{story.Id}/bundle", UriKind.Relative), Cancellation);
        return BundleVerifier.Verify(
            BundleArchive.Read(new MemoryStream(archive)),
            newsroom.Host.Services.GetRequiredService<LedgerKeys>().All,
            null
        );
    }

    /// <summary>
    /// The bundle verifies and tells of the erasure, the store is what its ledger says, and a rebuild would change nothing.
    /// </summary>
    public async Task EverythingHoldsAsync(StoryDriver story, string told)
    {
        await newsroom.CatchUpAsync();
        var verification = await BundleAsync(story);
        verification.Holds.ShouldBeTrue(verification.Wrong);
        string.Join('\n', verification.Proved).ShouldContain(told);
        var store = await StoreAsync();
        store.IsDone.ShouldBeTrue();
        store.Findings.ShouldBeEmpty();
        var views = await ViewsAsync();
        views.IsDone.ShouldBeTrue();
        views.Views.ShouldNotBeEmpty();
        views.Views.Where(view => view.Value.Different > 0).ShouldBeEmpty();
        (await story.ReadAsync(1)).Is(200);
    }

    /// <summary>Counts the rows of all tables that contain a word.</summary>
    public Task<long> MentionsAsync(string word) => Database.MentionsAsync(word);

    private ValueTask<StoreReport> StoreAsync() =>
        newsroom.Host.Services.GetRequiredService<StoreVerifier>().VerifyAsync(null, Cancellation).LastAsync(Cancellation);

    private ValueTask<ViewReport> ViewsAsync() =>
        newsroom.Host.Services.GetRequiredService<ProjectionVerifier>().VerifyAsync(repair: false, Cancellation).LastAsync(Cancellation);
}
