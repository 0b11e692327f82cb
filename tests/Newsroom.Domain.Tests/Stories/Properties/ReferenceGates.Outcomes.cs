using System.Text.RegularExpressions;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories.Properties;

/// <summary>The expected outcome of each gate.</summary>
internal sealed partial class ReferenceGates
{
    /// <summary>
    /// Returns the outcome under the policies of the desk and of those it left in review; null if none requires the gate.
    /// </summary>
    public GateOutcome? Of(Gate gate)
    {
        var asking = desks.Select(d => spec.PolicyOf(d).Gates.FirstOrDefault(g => g.Gate == gate)).OfType<GateTerms>().ToList();
        return gate switch
        {
            Gate.NoHolds => Outcome(gate, holds.Keys.Select(Plain), false),
            Gate.EmbargoPassed => Outcome(gate, embargo > spec.Now ? [Plain("story")] : [], false),
            Gate.LegalClearance => Outcome(gate, legalIsAsked && !Stands([.. Behind(Role.Legal)], 1) ? [Plain("article")] : [], false),
            _ when asking.Count == 0 => null,
            _ => Outcome(gate, asking.SelectMany(terms => Fails(gate, terms)), asking.TrueForAll(t => t.Waivable)),
        };
    }

    private IEnumerable<(string Subject, object Thing)> Fails(Gate gate, GateTerms terms) =>
        gate switch
        {
            Gate.QuotesAttributed => Quotations()
                .Where(q => !q.IsTerm && !IsQuote(q) && !dismissed.Contains(q.Words))
                .Select(q => (q.Field.ToKebabCase(), (object)q.Words)),
            Gate.QuotesVerified =>
            [
                .. quotes.Keys.Where(q => !IsChecked(q, terms.Minimum ?? 1)).Select(Plain),
                .. Standing(PassageKind.Quote),
            ],
            Gate.ClaimsChecked => [.. claims.Where(c => !IsChecked(c, terms.Minimum ?? 1)).Select(Plain), .. Standing(PassageKind.Claim)],
            Gate.HeadlineQuotesSourced => Quotations()
                .Where(q => q.Field != ArticleField.Body && (IsQuote(q) || !dismissed.Contains(q.Words)) && !IsSourced(q.Words))
                .Select(q => (q.Field.ToKebabCase(), (object)q.Words)),
            Gate.Approvals => Stands([.. Behind()], terms.Minimum ?? 1) && terms.Roles.All(r => Behind(r.Role).Count() >= r.Minimum)
                ? []
                : [Plain("article")],
            Gate.NotesResolved => notes.Select(Plain),
            _ => throw new InvalidOperationException($"{gate}?"),
        };

    /// <summary>Lists adverse words in any text that their checker has not judged there.</summary>
    private IEnumerable<(string Subject, object Thing)> Standing(PassageKind kind) =>
        from found in bad
        where found.Kind == kind
        from field in Enum.GetValues<ArticleField>()
        from Match match in found.Pattern.Matches(Article[field])
        where
            !spec.Story.Passages.Any(p =>
                p.Kind == kind
                && p.Field == field
                && !p.IsOrphaned
                && p.Range.Start <= match.Index
                && p.Range.End >= match.Index + match.Length
                && (
                    verdicts.Any(v => v.Passage == p.Id && v.By == found.By && v.Words == WordsOf(p.Id))
                    || (p.Speaker is { } speaker && found.Cleared.Contains(speaker))
                )
            )
        select (field.ToKebabCase(), (object)(found.Words, Article[field].Split("\n\n").First(p => found.Pattern.IsMatch(p))));

    private GateOutcome Outcome(Gate gate, IEnumerable<(string Subject, object Thing)> fails, bool isWaivable)
    {
        var blocking = fails.ToList();
        if (blocking.Count == 0)
        {
            return GateOutcome.Passed;
        }

        bool IsWaived((string Subject, object Thing) fails) =>
            waivers.Contains((gate, fails.Subject, fails.Thing == PlainThing ? Thing(fails.Subject, null) : fails.Thing));
        return isWaivable && blocking.TrueForAll(IsWaived) ? GateOutcome.Waived : GateOutcome.Failed;
    }

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
        quotes
            .Keys.Select(q => spec.Story.PassageOf(q)!)
            .Any(p =>
                !p.IsOrphaned
                && p.Field == quotation.Field
                && Trimmed(p) == new TextRange(quotation.At, quotation.At + quotation.Words.Length)
            );

    private bool IsSourced(string words) =>
        quotes
            .Keys.Where(q => IsChecked(q, 1) && spec.Story.PassageOf(q) is { IsOrphaned: false })
            .Any(q => WordsOf(q).Contains(words.Trim('“', '”', ','), StringComparison.OrdinalIgnoreCase));

    private IEnumerable<(ArticleField Field, int At, string Words, bool IsTerm)> Quotations()
    {
        foreach (var field in Enum.GetValues<ArticleField>())
        {
            var at = 0;
            foreach (var paragraph in Article[field].Split("\n\n"))
            {
                if (quotations.TryGetValue(paragraph, out var quotation))
                {
                    yield return (
                        field,
                        at + paragraph.IndexOf(quotation.Words, StringComparison.Ordinal),
                        quotation.Words,
                        quotation.IsTerm
                    );
                }

                at += paragraph.Length + 2;
            }
        }
    }
}
