using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Ledger;
using Newsroom.Domain.Kernel;
using Newsroom.Evidence.Bundles;
using Newsroom.Evidence.Replay;
using Newsroom.Ledger;

namespace Newsroom.Api.Tests.Composition;

/// <summary>Compares the responses of this build with the values that an earlier build stored.</summary>
internal sealed class EarlierBuildAnswers(Newsroom newsroom, EarlierRecord record)
{
    private static readonly string[] WithArticle = ["story_drafted", "story_published", "story_corrected"];

    private Person Editor => newsroom.As("ana", Role.Editor);

    /// <summary>Compares reads of every kind.</summary>
    public async Task AreAsRecordedAsync()
    {
        record.Stories.Count().ShouldBeGreaterThan(4);
        record.Editions.ShouldNotBeEmpty();
        record.Words.ShouldNotBeEmpty();
        var trail = await AuditAsync();
        foreach (var story in record.Stories)
        {
            await HistoryAsync(story, trail);
            await PastVersionsAsync(story);
            await BlameAsync(story);
            await ChecksAsync(story);
            await SearchAsync(story);
            await EvidenceAsync(story);
        }

        await PublishedAsync();
    }

    /// <summary>Compares the audit trail before its rows are rebuilt: sentences are those that the build stored.</summary>
    public async Task TrailIsAsStoredAsync()
    {
        record.Trail.ShouldNotBeEmpty();
        var trail = await ReadAuditAsync();
        foreach (var row in record.Trail)
        {
            trail[row.Sequence].ShouldBe((record.Names.Resolve(row.Sentence), row.Why is { } why ? record.Names.Resolve(why) : null));
        }
    }

    /// <summary>The sentences are those of the audit trail, one for each event.</summary>
    private async Task HistoryAsync(Guid story, Dictionary<long, (string Sentence, string? Why)> trail)
    {
        var entries = (await Editor.GetAsync($"/stories/{story}/history?limit=200")).Is(200).Json.AsArray();
        entries
            .SelectMany(entry => entry!["sentences"]!.AsArray())
            .Select(sentence => sentence!.GetValue<string>())
            .ShouldBe(record.Trail.Where(row => row.Story == story).Select(row => trail[row.Sequence].Sentence));
        var single = entries.Where(e => e!["from"]!.GetValue<long>() == e["to"]!.GetValue<long>()).ToList();
        single.ShouldNotBeEmpty();
        foreach (var entry in single)
        {
            var stored = record.Events[(story, entry!["from"]!.GetValue<long>())];
            (entry["by"]!.GetValue<string>(), entry["type"]!.GetValue<string>(), entry["at"]!.GetValue<DateTimeOffset>()).ShouldBe(
                (stored.By, stored.Type, stored.At)
            );
            SameGates(stored.Data["gates"], entry["gates"]);
        }
    }

    /// <summary>Reads have the method and the evidence of checks, which the earlier build stored and did not show.</summary>
    private async Task ChecksAsync(Guid story)
    {
        var read = (await Editor.GetAsync($"/stories/{story}")).Is(200).Json;
        foreach (var check in read["quotes"]!.AsArray().Concat(read["claims"]!.AsArray()).SelectMany(p => p!["checks"]!.AsArray()))
        {
            var stored = record.Events[(story, check!["version"]!.GetValue<long>())];
            check["words"]!.GetValue<string>().ShouldBe(stored.Data["words"]!.GetValue<string>());
            check["method"]?.GetValue<string>().ShouldBe(stored.Data["method"]?.GetValue<string>());
            check["evidence"]!
                .AsArray()
                .Select(e => e!["citation"]!.GetValue<string>())
                .ShouldBe(stored.Data["evidence"]!.AsArray().Select(e => e!["citation"]!.GetValue<string>()));
        }
    }

    /// <summary>The earlier build stored sentences of gates, which are shown unchanged.</summary>
    private void SameGates(JsonNode? stored, JsonNode? answered)
    {
        (answered is null).ShouldBe(stored is null);
        Told(answered, message => message).ShouldBe(Told(stored, record.Names.Resolve));

        static IEnumerable<string> Told(JsonNode? gates, Func<string, string> named)
        {
            foreach (var gate in gates?.AsArray() ?? [])
            {
                var reasons = gate!["reasons"]!.AsArray().Select(r => named($"{r!["message"]} {r["ways"]!.AsArray().Count}"));
                yield return $"{gate["asks"]} {gate["outcome"]} {string.Join(' ', reasons)}";
            }
        }
    }

    /// <summary>Each version whose event holds the whole article.</summary>
    private async Task PastVersionsAsync(Guid story)
    {
        var versions = record.Events.Where(e => e.Key.Story == story && WithArticle.Contains(e.Value.Type)).ToList();
        versions.ShouldNotBeEmpty();
        foreach (var (key, stored) in versions)
        {
            var answer = (await Editor.GetAsync($"/stories/{story}?version={key.Version}")).Is(200).Json;
            answer["version"]!.GetValue<long>().ShouldBe(key.Version);
            SameTexts(stored.Data["article"]!, answer["article"]!);
        }
    }

