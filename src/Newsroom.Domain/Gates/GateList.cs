using System.Collections.Immutable;
using Newsroom.Domain.Articles;
using Newsroom.Domain.Stories;

namespace Newsroom.Domain.Gates;

/// <summary>Every gate, and the one evaluation that publication, the gates view and the board share.</summary>
public static class GateList
{
    /// <summary>What each gate says of a story as it stands.</summary>
    public static ImmutableArray<GateResult> Evaluate(Story story, StoryText text, Policy policy) =>
    [
        GateResult.Of(Gate.QuotesAttributed, QuotesAttributed(story, text)),
        GateResult.Of(Gate.QuotesVerified, Checked(story, text, PassageKind.Quote, policy)),
        GateResult.Of(Gate.ClaimsChecked, Checked(story, text, PassageKind.Claim, policy)),
        GateResult.Of(Gate.Approvals, Approvals(story, text, policy)),
        GateResult.Of(Gate.NoHolds, story.Holds.Select(Held)),
        GateResult.Of(Gate.NotesResolved, story.Notes.Where(n => n.MustResolve).Select(Open)),
    ];

    /// <summary>Whether the story could be published now.</summary>
    public static bool IsReady(Story story, ImmutableArray<GateResult> gates) =>
        story.Stage == Stage.InReview && gates.All(g => g.Outcome != GateOutcome.Failed);

    private static IEnumerable<GateReason> QuotesAttributed(Story story, StoryText text) =>
        from field in Enum.GetValues<ArticleField>()
        let read = ReadersText.Of(field, text.Article[field])
        let quoted = story.Passages.Where(p => p.Kind == PassageKind.Quote && p.Field == field && !p.IsOrphaned).Select(p => read.Read(p.Range)).ToHashSet()
        from found in QuotationFinder.Find(read.Text)
        where !quoted.Contains(found)
        let words = found.Of(read.Text)
        select new GateReason(
            "quotation-unattributed",
            $"{words} stands in the {field.InWords()} as a quotation, but no quote with exactly these words says whose they are. Attribute it.",
            ["attribute-quote"],
            CommandList.Of<StoryCommand.AttributeQuote>().Roles)
        {
            Field = field,
            Range = read.Source(found.Start, found.Length),
            Words = words,
        };

    private static IEnumerable<GateReason> Checked(Story story, StoryText text, PassageKind kind, Policy policy)
    {
        foreach (var passage in story.Passages.Where(p => p.Kind == kind && !p.IsOrphaned))
        {
            var words = passage.Range.Of(text.Article[passage.Field]);
            var adverse = passage.StandingChecks.FirstOrDefault(c => c.Verdict != Verdict.Verified);
            var accepted = passage.StandingChecks.Count(c => c.Verdict == Verdict.Verified);
            if (adverse is null && accepted >= policy.Checkers)
            {
                continue;
            }

            var (code, message) = adverse is not null
                ? ($"{kind.InWords()}-{adverse.Verdict.InWords()}", $"{passage.Id} {words} was found {adverse.Verdict.InWords()}: {adverse.Reason?.TrimEnd('.', ' ')}. Change the words, or have the same fact-checker judge them anew.")
                : accepted == 0 && passage.Checks.Any(c => !c.Standing)
                    ? ($"{kind.InWords()}-check-lapsed", $"{passage.Id} {words} has changed since it was checked. A fact-checker who did not touch it checks these words.")
                    : ($"{kind.InWords()}-unchecked", $"{passage.Id} {words} has {accepted} of {policy.Checkers} checks. A fact-checker who did not touch it checks it.");
            yield return new GateReason(code, message, ["fact-check"], [Role.FactChecker]) { Passage = passage.Id, Field = passage.Field, Range = passage.Range, Words = words };
        }
    }

    private static IEnumerable<GateReason> Approvals(Story story, StoryText text, Policy policy)
    {
        var counting = story.Approvals.Where(a => a.Standing && a.By != story.Drafter).ToList();
        var people = counting.Select(a => a.By).Distinct().ToList();
        if (people.Count < policy.Approvals)
        {
            var lapsed = story.Approvals.Count(a => !a.Standing);
            yield return new GateReason(
                "approvals-missing",
                $"{people.Count} of {policy.Approvals} approvals stand{(lapsed > 0 ? $"; {lapsed} lapsed when the words changed" : "")}. Somebody who did not draft the article approves it.",
                ["approve"],
                CommandList.Of<StoryCommand.Approve>().Roles);
        }

        foreach (var uncovered in people.Count == 0 ? [] : NotCovered(text, people))
        {
            yield return uncovered;
        }

        var editors = counting.Where(a => a.As == Role.Editor).Select(a => a.By).Distinct().Count();
        if (editors < policy.ApprovingEditors)
        {
            yield return new GateReason(
                "editor-approval-missing",
                $"{editors} of {policy.ApprovingEditors} approvals by editors stand. An editor who did not draft the article approves it.",
                ["approve"],
                [Role.Editor]);
        }
    }

    /// <summary>An approval covers what its giver did not touch; together they cover everything.</summary>
    private static IEnumerable<GateReason> NotCovered(StoryText text, List<string> people) =>
        from field in Enum.GetValues<ArticleField>()
        from range in text.BlameOf(field).NotCoveredBy(people)
        let words = range.Of(text.Article[field])
        where range.IsEmpty || !string.IsNullOrWhiteSpace(words)
        select new GateReason(
            "approval-covers-not",
            range.IsEmpty
                ? $"Everybody who approved took words out of the {field.InWords()} at {range.Start}. Somebody who did not approves the article too."
                : $"Everybody who approved touched these words of the {field.InWords()}: {words}. Somebody who did not approves the article too.",
            ["approve"],
            CommandList.Of<StoryCommand.Approve>().Roles)
        {
            Field = field,
            Range = range,
            Words = words,
        };

    private static GateReason Held(Hold hold) => new(
        "hold",
        $"{hold.Id} was placed by {hold.Role.InWords()}: {hold.Reason}",
        ["lift-hold"],
        hold.Role == Role.Legal ? [Role.Legal] : [Role.Editor, Role.Legal]);

    private static GateReason Open(Note note) => new(
        "note-open",
        $"{note.Id} must be resolved: {note.Text}",
        ["resolve-note"],
        [Role.Editor])
    { Passage = note.Passage };
}
