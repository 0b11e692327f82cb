using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Policies;

/// <summary>A desk's policy, from its proposal to a publication that stores its terms.</summary>
public class PolicyTests(Newsroom newsroom)
{
    private static readonly object TwoCheckersOneApproval = new
    {
        reason = "A small desk, careful with figures.",
        gates = new object[]
        {
            new { gate = "quotes-attributed" },
            new { gate = "quotes-verified", minimum = 1 },
            new
            {
                gate = "claims-checked",
                minimum = 2,
                waivable = true,
            },
            new
            {
                gate = "approvals",
                minimum = 1,
                roles = new[] { new { role = "editor", minimum = 1 } },
            },
        },
    };

    [Fact]
    public async Task A_preview_says_which_stories_other_gates_would_block_and_leaves_out_what_the_person_may_not_read()
    {
        var desk = await DeskAsync("forecast");
        var story = await StoryDriver.DraftedAsync(newsroom, "Policy preview", "The wall is 31 metres long.", desk: desk);
        await story.DoAsync("flag-claim", "rita", Role.Reporter, new { words = "The wall is 31 metres long." });
        await story.DoAsync("submit-for-review", "rita", Role.Reporter);
        await story.VerifyAsync("c1");
        (await story.ApproveAsync("ed")).Is(200);
        await newsroom.CatchUpAsync();
        string[] effects =
        [
            "Nothing would change before a chief-editor accepts version 1 in place of version 0.",
            "“Policy preview” would be blocked by claims-checked.",
            "“Policy preview” would no longer be blocked by approvals.",
        ];
        (await ProposedAsync()).ShouldBe(effects);
        await story.DoAsync("mark-confidential", "ed", Role.Editor, new { reason = "Sources.", readers = Array.Empty<string>() });
        await newsroom.CatchUpAsync();
        (await ProposedAsync()).ShouldBe(effects[..1]);

        async Task<List<string>> ProposedAsync()
        {
            var admin = newsroom.As("ada", Role.Admin);
            var preview = await admin.SendAsync(
                HttpMethod.Post,
                $"/desks/{desk}/propose-policy",
                JsonSerializer.SerializeToUtf8Bytes(TwoCheckersOneApproval),
                "application/json",
                ("Prefer", "dry-run")
            );
            return [.. preview.Is(200).Json["effects"]!.AsArray().Select(effect => effect!["sentence"]!.GetValue<string>())];
        }
    }

