using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Ledger;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Tests.Erasures;

/// <summary>Erased evidence and names are gone from every table, and every proof still holds.</summary>
public sealed class ErasureTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    private static readonly string[] FactChecker = ["fact-checker"];

    private readonly ErasureDriver erasures = new(newsroom);
    private readonly Person chi = newsroom.As("chi", Role.ChiefEditor);
    private readonly Person ida = newsroom.As("ida", Role.Auditor);

    private NpgsqlDataSource Database => newsroom.Host.Services.GetRequiredService<NpgsqlDataSource>();

    [Fact]
    public async Task Erasing_the_evidence_of_a_check_keeps_the_check()
    {
        var story = await erasures.CheckedAsync("Quillfeather's diary, page 12");
        (await erasures.MentionsAsync("Quillfeather")).ShouldBeGreaterThan(1);
        var id = await erasures.RequestedAsync("evidence", $"{await erasures.CheckOfAsync(story)}");
        var done = (await chi.PostAsync($"/erasures/{id}/approve-erasure")).Is(200);
        (done.Json["state"]!.GetValue<string>(), done.Json["parts"]!.AsArray().Count).ShouldBe(("carried-out", 1));

        (await erasures.MentionsAsync("Quillfeather")).ShouldBe(0);
        (await story.StateAsync("c1")).ShouldBe("verified");
        (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{story.Id}/history")).Is(200).Text.ShouldContain("on erased evidence");
        await erasures.EverythingHoldsAsync(story, "1 part was erased by law");
        (await ida.GetAsync("/audit?type=erasure_carried_out")).Is(200).Json[0]!["sentence"]!
            .GetValue<string>()
            .ShouldContain("(1 part), requested by lea. Legal basis: GDPR Art. 17(1)(a)");
    }

    [Fact]
    public async Task Erasing_one_piece_of_evidence_keeps_the_other()
    {
        var story = await erasures.CheckedAsync("Merriweather's letter", "The harbour log");
        var id = await erasures.RequestedAsync("evidence", $"{await erasures.CheckOfAsync(story)}/0");
        (await chi.PostAsync($"/erasures/{id}/approve-erasure")).Is(200);
        (await erasures.MentionsAsync("Merriweather")).ShouldBe(0);
        (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{story.Id}/history"))
            .Is(200)
            .Text.ShouldContain("on erased evidence; document: The harbour log");
        await erasures.EverythingHoldsAsync(story, "1 part was erased by law");
    }

    [Fact]
    public async Task A_locked_stream_delays_an_erasure()
    {
        var story = await erasures.CheckedAsync("Featherstone's ledger");
        var id = await erasures.RequestedAsync("evidence", $"{await erasures.CheckOfAsync(story)}");
        await using var other = await Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var meanwhile = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);

        // Locks streams as a rebuild does: first the story's, then the erasure's. The erasure waits for the story's.
        await other.RunAsync(Hold(story.Id));
        var approving = chi.PostAsync($"/erasures/{id}/approve-erasure");
        await Database.UntilWaitedForAsync(other, approving);
        try
        {
            await other.RunAsync(Hold(id));
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.DeadlockDetected)
        {
            // In a deadlock PostgreSQL cancels the transaction that has waited for a second: on a busy machine that can be this one.
        }

        await meanwhile.RollbackAsync(TestContext.Current.CancellationToken);
        (await approving).Is(200);
        (await erasures.MentionsAsync("Featherstone")).ShouldBe(0);
        await erasures.EverythingHoldsAsync(story, "1 part was erased by law");

        static string Hold(Guid stream) => $"select from newsroom.mt_streams where id = '{stream}' for no key update";
    }

    [Fact]
    public async Task An_erasure_is_503_until_the_ledger_has_the_events()
    {
        await using var owner = NpgsqlDataSource.Create(newsroom.Database);
        await using var connection = await owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await connection.RunAsync($"begin; lock table {LedgerTables.Leaves} in exclusive mode");
        var person = new { name = "Patience Featherstonehaugh", roles = FactChecker };
        (await newsroom.As("root", Role.Admin).PutAsync("/people/patience", person)).Is(201);
        var id = await erasures.RequestAsync("person", "patience");

        var refused = (await chi.PostAsync($"/erasures/{id}/approve-erasure")).Is(503);
        (refused.Json["type"]!.GetValue<string>(), refused.Json["title"]!.GetValue<string>()).ShouldBe(
            ("/problems/ledger-behind", "Service unavailable")
        );

        await connection.RunAsync("rollback");
        await newsroom.CatchUpAsync();
        (await chi.PostAsync($"/erasures/{id}/approve-erasure")).Is(200);
    }

    [Fact]
    public async Task A_persons_name_is_erased_from_every_event()
    {
        foreach (var name in new[] { "Pomona Applegarth", "Pomona Applegarth-Lowe" })
        {
            (await newsroom.As("root", Role.Admin).PutAsync("/people/pomona", new { name, roles = FactChecker })).Status.ShouldBeOneOf(
                200,
                201
            );
        }

        var story = await erasures.CheckedAsync("The log", by: "pomona");
        var id = await erasures.RequestedAsync("person", "pomona");
        (await chi.PostAsync($"/erasures/{id}/approve-erasure")).Is(200).Json["parts"]!.AsArray().Count.ShouldBe(2);
        (await erasures.MentionsAsync("Applegarth")).ShouldBe(0);
        (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{story.Id}/history"))
            .Is(200)
            .Text.ShouldContain("(name erased) found c1");
        await erasures.EverythingHoldsAsync(story, "2 parts were erased by law");
    }
}
