using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Gates;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories;

/// <summary>Summarises events of stories: what <see cref="Sentences"/> renders. Texts of any length are stored as excerpts.</summary>
public static class EventSummaries
{
    private const int MaxExcerpt = 160;
    private const int MaxEdits = 3;

    /// <summary>Summarises an event.</summary>
    public static EventSummary Of(StoryEvent happened)
    {
        var summary = Described(happened);
        if (happened.Origin is { } origin)
        {
            var import = new JsonObject { ["by"] = origin.By };
            import.Set("path", happened is StoryDrafted or FileRenamed ? null : origin.Path);
            import.Set("people", origin.Authorship is { People: var people } ? Strings(people) : null);
            summary.Arguments["import"] = import;
        }

        return summary;
    }

    /// <summary>Makes a summary of arguments that have a value.</summary>
    public static EventSummary Create(string code, params ReadOnlySpan<(string Name, JsonNode? Value)> arguments)
    {
        var members = new JsonObject();
        foreach (var (name, value) in arguments)
        {
            members.Set(name, value);
        }

        return new EventSummary(code, members);
    }

    /// <summary>Makes a list of texts.</summary>
    public static JsonArray Strings(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)text)]);

    /// <summary>Writes an instant as an argument.</summary>
    public static string Instant(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static EventSummary Described(StoryEvent happened) =>
        happened switch
        {
            StoryDrafted e => Create("story-drafted", ("title", Title(e.Article)), ("desk", e.Desk)),
            StoryDescribed e => Create(
                "story-described",
                ("desk", e.Desk),
                ("language", e.Language),
                ("slug", e.Slug),
                ("byline", e.Byline),
                ("dateline", e.Dateline)
            ),
            ArticleRevised { RestoredFrom: { } version } e => WithEdits(Create("revision-restored", ("version", version)), All(e.Edits)),
            ArticleRevised e => WithEdits(Create("article-revised"), All(e.Edits)),
            PassageReworded e => Changed("passage-reworded", "passage-reattributed", e.Was, e.Now, ("passage", e.Passage)),
            PassageRestyled e => Changed("passage-restyled", "passage-restyled", e.Was, e.Now, ("passage", e.Passage)),
            PassageMoved e => Create("passage-moved", ("passage", e.Passage), ("field", e.Field?.ToKebabCase()), ("range", $"{e.Range}")),
            PassageOrphaned e => Create("passage-orphaned", ("passage", e.Passage), ("words", Excerpt(e.Words))),
            CheckLapsed { Now.Length: 0 } e => Create("check-lapsed-words-removed", Check(e.Passage, e.Checker, e.Verdict)),
            CheckLapsed e => Changed("check-lapsed", "check-lapsed-reattributed", e.Was, e.Now, Check(e.Passage, e.Checker, e.Verdict)),
            CheckReinstated e => Create("check-reinstated", Check(e.Passage, e.Checker, e.Verdict)),
            ApprovalLapsed e => Create("approval-lapsed", ("approver", e.Approver)),
            ApprovalReinstated e => Create("approval-reinstated", ("approver", e.Approver)),
            QuoteAttributed e => Create(
                "quote-attributed",
                ("quote", e.Quote),
                ("words", Excerpt(e.Words)),
                ("speaker", e.Speaker),
                ("attribution", e.AttributionWords)
            ),
            ClaimFlagged e => Create("claim-flagged", ("claim", e.Claim), ("words", Excerpt(e.Words))),
            QuoteWithdrawn e => Create("quote-withdrawn", ("quote", e.Quote), ("words", Excerpt(e.Words))),
            ClaimWithdrawn e => Create("claim-withdrawn", ("claim", e.Claim), ("words", Excerpt(e.Words))),
            QuotationDismissed e => Create("quotation-dismissed", ("words", Excerpt(e.Words))),
            FactChecked e => Create(
                "fact-checked",
                ("passage", e.Passage),
                ("words", Excerpt(e.Words)),
                ("verdict", e.Verdict.ToKebabCase()),
                ("evidence", Evidence(e.Evidence))
            ),
            _ => DescribedReview(happened),
        };

    private static EventSummary DescribedReview(StoryEvent happened) =>
        happened switch
        {
            NoteAdded e => Create("note-added", ("note", e.Note), ("text", Excerpt(e.Text)), ("mustResolve", e.MustResolve ? true : null)),
            NoteResolved e => Create("note-resolved", ("note", e.Note)),
            StoryAssigned e => Create(e.Assignee is null ? "assignee-removed" : "story-assigned", ("assignee", e.Assignee)),
            StoryPlanned e => Create(
                "story-planned",
                ("due", e.Due is { } due ? Instant(due) : null),
                ("priority", e.Priority.ToKebabCase())
            ),
            CheckClaimed e => Create("check-claimed", ("passage", e.Passage), ("until", Instant(e.Until))),
            CheckReleased e => Create("check-released", ("passage", e.Passage)),
            StorySubmitted => Create("story-submitted"),
            ChangesRequested => Create("changes-requested"),
            StoryApproved => Create("story-approved"),
            ApprovalWithdrawn => Create("approval-withdrawn"),
            HoldPlaced e => Create("hold-placed", ("hold", e.Hold), ("role", e.Role.ToKebabCase())),
            HoldLifted e => Create("hold-lifted", ("hold", e.Hold)),
            LegalReviewRequested => Create("legal-review-requested"),
            EmbargoSet e => Create("embargo-set", ("until", Instant(e.Until))),
            EmbargoLifted => Create("embargo-lifted"),
            GateWaived e => Create(
                "gate-waived",
                ("gate", e.Gate.ToKebabCase()),
                ("subject", e.Subject),
                ("words", e.Words is null ? null : Excerpt(e.Words))
            ),
            EditionEvent e => Create(
                "edition-published",
                ("edition", e.Edition),
                ("kind", e.Kind == EditionKind.First ? null : e.Kind.ToKebabCase()),
                ("title", Title(e.Article)),
                ("waived", Waived(e.Gates))
            ),
            StorySpiked e => Create("story-spiked", ("voidsApprovals", e.VoidsApprovals == true ? true : null)),
            StoryUnspiked e => Create("story-unspiked", ("voidsApprovals", e.VoidsApprovals == true ? true : null)),
            FileRenamed e => Create("file-renamed", ("from", e.From), ("to", e.To)),
            _ => throw new InvalidOperationException($"{happened.GetType().Name} has no summary."),
        };

    private static (string Name, JsonNode? Value)[] Check(string passage, string checker, Verdict verdict) =>
        [("passage", passage), ("checker", checker), ("verdict", verdict.ToKebabCase())];

    /// <summary>Summarises a change of words; where they are the same, the attribution changed.</summary>
    private static EventSummary Changed(
        string reworded,
        string reattributed,
        string was,
        string now,
        params ReadOnlySpan<(string Name, JsonNode? Value)> arguments
    ) => was == now ? Create(reattributed, arguments) : WithEdits(Create(reworded, arguments), [.. TextDiff.Between(was, now)]);

    private static List<TextEdit> All(ArticleEdits edits) => [.. edits.Headline, .. edits.Standfirst, .. edits.Body];

    private static EventSummary WithEdits(EventSummary summary, List<TextEdit> edits)
    {
        summary.Arguments["edits"] = new JsonArray([.. edits.Take(MaxEdits).Select(Edit)]);
        summary.Arguments.Set("moreEdits", edits.Count > MaxEdits ? edits.Count - MaxEdits : null);
        return summary;
    }

    private static JsonObject Edit(TextEdit edit)
    {
        // An excerpt of white space is an empty text; missing words have no member.
        var members = new JsonObject();
        members.Set("remove", edit.Remove.Length == 0 ? null : Excerpt(edit.Remove));
        members.Set("insert", edit.Insert.Length == 0 ? null : Excerpt(edit.Insert));
        return members;
    }

    private static JsonArray? Evidence(ImmutableArray<EvidenceItem> evidence) =>
        evidence.IsDefaultOrEmpty
            ? null
            : new([.. evidence.Select(e => new JsonObject { ["kind"] = e.Kind.ToKebabCase(), ["citation"] = e.Citation })]);

    private static JsonArray? Waived(ImmutableArray<PublishedGate> gates) =>
        gates.Where(g => g.Outcome == GateOutcome.Waived).Select(g => g.Gate.ToKebabCase()).ToList() is { Count: > 0 } waived
            ? Strings(waived)
            : null;

    private static string Title(Article article) => article.Headline.Length > 0 ? article.Headline : Excerpt(article.Body);

    /// <summary>Cuts words to one short line.</summary>
    internal static string Excerpt(string words)
    {
        var line = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= MaxExcerpt)
        {
            return line;
        }

        var end = char.IsHighSurrogate(line[MaxExcerpt - 1]) ? MaxExcerpt - 1 : MaxExcerpt;
        return string.Concat(line.AsSpan(0, end), "…");
    }

    private static void Set(this JsonObject members, string name, JsonNode? value)
    {
        if (value is not null)
        {
            members[name] = value;
        }
    }
}