    [Fact]
    public async Task From_proposal_to_a_publication_with_a_waiver()
    {
        var desk = await DeskAsync("quayside");
        var story = await StoryDriver.DraftedAsync(newsroom, "Policy walk", "The wall is 31 metres long.", desk: desk);
        await story.DoAsync("flag-claim", "rita", Role.Reporter, new { words = "The wall is 31 metres long." });
        await story.DoAsync("submit-for-review", "rita", Role.Reporter);
        await story.VerifyAsync("c1");
        (await story.ApproveAsync("ed")).Is(200);
        (await story.PublishAsync()).FailedGates.ShouldBe(["approvals"]);

        var admin = newsroom.As("ada", Role.Admin);
        (await admin.PostAsync($"/desks/{desk}/propose-policy", TwoCheckersOneApproval)).Is(200).Json["versions"]![0]!["state"]!
            .GetValue<string>()
            .ShouldBe("proposed");
        (await story.PublishAsync()).FailedGates.ShouldBe(["approvals"], "a policy that is only proposed asks for nothing");
        (await newsroom.As("chi", Role.ChiefEditor).PostAsync($"/desks/{desk}/accept-policy", new { version = 1 })).Is(200).Json[
            "inForce"
        ]!["version"]!
            .GetValue<int>()
            .ShouldBe(1);

        var refused = (await story.PublishAsync()).Is(422);
        refused.FailedGates.ShouldBe(["claims-checked"]);
        var reason = refused.Json["gates"]!.AsArray().Single(g => g!["outcome"]!.GetValue<string>() == "failed")!["reasons"]![0]!;
        reason["message"]!
            .GetValue<string>()
            .ShouldBe(
                "c1 “The wall is 31 metres long.” has 1 of 2 checks. Another fact-checker checks it, but not rita or femi. Or a "
                    + "chief-editor who did not touch it waives it."
            );

        await newsroom.CatchUpAsync();
        (await CardAsync(desk, story))["blockers"]!
            .ToJsonString()
            .ShouldBe("""[{"gate":"claims-checked","reasons":1}]""", "the board follows the policy");
        (
            await story.DoAsync(
                "waive-gate",
                "chi",
                Role.ChiefEditor,
                new
                {
                    gate = "claims-checked",
                    subject = "c1",
                    fingerprint = reason["fingerprint"]!.GetValue<string>(),
                    reason = "The surveyor is away.",
                }
            )
        ).Is(200);
        await newsroom.CatchUpAsync();
        (await CardAsync(desk, story))["ready"]!.GetValue<bool>().ShouldBeTrue();
        (await story.PublishAsync()).Is(200);

        var published = (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{story.Id}/history"))
            .Is(200)
            .Json.AsArray()
            .Single(e => e!["type"]!.GetValue<string>() == "story_published")!;
        published["policy"]!.GetValue<int>().ShouldBe(1);
        published["gates"]!
            .AsArray()
            .Select(g => $"{g!["gate"]} {g["outcome"]}")
            .ShouldBe([
                "quotes-attributed passed",
                "quotes-verified passed",
                "claims-checked waived",
                "approvals passed",
                "legal-clearance passed",
                "no-holds passed",
                "embargo-passed passed",
            ]);
        published["sentences"]![0]!.GetValue<string>().ShouldEndWith("with claims-checked waived");
        var waived = published["gates"]!.AsArray().Single(g => g!["gate"]!.GetValue<string>() == "claims-checked")!;
        waived["asks"]!.GetValue<string>().ShouldStartWith("Each claim is verified by 2 fact-checkers");
        waived["reasons"]![0]!["message"]!
            .GetValue<string>()
            .ShouldBe("c1 “The wall is 31 metres long.” has fewer checks than the policy asks for.");
    }

    [Fact]
    public async Task A_story_moved_in_review_satisfies_the_policies_of_both_desks()
    {
        var (left, moved) = (await DeskAsync("upriver"), await DeskAsync("downriver"));
        await AcceptAsync(moved, new { reason = "A small desk.", gates = new object[] { new { gate = "approvals", minimum = 1 } } }, 1);
        var story = await StoryDriver.DraftedAsync(newsroom, "Moved in review", "The wall is 31 metres long.", desk: left);
        await story.DoAsync("flag-claim", "rita", Role.Reporter, new { words = "The wall is 31 metres long." });
        await story.DoAsync("submit-for-review", "rita", Role.Reporter);
        (await story.ApproveAsync("ed")).Is(200);
        (await story.DoAsync("describe-story", "rita", Role.Reporter, new { desk = moved })).IsRefused(403, "in-review");
        (await story.DoAsync("describe-story", "eva", Role.Editor, new { desk = moved })).Is(200);

        (await story.ReadAsync()).Json["approvals"]!.AsArray().Select(a => a!["standing"]!.GetValue<bool>()).ShouldBe([false]);
        (await story.ApproveAsync("ed")).Is(200);
        (await story.PublishAsync()).FailedGates.ShouldBe(["claims-checked", "approvals"]);
        var gates = (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{story.Id}/gates")).Is(200).Json;
        gates["gates"]!.AsArray().Select(g => g!["gate"]!.GetValue<string>()).ShouldContain("quotes-attributed");
        gates["desksLeft"]!.ToJsonString().ShouldBe($"""["{left}"]""");

        await AcceptAsync(
            left,
            new { reason = "No notes, no claims.", gates = new object[] { new { gate = "approvals", minimum = 2 } } },
            1
        );
        await newsroom.CatchUpAsync();
        (await CardAsync(moved, story))["blockers"]!
            .ToJsonString()
            .ShouldBe("""[{"gate":"approvals","reasons":1}]""", "the board follows the policy of the desk it left");
        (await story.ApproveAsync("eva")).Is(200);
        (await story.PublishAsync()).Is(200);
    }

    [Fact]
    public async Task Invalid_terms_of_a_policy_are_refused()
    {
        var desk = await DeskAsync("quay");
        var admin = newsroom.As("ada", Role.Admin);
        (
            await admin.PostAsync($"/desks/{desk}/propose-policy", new { reason = "x", gates = new[] { new { gate = "claims-checked" } } })
        ).IsRefused(422, "approvals-required");
        (await admin.PostAsync($"/desks/{desk}/propose-policy", """{"reason":"x","gates":[{"gate":"approvals","minimum":0}]}""")).IsRefused(
            422,
            "gate-terms"
        );
        (await admin.PostAsync($"/desks/{desk}/propose-policy", """{"reason":"x","gates":[{"gate":"approvals"},null]}""")).IsRefused(
            400,
            "null-member"
        );
        (
            await admin.PostAsync($"/desks/{desk}/propose-policy", """{"reason":"x","gates":[{"gate":"approvals","roles":[null]}]}""")
        ).IsRefused(400, "null-member");
        (await admin.PostAsync($"/desks/{desk}/propose-policy", """{"reason":"x","gates":[{"gate":"mood"}]}""")).Is(400);
        (await admin.PostAsync($"/desks/{desk}/propose-policy", """{"reason":"x","gates":null}""")).Is(400);
        (await admin.PostAsync($"/desks/{desk}/propose-policy", """{"reason":"x"}""")).Is(400);
        (await admin.PostAsync($"/desks/{desk}/propose-policy", """{"reason":"x\u0000","gates":[{"gate":"approvals"}]}""")).IsRefused(
            422,
            "nul-character"
        );
        (await admin.PostAsync("/desks/nowhere/propose-policy", """{"reason":"x","gates":[{"gate":"approvals"}]}""")).IsRefused(
            404,
            "unknown-desk"
        );
        (await newsroom.As("chi", Role.ChiefEditor).PostAsync($"/desks/{desk}/accept-policy", new { version = 1 })).IsRefused(
            404,
            "unknown-policy"
        );
        (await admin.GetAsync($"/desks/{desk}/policies")).Is(200).Json["inForce"]!["version"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task Only_one_of_several_concurrent_acceptances_succeeds()
    {
        var desk = await DeskAsync("pier");
        (await newsroom.As("ada", Role.Admin).PostAsync($"/desks/{desk}/propose-policy", TwoCheckersOneApproval)).Is(200);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i => newsroom.As($"chief{i}", Role.ChiefEditor).PostAsync($"/desks/{desk}/accept-policy", new { version = 1 }))
        );
        answers.Select(a => a.Status).Order().ShouldBe([200, .. Enumerable.Repeat(422, 7)]);
    }

    [Fact]
    public async Task An_embargo_that_has_passed_is_off_the_board_without_an_event()
    {
        const string desk = "world";
        var clock = new ShiftedClock();
        await using var own = new Newsroom { Configure = services => services.AddSingleton<TimeProvider>(clock) };
        await own.InitializeAsync();
        var story = await StoryDriver.DraftedAsync(own, "Embargoed", "Words.");
        await story.DoAsync("submit-for-review", "rita", Role.Reporter);
        await story.ApproveAsync("ed");
        await story.ApproveAsync("eva");
        (await story.DoAsync("set-embargo", "ed", Role.Editor, new { until = clock.GetUtcNow().AddMinutes(10) })).Is(200);
        await own.CatchUpAsync();
        (await CardAsync(own, desk, story))["blockers"]!.ToJsonString().ShouldContain("embargo-passed");
        (await story.PublishAsync()).FailedGates.ShouldBe(["embargo-passed"]);

        clock.Ahead = TimeSpan.FromMinutes(11);
        (await CardAsync(own, desk, story))["ready"]!.GetValue<bool>().ShouldBeTrue();
        (await story.PublishAsync()).Is(200);
    }

    private Task<JsonNode> CardAsync(string desk, StoryDriver story) => CardAsync(newsroom, desk, story);

    private static async Task<JsonNode> CardAsync(Newsroom newsroom, string desk, StoryDriver story) =>
        (await newsroom.As("ed", Role.Editor).GetAsync($"/desks/{desk}/board")).Is(200).Json["columns"]!
            .AsArray()
            .SelectMany(c => c!["stories"]!.AsArray())
            .Single(s => s!["id"]!.GetValue<Guid>() == story.Id)!;

    private async Task AcceptAsync(string desk, object policy, int version)
    {
        (await newsroom.As("ada", Role.Admin).PostAsync($"/desks/{desk}/propose-policy", policy)).Is(200);
        (await newsroom.As("chi", Role.ChiefEditor).PostAsync($"/desks/{desk}/accept-policy", new { version })).Is(200);
    }

    private async Task<string> DeskAsync(string name)
    {
        (await newsroom.As("ada", Role.Admin).PutAsync($"/desks/{name}", new { name, language = "en" })).Is(201);
        return name;
    }
}
