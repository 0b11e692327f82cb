using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using Newsroom.Domain.Text.Quotations;
using static Newsroom.Domain.Stories.Gates.GateSentences;

namespace Newsroom.Domain.Stories.Gates;

/// <summary>
/// Finds words that were found wrong or disputed outside the checked passage. <see cref="CheckGates"/> evaluates a passage's checks.
/// </summary>
internal static class FindingGates
{
    // Fewer words are often part of something else; they count only between marks or line ends.
    private const int MinWords = 3;

    // Words repeated more often are reported once for the whole text.
    private const int MaxPlaces = 50;

    private static readonly ImmutableArray<Role> Flaggers =
    [
        .. CommandCatalog.Of<StoryCommand.FlagClaim>().Roles.Where(r => r != Role.Reporter),
    ];

    /// <summary>Returns the occurrences of such words.</summary>
    public static IEnumerable<GateReason> Standing(Story story, StoryText text, PassageKind kind, ImmutableArray<QuotedWords> quoted)
    {
        var ofKind = (story.Findings ?? []).Where(f => f.Kind == kind);
        var findings = ofKind.GroupBy(f => f.Fingerprint).Select(f => f.ToList()).ToList();
        if (findings.Count == 0)
        {
            return [];
        }

        var patterns = findings.ConvertAll(f => WordSequence.Of(f[0].Words));
        var matcher = new WordMatcher(patterns.Select(p => p.Words));
        return Enum.GetValues<ArticleField>().SelectMany(field => In(new Place(story, text, field, quoted), findings, patterns, matcher));
    }

    private static IEnumerable<GateReason> In(Place place, List<List<Finding>> findings, List<WordSequence> patterns, WordMatcher matcher)
    {
        var words = WordSequence.Of(place.Read.Text);
        var found = matcher
            .In(words)
            .Where(m => patterns[m.Pattern].Count >= MinWords || IsApart(words, m.At, patterns[m.Pattern].Words.Count))
            .Select(m => (m.Pattern, Range: words.RangeOf(m.At, patterns[m.Pattern].Words.Count)))
            .Select(m => (m.Pattern, m.Range, Unsettled: findings[m.Pattern].Where(f => !place.IsSettled(f, m.Range)).ToList()))
            .Where(m => m.Unsettled.Count > 0)
            .GroupBy(m => m.Pattern);
        foreach (var places in found)
        {
            var all = places.Take(MaxPlaces + 1).ToList();
            var isMany = all.Count > MaxPlaces;
            var reasons = all.Take(isMany ? 1 : MaxPlaces).Select(m => place.Reason(m.Unsettled, m.Range, isMany));
            foreach (var reason in reasons.DistinctBy(r => r.Fingerprint))
            {
                yield return reason;
            }
        }
    }

    private static bool IsApart(WordSequence words, int at, int count) =>
        words.IsSeparatedBefore(at) && words.IsSeparatedBefore(at + count);

    /// <summary>A text of the article, with its passages.</summary>
    private sealed class Place(Story story, StoryText text, ArticleField field, ImmutableArray<QuotedWords> quoted)
    {
        private readonly ImmutableArray<Passage> placed = story.Passages.RemoveAll(p => p.Field != field || p.IsOrphaned);
        private List<(Passage Passage, TextRange Range)>? passages;

        public VisibleText Read { get; } = VisibleText.Of(field, text.Article[field]);

        private List<(Passage Passage, TextRange Range)> Passages => passages ??= [.. placed.Select(p => (p, Read.Read(p.Range)))];

        /// <summary>Returns whether the checker has judged these words here. An adverse verdict is then the passage's reason.</summary>
        public bool IsSettled(Finding finding, TextRange range) =>
            Having(finding.Kind, range)
                .Any(passage =>
                    passage.StandingChecks.Any(c => c.Checker == finding.Checker)
                    || (passage.Speaker is { } speaker && (finding.ClearedFor ?? []).Contains(speaker))
                );

