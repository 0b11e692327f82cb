using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Gates;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryEvent;

// Frozen: part of the verifier of bundle format 1. Bundles that were handed out are verified with it, so it is never changed.

namespace Newsroom.Evidence.V1;

/// <summary>
/// Every event as a sentence for people. People stand in braces as their identities, <c>{ana@newsroom}</c>, to be replaced by names.
/// </summary>
internal static class Sentences
{
    private const int LongestWords = 160;

    /// <summary>What happened, told of the person who did it.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="by">Who it was recorded of; of what was brought in from another record, who brought it in.</param>
    public static string Of(StoryEvent happened, string by) =>
        happened.Origin is { } origin
            ? $"{Told(happened, origin.By)}{Renamed(happened)}{DoneBy(happened, origin)} (imported)"
            : Told(happened, by);

    private static string Told(StoryEvent happened, string by) =>
        happened switch
        {
            StoryDrafted e => $"{{{by}}} drafted “{Title(e.Article)}” for the {e.Desk} desk",
            StoryDescribed e => $"{{{by}}} changed {string.Join(", ", Described(e))}",
            ArticleRevised { RestoredFrom: { } version } e => $"{{{by}}} restored version {version}: {Edits(e.Edits)}",
            ArticleRevised e => $"{{{by}}} revised the article: {Edits(e.Edits)}",
            PassageReworded e => $"The words of {e.Passage} changed: {Change(e.Was, e.Now)}",
            PassageRestyled e => $"Only the typography of {e.Passage} changed: {Change(e.Was, e.Now)}",
            PassageMoved { Field: { } field } e => $"{e.Passage} moved to the {field.ToKebabCase()} ({Range(e.Range)}) with its words",
            PassageMoved e => $"{e.Passage} moved to {Range(e.Range)} with its words",
            PassageOrphaned e => $"{e.Passage} lost its place: {Short(e.Words)} is not in the text any more",
            CheckLapsed e => $"The check of {e.Passage} by {{{e.Checker}}} ({e.Verdict.ToKebabCase()}) lapsed: "
                + (e.Now.Length == 0 ? "the words are gone" : Change(e.Was, e.Now)),
            CheckReinstated e => $"The check of {e.Passage} by {{{e.Checker}}} ({e.Verdict.ToKebabCase()}) "
                + "stands again: the words it was of are back",
            ApprovalLapsed e => $"The approval by {{{e.Approver}}} lapsed: the article is not the one approved",
            ApprovalReinstated e => $"The approval by {{{e.Approver}}} stands again: the article is the one approved",
            QuoteAttributed e => $"{{{by}}} attributed {e.Quote} {Short(e.Words)} to {e.Speaker}"
                + (e.AttributionWords is { } words ? $" by the words “{words}”" : ""),
            ClaimFlagged e => $"{{{by}}} flagged {e.Claim} as a claim: {Short(e.Words)}",
            QuoteWithdrawn e => $"{{{by}}} withdrew {e.Quote} {Short(e.Words)}",
            ClaimWithdrawn e => $"{{{by}}} withdrew {e.Claim} {Short(e.Words)}",
            QuotationDismissed e => $"{{{by}}} dismissed {Short(e.Words)} as nobody's speech",
            FactChecked e => $"{{{by}}} found {e.Passage} {Short(e.Words)} {e.Verdict.ToKebabCase()}{On(e.Evidence)}",
            NoteAdded e => $"{{{by}}} left note {e.Note}{(e.MustResolve ? ", to be resolved before publication" : "")}: {Short(e.Text)}",
            NoteResolved e => $"{{{by}}} resolved note {e.Note}",
            StoryAssigned e => $"{{{by}}} assigned the story to " + (e.Assignee is { } assignee ? $"{{{assignee}}}" : "nobody"),
            StorySubmitted => $"{{{by}}} submitted the story for review",
            ChangesRequested => $"{{{by}}} requested changes; approvals given before are void",
            StoryApproved => $"{{{by}}} approved the article",
            ApprovalWithdrawn => $"{{{by}}} withdrew their approval",
            HoldPlaced e => $"{{{by}}} placed hold {e.Hold} as {e.Role.ToKebabCase()}",
            HoldLifted e => $"{{{by}}} lifted hold {e.Hold}",
            LegalReviewRequested => $"{{{by}}} asked legal to clear the story",
            EmbargoSet e => $"{{{by}}} put the story under embargo until {e.Until.ToUniversalTime():yyyy-MM-dd HH:mm:ss} UTC",
            EmbargoLifted => $"{{{by}}} lifted the embargo",
            GateWaived e => $"{{{by}}} waived {e.Gate.ToKebabCase()} for {e.Subject}{(e.Words is { } words ? $" {Short(words)}" : "")}",
            EditionEvent e => $"{{{by}}} published edition {e.Edition}{(e.Kind == EditionKind.First ? "" : $" ({e.Kind.ToKebabCase()})")}: "
                + $"“{Title(e.Article)}”{Waived(e.Gates)}",
            StorySpiked e => $"{{{by}}} spiked the story{Voiding(e.VoidsApprovals)}",
            StoryUnspiked e => $"{{{by}}} unspiked the story{Voiding(e.VoidsApprovals)}",
            FileRenamed e => $"{{{by}}} renamed {e.From} to {e.To}",
            _ => throw new InvalidOperationException($"{happened.GetType().Name} has no sentence."),
        };

