namespace Newsroom.Domain.Tests.Laws;

/// <summary>
/// What the gates say, as a bystander would have it who writes down what people did, and looks at the words: verdicts and approvals are of
/// words, not of fingerprints; quotations are looked up in a list of all the sentences there are.
/// </summary>
/// <param name="spec">The story; only its words, where its passages are, the time and the policy are looked at.</param>
/// <param name="quotations">What stands in quotation marks in each paragraph or headline there is, and whether it is a term.</param>
internal sealed class NaiveGates(StorySpec spec, IReadOnlyDictionary<string, (string Words, bool IsTerm)> quotations)
{
    private readonly Dictionary<ArticleField, NaiveBlame> blames = Enum.GetValues<ArticleField>().ToDictionary(f => f, f => new NaiveBlame(spec.Text.Article[f], spec.Story.Drafter));
    private readonly string drafter = spec.Story.Drafter;
    private readonly Dictionary<string, (string Speaker, HashSet<string> By)> quotes = [];
    private readonly HashSet<string> claims = [];
    private readonly List<(string Passage, string By, string Words, Verdict Verdict)> verdicts = [];
    private readonly List<(string By, Role As, Article Article)> approvals = [];
    private readonly Dictionary<string, (Role Role, string By)> holds = [];
    private readonly HashSet<string> notes = [];
    private readonly HashSet<string> dismissed = [];
    private readonly List<(Gate Gate, string Subject, object Thing)> waivers = [];
    private Dictionary<string, string> published = [];
    private bool legalIsAsked;
    private DateTimeOffset? embargo;

    /// <summary>Everybody who has had an accepted command.</summary>
    public HashSet<string> People { get; } = [spec.Story.Drafter];

    private Article Article => spec.Text.Article;

    /// <summary>Writes down what a person did.</summary>
    public void Note(StoryEvent happened, string by, Role role)
    {
        People.Add(by);
        switch (happened)
        {
            case ArticleRevised e:
                foreach (var (field, blame) in blames)
                {
                    blame.Apply(e.Edits[field], by, [.. NaiveMoves.In(e.Edits[field]).Select(m => (m.At, blame.Copy(), m.From))]);
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

                break;
            case QuotationDismissed e:
                Touched(e.Field, e.Range).ShouldNotContain(by, "who wrote words says that they are nobody's");
                dismissed.Add(e.Words);
                break;
            case NoteAdded { MustResolve: true } e:
                notes.Add(e.Note);
                break;
            case NoteResolved e:
                notes.Remove(e.Note);
                break;
            case ChangesRequested:
                approvals.Clear();
                waivers.RemoveAll(w => w.Gate == Gate.Approvals);
                break;
            case StoryApproved:
                approvals.Add((by, role, Article));
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
                    verdicts.RemoveAll(v => published.TryGetValue(v.Passage, out var words) && v.Words == words && !(Words().TryGetValue(v.Passage, out var now) && now == words));
                }

                published = Words();
                break;
            case GateWaived e:
                role.ShouldBe(Role.ChiefEditor);
                HadAHand(e).ShouldNotContain(by, $"{by} waived {e.Gate} for {e.Subject}");
                waivers.Add((e.Gate, e.Subject, Thing(e.Subject, e.Words)));
                break;
        }
    }

    /// <summary>What a gate says; null where the policy does not ask for it.</summary>
    public GateOutcome? Of(Gate gate)
    {
        var terms = spec.Policy.Gates.FirstOrDefault(g => g.Gate == gate);
        return gate switch
        {
            Gate.NoHolds => Outcome(gate, holds.Keys),
            Gate.EmbargoPassed => Outcome(gate, embargo > spec.Now ? ["story"] : []),
            Gate.LegalClearance => Outcome(gate, legalIsAsked && !Stands([.. Behind(Role.Legal)], 1) ? ["article"] : []),
            _ when terms is null => null,
            Gate.QuotesAttributed => Outcome(gate, Quotations().Where(q => !q.IsTerm && !IsQuote(q) && !dismissed.Contains(q.Words)).Select(q => (q.Field.InWords(), (string?)q.Words))),
            Gate.QuotesVerified => Outcome(gate, quotes.Keys.Where(q => !IsChecked(q, terms.Minimum ?? 1))),
            Gate.ClaimsChecked => Outcome(gate, claims.Where(c => !IsChecked(c, terms.Minimum ?? 1))),
            Gate.HeadlineQuotesSourced => Outcome(gate, Quotations().Where(q => q.Field != ArticleField.Body && (IsQuote(q) || !dismissed.Contains(q.Words)) && !IsSourced(q.Words)).Select(q => (q.Field.InWords(), (string?)q.Words))),
            Gate.Approvals => Outcome(gate, Stands([.. Behind()], terms.Minimum ?? 1) && terms.Roles.All(r => Behind(r.Role).Count() >= r.Minimum) ? [] : ["article"]),
            Gate.NotesResolved => Outcome(gate, notes),
            _ => throw new InvalidOperationException($"{gate}?"),
        };
    }

