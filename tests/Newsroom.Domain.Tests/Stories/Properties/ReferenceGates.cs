using System.Text.RegularExpressions;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Tests.Text.Properties;

namespace Newsroom.Domain.Tests.Stories.Properties;

/// <summary>
/// Reference model of the gates: verdicts and approvals refer to words, not fingerprints; quotations come from a list of all generated
/// sentences.
/// </summary>
/// <param name="spec">The story, of which only the words, passages, time and policy are read.</param>
/// <param name="quotations">The quotations of each generated paragraph or headline, and whether each is a term.</param>
internal sealed partial class ReferenceGates(StorySpec spec, IReadOnlyDictionary<string, (string Words, bool IsTerm)> quotations)
{
    private readonly Dictionary<ArticleField, ReferenceBlame> blames = Enum.GetValues<ArticleField>()
        .ToDictionary(f => f, f => new ReferenceBlame(spec.Text.Article[f], spec.Story.Drafter));
    private readonly string drafter = spec.Story.Drafter;
    private readonly Dictionary<string, (string Speaker, HashSet<string> By)> quotes = [];
    private readonly HashSet<string> claims = [];
    private readonly List<(string Passage, string By, string Words, Verdict Verdict)> verdicts = [];
    private readonly List<(string By, Role As, Article Article, string Desk, string Language)> approvals = [];
    private readonly List<Bad> bad = [];
    private readonly List<string> desks = [spec.Story.Desk];
    private readonly HashSet<string> corrected = [];
    private readonly Dictionary<string, (Role Role, string By)> holds = [];
    private readonly HashSet<string> notes = [];
    private readonly HashSet<string> dismissed = [];
    private readonly List<(Gate Gate, string Subject, object Thing)> waivers = [];
    private Dictionary<string, string> published = [];
    private Article? live;
    private bool inReview;
    private bool legalIsAsked;
    private DateTimeOffset? embargo;

    /// <summary>Gets everyone with an accepted command.</summary>
    public HashSet<string> People { get; } = [spec.Story.Drafter];

    private Article Article => spec.Text.Article;

    /// <summary>Records an event.</summary>
    public void Note(StoryEvent happened, string by, Role role)
    {
        People.Add(by);
        switch (happened)
        {
            case ArticleRevised e:
                var before = blames.ToDictionary(b => b.Key, b => b.Value.Copy());
                foreach (var (field, blame) in blames)
                {
                    blame.Apply(e.Edits[field], by, [.. ReferenceMoves.In(e.Edits, field).Select(m => (m.At, before[m.Field], m.From))]);
                }

                break;
            case QuoteAttributed e:
                quotes.TryAdd(e.Quote, (e.Speaker, []));
                quotes[e.Quote] = (e.Speaker, [.. quotes[e.Quote].By, by]);
                break;
            case ClaimFlagged e:
                claims.Add(e.Claim);
                break;
            case QuoteWithdrawn e:
                quotes.Remove(e.Quote);
                break;
            case ClaimWithdrawn e:
                claims.Remove(e.Claim);
                break;
            case FactChecked e:
                verdicts.Add((e.Passage, by, WordsOf(e.Passage), e.Verdict));
                if (e.Verdict != Verdict.Verified)
                {
                    waivers.RemoveAll(w => w.Subject == e.Passage);
                }

                Hear(e.Passage, by, e.Verdict);
                break;
            case StoryDescribed e:
                desks[^1] = inReview || e.Desk is null ? desks[^1] : e.Desk;
                if (inReview && e.Desk is not null)
                {
                    desks.Add(e.Desk);
                }

                break;
            case StorySubmitted:
                inReview = true;
                break;
            case StorySpiked:
                Forget();
                ReviewEnds();
                break;
            case TakedownEvent:
                ReviewEnds();
                break;
            case QuotationDismissed e:
                Touched(e.Field, e.Range).ShouldNotContain(by, "the writer of words dismisses them");
                dismissed.Add(e.Words);
                break;
            case NoteAdded { MustResolve: true } e:
                notes.Add(e.Note);
                break;
            case NoteResolved e:
                notes.Remove(e.Note);
                break;
            case ChangesRequested:
                Forget();
                ReviewEnds();
                break;
            case StoryApproved:
                approvals.Add((by, role, Article, spec.Story.Desk, spec.Story.Language));
                break;
            case ApprovalWithdrawn:
                approvals.RemoveAll(a => a.By == by);
                break;
            case HoldPlaced e:
                holds[e.Hold] = (role, by);
                break;
            case HoldLifted e:
                (holds[e.Hold].Role == Role.Legal && role != Role.Legal).ShouldBeFalse("a hold by legal is lifted by legal");
                holds.Remove(e.Hold);
                break;
            case LegalReviewRequested:
                legalIsAsked = true;
                break;
            case EmbargoSet e:
                embargo = e.Until;
                break;
            case EmbargoLifted:
                embargo = null;
                break;
            case EditionEvent e:
                if (e.Kind == EditionKind.Correction)
                {
                    approvals.RemoveAll(a => a.Article == live && live != e.Article);
                    corrected.UnionWith(Paragraphs(live!));
                    corrected.RemoveWhere(w => Has(e.Article, w));
                    verdicts.RemoveAll(v =>
                        published.TryGetValue(v.Passage, out var words)
                        && v.Words == words
                        && !(Words().TryGetValue(v.Passage, out var now) && now == words)
                    );
                }
                else if (live is not null)
                {
                    corrected
                        .Where(w => Has(e.Article, w) && !Has(live, w))
                        .ShouldBeEmpty("a correction replaced it, and what is none publishes it");
                }

                (published, live) = (Words(), e.Article);
                ReviewEnds();
                break;
            case GateWaived e:
                role.ShouldBe(Role.ChiefEditor);
                HadAHand(e).ShouldNotContain(by, $"{by} waived {e.Gate} for {e.Subject}");
                waivers.Add(
                    (
                        e.Gate,
                        e.Subject,
                        e.WordsAlone is { } alone
                            ? (
                                bad.First(b => Fingerprint.Of("words", b.Words) == alone).Words,
                                Article[Enum.GetValues<ArticleField>().Single(f => f.ToKebabCase() == e.Subject)]
                                    .Split("\n\n")
                                    .First(p => p.Contains(e.Words!, StringComparison.Ordinal))
                            )
                            : Thing(e.Subject, e.Words)
                    )
                );
                break;
        }
    }