    /// <summary>The reason the person gave, where the event has one.</summary>
    public static string? Why(StoryEvent happened) =>
        happened switch
        {
            QuoteWithdrawn e => e.Reason,
            ClaimWithdrawn e => e.Reason,
            FactChecked e => e.Reason,
            ChangesRequested e => e.Reason,
            ApprovalWithdrawn e => e.Reason,
            HoldPlaced e => e.Reason,
            HoldLifted e => e.Reason,
            QuotationDismissed e => e.Reason,
            LegalReviewRequested e => e.Reason,
            EmbargoSet e => e.Reason,
            EmbargoLifted e => e.Reason,
            GateWaived e => e.Reason,
            StoryCorrected e => e.Note,
            StorySpiked e => e.Reason,
            StoryUnspiked e => e.Reason,
            _ => happened.Origin?.Message,
        };

    private static string Range(TextRange range) => $"{range.Start}-{range.End}";

    private static string Voiding(bool? voidsApprovals) => voidsApprovals == true ? "; approvals given before are void" : "";

    private static string On(ImmutableArray<EvidenceItem> evidence) =>
        evidence.IsDefaultOrEmpty ? "" : $", on {string.Join("; ", evidence.Select(Cited))}";

    private static string Cited(EvidenceItem evidence) =>
        evidence.Kind == EvidenceKind.Erased ? "evidence that was erased" : $"{evidence.Kind.ToKebabCase()}: {evidence.Citation}";

    private static string Renamed(StoryEvent happened) =>
        happened is not (StoryDrafted or FileRenamed) && happened.Origin!.Path is { } path ? $"; the file is now {path}" : "";

    private static string Waived(ImmutableArray<PublishedGate> gates) =>
        gates.Where(g => g.Outcome == GateOutcome.Waived).Select(g => g.Gate.ToKebabCase()).ToList() is { Count: > 0 } waived
            ? $", with {string.Join(", ", waived)} waived"
            : "";

    private static string DoneBy(StoryEvent happened, Origin origin)
    {
        var did = happened switch
        {
            StorySpiked => "deleted by",
            FileRenamed => "renamed by",
            _ => "words by",
        };
        return origin.Authorship is { People: var people } ? $"; {did} {string.Join(", ", people.Select(person => $"{{{person}}}"))}" : "";
    }

    private static string Title(Article article) => article.Headline.Length > 0 ? article.Headline : Cut(article.Body);

    private static IEnumerable<string> Described(StoryDescribed e) =>
        new (string Name, string? Value)[]
        {
            ("desk", e.Desk),
            ("language", e.Language),
            ("slug", e.Slug),
            ("byline", e.Byline),
            ("dateline", e.Dateline),
        }
            .Where(d => d.Value is not null)
            .Select(d => $"{d.Name} to “{d.Value}”");

    private static string Change(string was, string now) => was == now ? "who says them" : Edits([.. TextDiff.Between(was, now)]);

    private static string Edits(ArticleEdits edits) => Edits([.. edits.Headline, .. edits.Standfirst, .. edits.Body]);

    private static string Edits(List<TextEdit> all)
    {
        var told = string.Join("; ", all.Take(3).Select(Edit));
        return all.Count > 3 ? $"{told}; and {all.Count - 3} more" : told;
    }

    private static string Edit(TextEdit edit) =>
        edit.Remove.Length == 0 ? $"added {Marked(edit.Insert)}"
        : edit.Insert.Length == 0 ? $"removed {Marked(edit.Remove)}"
        : $"{Marked(edit.Remove)} → {Marked(edit.Insert)}";

    private static string Marked(string words) => string.IsNullOrWhiteSpace(words) ? "white space" : $"“{Cut(words)}”";

    private static string Short(string words) => words.Length > 0 && words[0] is '“' or '„' or '«' or '"' ? Cut(words) : $"“{Cut(words)}”";

    private static string Cut(string words)
    {
        var line = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= LongestWords)
        {
            return line;
        }

        return string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[LongestWords - 1]) ? LongestWords - 1 : LongestWords), "…");
    }
}