        public GateReason Reason(List<Finding> findings, TextRange range, bool isMany)
        {
            var finding = findings[^1];
            var source = Read.Source(range.Start, range.Length);
            var (marked, whole) = Marked(finding.Kind, range, source);
            var passage = Having(finding.Kind, range).FirstOrDefault();
            var involved = passage is null ? [] : text.InvolvedIn(passage);
            var checkers = findings.Select(f => f.Checker).Distinct().ToImmutableArray();
            var able = checkers.RemoveAll(involved.Contains);
            var context = isMany ? Read.Text : SentenceFinder.Widen(Read.Text, range).Of(Read.Text);
            var often = isMany ? $", more than {MaxPlaces} times," : "";
            var who = string.Join(" and ", checkers.Select(Person));
            return new GateReason(
                $"{finding.Kind.ToKebabCase()}-words-{finding.Verdict.ToKebabCase()}",
                field.ToKebabCase(),
                $"“{Cut(range.Of(Read.Text))}” in the {field.ToKebabCase()}{often} was found {finding.Verdict.ToKebabCase()} by {who} "
                    + $"as {finding.Passage}: {Given(finding.Reason)} {Revisers.Named(story)} changes the "
                    + $"words{Settling(finding.Kind, passage, whole, able, checkers)}.",
                [.. Revisers.Ways(story), .. Ways(finding.Kind, passage, whole, able, checkers)]
            )
            {
                Fingerprint = Fingerprint.Of("finding", finding.Kind.ToKebabCase(), finding.Fingerprint.Hex, context),
                Field = field,
                Range = marked,
                Words = marked.Of(text.Article[field]),
                Passage = passage?.Id,
                WordsAlone = finding.Fingerprint,
            };
        }

        private static string Settling(
            PassageKind kind,
            Passage? passage,
            bool canBeMarked,
            ImmutableArray<string> able,
            ImmutableArray<string> checkers
        )
        {
            if (passage is not null)
            {
                return able.IsEmpty ? "" : $", or {string.Join(" or ", able.Select(Person))} checks {passage.Id}";
            }

            var mark = kind == PassageKind.Claim ? "flagged as a claim" : "attributed as a quote";
            return canBeMarked ? $", or they are {mark} and {string.Join(" or ", checkers.Select(Person))} checks the passage" : "";
        }

        private ImmutableArray<GateWay> Ways(
            PassageKind kind,
            Passage? passage,
            bool canBeMarked,
            ImmutableArray<string> able,
            ImmutableArray<string> checkers
        ) =>
            (kind, passage) switch
            {
                (_, not null) => able.IsEmpty ? [] : [GateWay.By<StoryCommand.FactCheck>() with { OnlyBy = able }],
                _ when !canBeMarked => [],
                (PassageKind.Claim, _) =>
                [
                    GateWay.By<StoryCommand.FlagClaim>() with
                    {
                        Roles = [Role.Reporter],
                        OnlyBy = Revisers.OnTheStory(story),
                    },
                    GateWay.By<StoryCommand.FlagClaim>() with
                    {
                        Roles = Flaggers,
                    },
                ],
                _ => [GateWay.By<StoryCommand.AttributeQuote>().Except(checkers)],
            };

        /// <summary>
        /// Returns the range that a command names, and whether no other passage overlaps it. The range of quoted words is the whole
        /// quotation.
        /// </summary>
        private (TextRange Range, bool CanBeMarked) Marked(PassageKind kind, TextRange range, TextRange source)
        {
            var marked = kind == PassageKind.Quote ? Quotation(range) ?? source : source;
            var taken = kind == PassageKind.Claim ? Read.Read(Read.Sentences(marked)) : Read.Read(marked);
            return (marked, Passages.TrueForAll(p => p.Passage.Kind != kind || !p.Range.Overlaps(taken)));
        }

        private TextRange? Quotation(TextRange range) =>
            quoted.FirstOrDefault(q => q.Field == field && Has(Read.Read(q.Range), range))?.Range;

        private IEnumerable<Passage> Having(PassageKind kind, TextRange range) =>
            Passages.Where(p => p.Passage.Kind == kind && Has(p.Range, range)).Select(p => p.Passage);

        private static bool Has(TextRange outer, TextRange inner) => outer.Start <= inner.Start && outer.End >= inner.End;
    }
}