    /// <summary>Words belong to the author of the version that inserted them; concatenated they are the article.</summary>
    private async Task BlameAsync(Guid story)
    {
        var (key, stored) = record.Events.Where(e => e.Key.Story == story && WithArticle.Contains(e.Value.Type)).MaxBy(e => e.Key.Version);
        var blame = (await Editor.GetAsync($"/stories/{story}/blame?version={key.Version}")).Is(200).Json;
        var texts = blame["texts"]!.AsArray();
        texts.ShouldNotBeEmpty();
        foreach (var text in texts)
        {
            var spans = text!["spans"]!.AsArray();
            string.Concat(spans.Select(span => span!["words"]!.GetValue<string>()))
                .ShouldBe(stored.Data["article"]![text["field"]!.GetValue<string>()]!.GetValue<string>());
            foreach (var span in spans)
            {
                var brought = record.Events[(story, span!["version"]!.GetValue<long>())];
                (span["by"]!.GetValue<string>(), span["at"]!.GetValue<DateTimeOffset>()).ShouldBe((brought.By, brought.At));
            }
        }
    }

    private async Task SearchAsync(Guid story)
    {
        // The worklists of that build had stopped: the stories they had are found.
        if (record.Words.TryGetValue(story, out var words))
        {
            var query = Uri.EscapeDataString(string.Join(' ', words.Split(' ').Take(4)));
            (await Editor.GetAsync($"/stories?q={query}"))
                .Is(200)
                .Json.AsArray()
                .Select(found => found!["id"]!.GetValue<Guid>())
                .ShouldContain(story);
        }
    }

    /// <summary>The bundle holds the events as they were stored, and its ledger grew from the one of that build.</summary>
    private async Task EvidenceAsync(Guid story)
    {
        var services = newsroom.Host.Services;
        var since = SignedNote.Parse(record.Checkpoint);
        var files = (
            await services
                .GetRequiredService<BundleBuilder>()
                .BuildAsync(story, since, withFiles: false, TestContext.Current.CancellationToken)
        )!;
        var verified = BundleVerifier.Verify(files, [.. services.GetRequiredService<LedgerKeys>().All], record.Checkpoint);
        verified.Holds.ShouldBeTrue(verified.Wrong);
        var bundled = Encoding
            .UTF8.GetString(files[Bundle.Events])
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(BundledEvent.Read)
            .Where(e => e.Record.Stream == story)
            .ToDictionary(e => e.Record.Version, e => e.Event.Data());
        bundled.ShouldNotBeEmpty();
        foreach (var (key, stored) in record.Events.Where(e => e.Key.Story == story))
        {
            JsonNode.DeepEquals(bundled[key.Version], stored.Data).ShouldBeTrue($"{stored.Type} {key.Version}");
        }
    }

    /// <summary>Once rebuilt, rows have this build's sentences, and the reasons that were given.</summary>
    private async Task<Dictionary<long, (string Sentence, string? Why)>> AuditAsync()
    {
        var trail = await ReadAuditAsync();
        foreach (var row in record.Trail)
        {
            trail[row.Sequence].Why.ShouldBe(row.Why is { } why ? record.Names.Resolve(why) : null);
        }

        return trail;
    }

    private async Task<Dictionary<long, (string Sentence, string? Why)>> ReadAuditAsync()
    {
        var told = new Dictionary<long, (string Sentence, string? Why)>();
        var path = "/audit?limit=200";
        while (path is not null)
        {
            var page = (await newsroom.As("wilma", Role.Auditor).GetAsync(path)).Is(200);
            foreach (var line in page.Json.AsArray())
            {
                told.Add(line!["sequence"]!.GetValue<long>(), (line["sentence"]!.GetValue<string>(), line["why"]?.GetValue<string>()));
            }

            path = page.Link?.Split('<', '>')[1];
        }

        return told;
    }

    private async Task PublishedAsync()
    {
        record.Editions.ShouldNotBeEmpty();
        foreach (var (slug, edition) in record.Editions)
        {
            var page = (await newsroom.Reader().GetAsync($"/published/{slug}")).Is(200).Json;
            page["edition"]!.GetValue<int>().ShouldBe(edition["number"]!.GetValue<int>());
            page["kind"]!.GetValue<string>().ShouldBe(edition["kind"]!.GetValue<string>());
            SameTexts(edition["article"]!, page);
        }
    }

    private static void SameTexts(JsonNode stored, JsonNode answered)
    {
        stored.AsObject().ShouldNotBeEmpty();
        foreach (var (member, text) in stored.AsObject())
        {
            (answered[member]?.GetValue<string>()).ShouldBe(text!.GetValue<string>(), member);
        }
    }
}