    private void Hear(string passage, string by, Verdict verdict)
    {
        var place = spec.Story.PassageOf(passage)!;
        var words = Bare(place.Range.Of(Article[place.Field]));
        var isBad = verdict is Verdict.Wrong or Verdict.Disputed;
        bad.RemoveAll(b => b.By == by && b.Kind == place.Kind && b.Words == words && b.Speaker == place.Speaker);
        foreach (var other in bad.Where(b => b.By == by && b.Kind == place.Kind && b.Words == words))
        {
            _ = verdict == Verdict.Verified ? other.Cleared.Add(place.Speaker!) : other.Cleared.Remove(place.Speaker!);
        }

        if (isBad)
        {
            bad.Add(new Bad(place.Kind, by, words, place.Speaker));
        }

        if (verdict != Verdict.Verified)
        {
            waivers.RemoveAll(w => w.Thing is (string waived, string) && waived == words);
        }
    }

    private void Forget()
    {
        approvals.Clear();
        waivers.RemoveAll(w => w.Gate == Gate.Approvals);
    }

    private void ReviewEnds()
    {
        inReview = false;
        desks.RemoveRange(0, desks.Count - 1);
    }

    private static (string Subject, object Thing) Plain(string subject) => (subject, PlainThing);

    private static IEnumerable<string> Paragraphs(Article article) =>
        Enum.GetValues<ArticleField>().SelectMany(f => article[f].Split("\n\n")).Select(Bare).Where(p => p.Length > 0);

    private static bool Has(Article article, string words) =>
        Paragraphs(article).Any(p => $" {p} ".Contains($" {words} ", StringComparison.Ordinal));

    private static string Bare(string words) => string.Join(' ', Regex.Matches(words, @"\w+").Select(m => m.Value.ToLowerInvariant()));

    /// <summary>Lists the people other than the drafter whose approval applies to the current article.</summary>
    public IEnumerable<string> Behind(Role? role = null) =>
        approvals
            .Where(a =>
                a.Article == Article
                && a.Desk == spec.Story.Desk
                && a.Language == spec.Story.Language
                && a.By != drafter
                && (role is null || a.As == role)
            )
            .Select(a => a.By)
            .Distinct();

    /// <summary>Identifies the subject of a waiver.</summary>
    private object Thing(string subject, string? words)
    {
        if (quotes.ContainsKey(subject) || claims.Contains(subject))
        {
            return WordsOf(subject);
        }

        return subject == "article" ? Article : words ?? subject;
    }

    /// <summary>Returns a passage's range without white space at its ends.</summary>
    private TextRange Trimmed(Passage passage)
    {
        var words = passage.Range.Of(Article[passage.Field]);
        var start = passage.Range.Start + words.Length - words.TrimStart().Length;
        return new TextRange(start, start + words.Trim().Length);
    }

    /// <summary>Returns the words of every passage that is not orphaned.</summary>
    private Dictionary<string, string> Words() =>
        quotes.Keys.Concat(claims).Where(p => !spec.Story.PassageOf(p)!.IsOrphaned).ToDictionary(p => p, WordsOf);

    private string WordsOf(string passage)
    {
        var place = spec.Story.PassageOf(passage)!;
        var speaker = quotes.TryGetValue(passage, out var quote) ? quote.Speaker : "";
        return $"{Normaliser.Normalise(place.Shown(Article[place.Field]))}{speaker}";
    }

    private System.Collections.Immutable.ImmutableSortedSet<string> Touched(ArticleField field, TextRange range) =>
        blames[field].Touched(range);

    private IEnumerable<string> HadAHand(GateWaived waived)
    {
        if (spec.Story.PassageOf(waived.Subject) is { } passage)
        {
            return [.. Touched(passage.Field, passage.Range), .. quotes.TryGetValue(waived.Subject, out var quote) ? quote.By : []];
        }

        return waived.Subject == "article" || notes.Contains(waived.Subject)
            ? [drafter, .. blames.SelectMany(b => Touched(b.Key, new TextRange(0, Article[b.Key].Length)))]
            : [];
    }

    private static readonly object PlainThing = new();

    /// <summary>Words with an adverse verdict; fewer than three count only between marks.</summary>
    private sealed record Bad(PassageKind Kind, string By, string Words, string? Speaker)
    {
        public HashSet<string> Cleared { get; } = [];

        public Regex Pattern { get; } =
            new(
                Words.Count(c => c == ' ') >= 2
                    ? $@"\b{Words.Replace(" ", @"\W+", StringComparison.Ordinal)}\b"
                    : $@"(?<=^\s*|[^\w\s]\s*|\n)\b{Words.Replace(" ", @"\W+", StringComparison.Ordinal)}\b(?=\s*[^\w\s]|\s*$|\n)",
                RegexOptions.IgnoreCase
            );
    }
}
