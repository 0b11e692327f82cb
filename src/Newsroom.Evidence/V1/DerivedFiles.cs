using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using Newsroom.Evidence.Bundles;
using Newsroom.Evidence.Records;
using Newsroom.Evidence.Replay;
using Newsroom.Ledger;
using static Newsroom.Domain.Stories.StoryEvent;

// Frozen: part of the verifier of bundle format 1. Bundles that were handed out are verified with it, so it is never changed.

namespace Newsroom.Evidence.V1;

/// <summary>Renders the files of a bundle of format 1 that people read; each has to be exactly what the events make.</summary>
internal static class DerivedFiles
{
    public static ImmutableSortedDictionary<string, byte[]> Of(
        StoryReplay story,
        IReadOnlyList<BundledEvent> events,
        Checkpoint checkpoint,
        long? since,
        CancellationToken cancellationToken = default
    )
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, byte[]>(StringComparer.Ordinal);
        ReplayedEdition? before = null;
        foreach (var edition in story.Editions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            files[$"editions/{edition.Number}.md"] = Utf8(Page(edition.Article));
            if (before is not null)
            {
                files[$"editions/{edition.Number}.changes.txt"] = Utf8(Changes(before, edition, cancellationToken));
            }

            before = edition;
        }

        var names = Names.In(events);
        files["README.txt"] = Utf8(BundleReadme.Of(story, checkpoint, since));
        files["history.txt"] = Utf8(History(story, names));
        files["checks.json"] = CanonicalJson.Of(Checks(story, names));
        files["erasures.json"] = CanonicalJson.Of(Erased(events));
        files["prov.json"] = CanonicalJson.Of(Provenance.Of(story.Story, story.History));
        return files.ToImmutable();
    }

    private static string Page(Article article)
    {
        string[] parts = [$"# {article.Headline}", article.Standfirst, article.Byline, article.Dateline, article.Body];
        return string.Join("\n\n", parts.Where(p => p.Length > 0)) + "\n";
    }

    private static string Changes(ReplayedEdition before, ReplayedEdition after, CancellationToken cancellationToken)
    {
        var text = new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"From edition {before.Number} to edition {after.Number} ({after.Kind.ToKebabCase()}). "
                + $"[-gone-] {{+new+}} [moved from here] {{moved to here}}\n"
        );
        if (after.Note is { } note)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nReaders were told: {note}\n");
        }

        foreach (var compared in TextComparison.Compare(before.Article, after.Article, cancellationToken))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n{compared.Field.ToKebabCase()}:\n{string.Concat(compared.Stretches.Select(Told))}\n"
            );
        }

        var (was, now) = (before.Article, after.Article);
        Replace(text, "byline", was.Byline, now.Byline);
        Replace(text, "dateline", was.Dateline, now.Dateline);
        return text.ToString();
    }

    private static void Replace(StringBuilder text, string name, string was, string now)
    {
        if (was != now)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{name}:\n[-{was}-]{{+{now}+}}\n");
        }
    }

    private static string Told(ComparedStretch stretch) =>
        stretch.Change switch
        {
            StretchChange.Removed => $"[-{stretch.Words}-]",
            StretchChange.Added => $"{{+{stretch.Words}+}}",
            StretchChange.MovedAway => $"[{stretch.Words}]",
            StretchChange.MovedHere => $"{{{stretch.Words}}}",
            _ => stretch.Words,
        };

    private static string History(StoryReplay story, Names names)
    {
        var text = new StringBuilder();
        foreach (var (happened, stamp, _) in story.History)
        {
            var role = stamp.As is { } acted ? $" (as {acted.ToKebabCase()})" : "";
            var sentence = names.Fill(Sentences.Of(happened, stamp.By));
            text.Append(
                CultureInfo.InvariantCulture,
                $"{stamp.Version,5}  {stamp.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC  {sentence}{role}\n"
            );
            if (Sentences.Why(happened) is { Length: > 0 } why)
            {
                text.Append(CultureInfo.InvariantCulture, $"       why: {why.ReplaceLineEndings(" ")}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>Of each passage, in order, everything that has to do with whether its words were checked.</summary>
    private static JsonObject Checks(StoryReplay story, Names names)
    {
        var checks = new SortedDictionary<string, JsonArray>(StringComparer.Ordinal);
        foreach (var (happened, stamp, _) in story.History)
        {
            if (PassageOf(happened) is not { } passage)
            {
                continue;
            }

            checks.TryAdd(passage, []);
            checks[passage]
                .Add(
                    new JsonObject
                    {
                        ["at"] = stamp.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
                        ["by"] = stamp.By,
                        ["name"] = names.Of(stamp.By),
                        ["told"] = names.Fill(Sentences.Of(happened, stamp.By)),
                        ["type"] = StoryEvents.NameOf(happened.GetType()),
                        ["version"] = stamp.Version,
                        ["words"] = WordsOf(happened),
                    }
                );
        }

        return new JsonObject(checks.Select(c => KeyValuePair.Create<string, JsonNode?>(c.Key, c.Value)));
    }

    private static JsonArray Erased(IReadOnlyList<BundledEvent> events)
    {
        var erasures = events
            .Where(e => e.Record.Type == RecordedErasures.Type)
            .SelectMany(e => RecordedErasures.In(e.Record).Select(part => (Part: (part.Event, part.Path), Erasure: e.Record)))
            .ToLookup(e => e.Part, e => e.Erasure);
        return new JsonArray([
            .. events
                .SelectMany(e => e.Event.Hidden().Select(path => (e.Record, path)))
                .Select(hidden => new JsonObject
                {
                    ["event"] = hidden.Record.Event.ToString(),
                    ["path"] = hidden.path,
                    ["state"] = erasures.Contains((hidden.Record.Event, hidden.path)) ? "erased" : "withheld",
                    ["approvedBy"] = erasures[(hidden.Record.Event, hidden.path)].FirstOrDefault()?.By,
                    ["legalBasis"] = erasures[(hidden.Record.Event, hidden.path)].FirstOrDefault()?.Data["legalBasis"]?.DeepClone(),
                    ["requestedBy"] = erasures[(hidden.Record.Event, hidden.path)].FirstOrDefault()?.Data["requestedBy"]?.DeepClone(),
                }),
        ]);
    }

    private static string? PassageOf(StoryEvent happened) =>
        happened switch
        {
            QuoteAttributed e => e.Quote,
            ClaimFlagged e => e.Claim,
            FactChecked e => e.Passage,
            CheckLapsed e => e.Passage,
            CheckReinstated e => e.Passage,
            PassageReworded e => e.Passage,
            PassageRestyled e => e.Passage,
            PassageMoved e => e.Passage,
            PassageOrphaned e => e.Passage,
            QuoteWithdrawn e => e.Quote,
            ClaimWithdrawn e => e.Claim,
            _ => null,
        };

    private static string? WordsOf(StoryEvent happened) =>
        happened switch
        {
            QuoteAttributed e => e.Words,
            ClaimFlagged e => e.Words,
            FactChecked e => e.Words,
            CheckLapsed e => e.Now,
            CheckReinstated e => e.Words,
            PassageReworded e => e.Now,
            PassageRestyled e => e.Now,
            PassageOrphaned e => e.Words,
            QuoteWithdrawn e => e.Words,
            ClaimWithdrawn e => e.Words,
            _ => null,
        };

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
