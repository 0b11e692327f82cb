using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using Newsroom.Evidence.Records;
using Newsroom.Evidence.Replay;
using Newsroom.Ledger;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Evidence.Bundles;

/// <summary>Renders files that explain the events. Verification does not depend on them.</summary>
public static class FilesForReading
{
    private const string History = "history.txt";
    private const string Checks = "checks.json";
    private const string Erased = "erasures.json";
    private const string Provenance = "prov.json";

    /// <summary>Renders the files, by name.</summary>
    /// <param name="story">The story.</param>
    /// <param name="events">The story's events and the other events it needs.</param>
    /// <param name="cancellationToken">Cancels between editions.</param>
    public static ImmutableSortedDictionary<string, byte[]> Of(
        StoryReplay story,
        IReadOnlyList<BundledEvent> events,
        CancellationToken cancellationToken = default
    )
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, byte[]>(StringComparer.Ordinal);
        ReplayedEdition? before = null;
        foreach (var edition in story.Editions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (before is not null)
            {
                files[ChangesIn(edition.Number)] = Utf8(Changes(before, edition, cancellationToken));
            }

            before = edition;
        }

        files[History] = Utf8(HistoryOf(story));
        files[Checks] = CanonicalJson.Of(ChecksOf(story));
        files[Erased] = CanonicalJson.Of(ErasedOf(events));
        files[Provenance] = CanonicalJson.Of(Records.Provenance.Of(story.Story, story.History));
        return files.ToImmutable();
    }

    /// <summary>Lists the names that files for reading, README included, may have in a story's bundle.</summary>
    public static IEnumerable<string> Names(StoryReplay story) =>
        [Bundle.Readme, History, Checks, Erased, Provenance, .. story.Editions.Skip(1).Select(edition => ChangesIn(edition.Number))];

    private static string ChangesIn(int edition) => $"editions/{edition}.changes.txt";

    private static string Changes(ReplayedEdition before, ReplayedEdition after, CancellationToken cancellationToken)
    {
        var text = new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"From edition {before.Number} to edition {after.Number} ({after.Kind.ToKebabCase()}). "
                + $"[-removed-] {{+added+}} [moved from here] {{moved to here}}\n"
        );
        if (after.Note is { } note)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nCorrection note: {note}\n");
        }

        foreach (var compared in TextComparison.Compare(before.Article, after.Article, cancellationToken))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n{compared.Field.ToKebabCase()}:\n{string.Concat(compared.Stretches.Select(Format))}\n"
            );
        }

        foreach (
            var (name, was, now) in new[]
            {
                ("byline", before.Article.Byline, after.Article.Byline),
                ("dateline", before.Article.Dateline, after.Article.Dateline),
            }
        )
        {
            if (was != now)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n{name}:\n[-{was}-]{{+{now}+}}\n");
            }
        }

        return text.ToString();
    }

    private static string Format(ComparedStretch stretch) =>
        stretch.Change switch
        {
            StretchChange.Removed => $"[-{stretch.Words}-]",
            StretchChange.Added => $"{{+{stretch.Words}+}}",
            StretchChange.MovedAway => $"[{stretch.Words}]",
            StretchChange.MovedHere => $"{{{stretch.Words}}}",
            _ => stretch.Words,
        };

    private static string HistoryOf(StoryReplay story)
    {
        var text = new StringBuilder();
        foreach (var (happened, stamp, _) in story.History)
        {
            var sentence = story.Names.Resolve(Sentences.Of(happened, stamp.By));
            var role = stamp.As is { } held ? $" (as {held.ToKebabCase()})" : "";
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

    private static JsonObject ChecksOf(StoryReplay story)
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
                        ["name"] = story.Names.Of(stamp.By),
                        ["told"] = story.Names.Resolve(Sentences.Of(happened, stamp.By)),
                        ["type"] = StoryEvents.NameOf(happened.GetType()),
                        ["version"] = stamp.Version,
                        ["words"] = WordsOf(happened),
                    }
                );
        }

        return new JsonObject(checks.Select(c => KeyValuePair.Create<string, JsonNode?>(c.Key, c.Value)));
    }

    private static JsonArray ErasedOf(IReadOnlyList<BundledEvent> events)
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
