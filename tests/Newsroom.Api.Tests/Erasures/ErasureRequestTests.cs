using Newsroom.Api.Tests.EndToEnd;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Erasures;

/// <summary>An erasure needs two people, a legal basis and something to erase.</summary>
public sealed class ErasureRequestTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    private readonly ErasureDriver erasures = new(newsroom);
    private readonly Person lea = newsroom.As("lea", Role.Legal);
    private readonly Person chi = newsroom.As("chi", Role.ChiefEditor);

    [Fact]
    public async Task An_erasure_requires_two_people_a_basis_and_something_to_erase()
    {
        var story = await erasures.CheckedAsync("Kept");
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
                    subject = $"{await erasures.CheckOfAsync(story)}",
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

        var nothing = await erasures.RequestedAsync("person", "unknown-person");
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
    public async Task Erasures_are_requested_and_listed_at_the_command_line()
    {
        var story = await erasures.CheckedAsync("Periwinkle's notes");
        var asked = await newsroom.TypeAsync(
            "lea",
            Role.Legal,
            "request-erasure",
            "--kind",
            "evidence",
            "--subject",
            $"{await erasures.CheckOfAsync(story)}",
            "--legal-basis",
            "GDPR Art. 17(1)(d)",
            "--reason",
            "Taken unlawfully"
        );
        (asked.Code, asked.Said.Contains("Taken unlawfully", StringComparison.Ordinal)).ShouldBe((0, true), asked.Said);
        var id = (await lea.GetAsync("/erasures")).Json[0]!["id"]!.GetValue<Guid>();
        (await newsroom.TypeAsync("lea", Role.Legal, "approve-erasure", $"{id}")).Code.ShouldBe(2);
        (await newsroom.TypeAsync("chi", Role.ChiefEditor, "approve-erasure", $"{id}")).ShouldSatisfyAllConditions(
            t => t.Code.ShouldBe(0, t.Said),
            t => t.Said.ShouldContain("carried-out")
        );
        (await newsroom.TypeAsync("ida", Role.Auditor, "erasures")).Said.ShouldContain("decided by chi");
    }
}