    /// <summary>The people other than its drafter who stand behind the article as it is.</summary>
    public IEnumerable<string> Behind(Role? role = null) =>
        approvals.Where(a => a.Article == Article && a.By != drafter && (role is null || a.As == role)).Select(a => a.By).Distinct();

    private GateOutcome Outcome(Gate gate, IEnumerable<string> subjects) => Outcome(gate, subjects.Select(s => (s, (string?)null)));

    private GateOutcome Outcome(Gate gate, IEnumerable<(string Subject, string? Words)> fails)
    {
        var blocking = fails.ToList();
        return blocking.Count == 0 ? GateOutcome.Passed
            : blocking.TrueForAll(f => waivers.Contains((gate, f.Subject, Thing(f.Subject, f.Words)))) ? GateOutcome.Waived
            : GateOutcome.Failed;
    }

    /// <summary>What an exception is made for: it is none for anything else.</summary>
    private object Thing(string subject, string? words) =>
        quotes.ContainsKey(subject) || claims.Contains(subject) ? WordsOf(subject) : subject == "article" ? Article : words ?? subject;

    private bool Stands(List<string> people, int minimum) =>
        people.Count >= minimum && blames.All(b => b.Value.IsCoveredBy(people, Article[b.Key]));

    private bool IsChecked(string passage, int minimum)
    {
        var place = spec.Story.PassageOf(passage)!;
        var now = place.IsOrphaned ? null : WordsOf(passage);
        var latest = verdicts.Where(v => v.Passage == passage && v.Words == now).GroupBy(v => v.By).Select(g => g.Last().Verdict).ToList();
        return now is null || (latest.TrueForAll(v => v == Verdict.Verified) && latest.Count >= minimum);
    }

    private bool IsQuote((ArticleField Field, int At, string Words, bool IsTerm) quotation) =>
        quotes.Keys.Select(q => spec.Story.PassageOf(q)!).Any(p => !p.IsOrphaned && p.Field == quotation.Field && p.Range == new TextRange(quotation.At, quotation.At + quotation.Words.Length));

    private bool IsSourced(string words) => quotes.Keys
        .Where(q => IsChecked(q, 1) && spec.Story.PassageOf(q) is { IsOrphaned: false })
        .Any(q => WordsOf(q).Contains(words.Trim('“', '”', ','), StringComparison.OrdinalIgnoreCase));

    /// <summary>The words of every passage that has its place.</summary>
    private Dictionary<string, string> Words() => quotes.Keys.Concat(claims).Where(p => !spec.Story.PassageOf(p)!.IsOrphaned).ToDictionary(p => p, WordsOf);

    private string WordsOf(string passage)
    {
        var place = spec.Story.PassageOf(passage)!;
        return $"{Normaliser.Normalise(Quoting.Shown(place, Article[place.Field]))}{(quotes.TryGetValue(passage, out var quote) ? quote.Speaker : "")}";
    }

    private IEnumerable<(ArticleField Field, int At, string Words, bool IsTerm)> Quotations()
    {
        foreach (var field in Enum.GetValues<ArticleField>())
        {
            var at = 0;
            foreach (var paragraph in Article[field].Split("\n\n"))
            {
                if (quotations.TryGetValue(paragraph, out var quotation))
                {
                    yield return (field, at + paragraph.IndexOf(quotation.Words, StringComparison.Ordinal), quotation.Words, quotation.IsTerm);
                }

                at += paragraph.Length + 2;
            }
        }
    }

    private System.Collections.Immutable.ImmutableSortedSet<string> Touched(ArticleField field, TextRange range) => blames[field].Touched(range);

    private IEnumerable<string> HadAHand(GateWaived waived) => spec.Story.PassageOf(waived.Subject) is { } passage
        ? [.. Touched(passage.Field, passage.Range), .. quotes.TryGetValue(waived.Subject, out var quote) ? quote.By : []]
        : waived.Subject == "article" || notes.Contains(waived.Subject) ? [drafter, .. blames.SelectMany(b => Touched(b.Key, new TextRange(0, Article[b.Key].Length)))]
        : [];
}
