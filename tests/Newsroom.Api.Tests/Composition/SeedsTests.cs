using System.Text;
using System.Text.Json.Nodes;
using Newsroom.Api.Composition;
using Newsroom.Domain.Kernel;
using Newsroom.Formats.Tests;

namespace Newsroom.Api.Tests.Composition;

/// <summary>The sample data is loaded through the public API, and its stories end in the states that its README states.</summary>
public class SeedsTests(Newsroom newsroom)
{
    private const StringComparison Exactly = StringComparison.Ordinal;

    [Fact]
    public async Task The_sample_newsroom_loads_and_its_stories_end_in_the_stated_states()
    {
        using var api = newsroom.Host.Server.CreateClient();
        await new SampleData(Path.Combine(AppContext.BaseDirectory, "seeds"), api, newsroom.Token).LoadAsync(
            TestContext.Current.CancellationToken
        );
        await newsroom.CatchUpAsync();

        (await CardAsync("north-breakwater-vote")).ShouldBe("drafting, edition 2, blocked by nothing");
        (await CardAsync("long-slip-notice")).ShouldBe("in-review, edition 0, blocked by quotes-verified approvals");
        (await CardAsync("ferry-drill-logs")).ShouldBe(
            "in-review, edition 0, blocked by claims-checked approvals legal-clearance no-holds"
        );
        (await CardAsync("lesestuen-tollbodbrygga")).ShouldBe("drafting, edition 1, blocked by nothing");
        (await CardAsync("harbour-lights-cinema")).ShouldBe(
            "drafting, edition 0, blocked by quotes-attributed quotes-verified approvals notes-resolved"
        );
        (await CardAsync("ferry-passenger-check")).ShouldBe("drafting, edition 1, blocked by nothing");
        (await newsroom.Reader().GetAsync("/published/ferry-passenger-check")).Is(200).Json["factChecks"]![0]!["rating"]!["name"]!
            .GetValue<string>()
            .ShouldBe("Mostly false");
        (await CardAsync("cannery-hotel-plan")).ShouldStartWith("spiked, edition 0");
        (await newsroom.As("ed", Role.Editor).GetAsync("/desks/town/policies")).Is(200).Json["inForce"]!["version"]!
            .GetValue<int>()
            .ShouldBe(1);
        (await newsroom.Reader().GetAsync("/published/lesestuen-tollbodbrygga")).Is(200).Json["language"]!
            .GetValue<string>()
            .ShouldBe("nb");
        await ItsRefusalsAreRecordedAsync();
        await ItsEditionsAreValidAsync();
    }

    private async Task ItsRefusalsAreRecordedAsync()
    {
        var trail = (await newsroom.As("wilma", Role.Auditor).GetAsync("/audit?type=command_refused&limit=200")).Is(200).Json.AsArray();
        var sentences = trail.Select(entry => entry!["sentence"]!.GetValue<string>()).ToList();
        sentences.Count(sentence => sentence.StartsWith("Magnus Tarrow was refused publish: gates-failed", Exactly)).ShouldBe(2);
    }

    private async Task ItsEditionsAreValidAsync()
    {
        Standards.Require();
        foreach (var slug in new[] { "north-breakwater-vote", "lesestuen-tollbodbrygga", "ferry-passenger-check" })
        {
            var editions = (await newsroom.Reader().GetAsync($"/published/{slug}")).Is(200).Json["editions"]!.AsArray();
            foreach (var at in editions.Select(edition => edition!["at"]!.GetValue<string>()))
            {
                Standards.OfNinjs(await TextAsync(slug, "ninjs", at)).ShouldBeEmpty();
                Standards.OfNewsMl(Encoding.UTF8.GetBytes(await TextAsync(slug, "newsml", at))).ShouldBeEmpty();
                Standards.OfSchemaOrg(JsonNode.Parse(await TextAsync(slug, "jsonld", at))!).ShouldBeEmpty();
                Standards.OfHtml(await TextAsync(slug, "html", at)).ShouldBeEmpty();
            }
        }
    }

    private async Task<string> TextAsync(string slug, string extension, string at) =>
        (await newsroom.Reader().GetAsync($"/published/{slug}.{extension}?at={Uri.EscapeDataString(at)}")).Is(200).Text;

    private async Task<string> CardAsync(string slug)
    {
        var card = (await newsroom.As("ed", Role.Editor).GetAsync($"/stories?slug={slug}")).Is(200).Json.AsArray().Single()!;
        var blockers = card["blockers"]!.AsArray().Select(b => b!["gate"]!.GetValue<string>()).DefaultIfEmpty("nothing");
        return $"{card["stage"]}, edition {card["edition"]}, blocked by {string.Join(' ', blockers)}";
    }
}
