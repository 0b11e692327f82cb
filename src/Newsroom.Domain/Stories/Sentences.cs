using System.Globalization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Stories;

/// <summary>
/// Renders summaries of events as sentences. People are identities in braces, <c>{ana@newsroom}</c>, which reads replace with names.
/// Sentences are never stored, so they may change with every build.
/// </summary>
public static class Sentences
{
    /// <summary>Renders an event.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="by">The recorded actor; for an imported event, the importer.</param>
    public static string Of(StoryEvent happened, string by) => Of(EventSummaries.Of(happened), by);

    /// <summary>Renders the summary of an event.</summary>
    public static string Of(EventSummary summary, string by) =>
        summary.Arguments.Group("import") is { } import
            ? $"{Render(summary, import.Find("by") ?? by)}{Imported(summary.Code, import)} (imported)"
            : Render(summary, by);

    private static string Render(EventSummary e, string by) =>
        e.Code switch
        {
            "story-drafted" => $"{{{by}}} drafted “{e["title"]}” for the {e["desk"]} desk{Linked(e)}",
            "story-described" => $"{{{by}}} changed {string.Join(", ", Described(e))}",
            "revision-restored" => $"{{{by}}} restored version {e["version"]}: {Edits(e)}",
            "article-revised" => $"{{{by}}} revised the article: {Edits(e)}",
            "passage-reworded" => $"The words of {e["passage"]} changed: {Edits(e)}",
            "passage-reattributed" => $"The attribution of {e["passage"]} changed",
            "passage-restyled" => $"Only the typography of {e["passage"]} changed: {Edits(e)}",
            "passage-moved" => e.Find("field") is { } field
                ? $"{e["passage"]} moved to the {field} ({e["range"]}) with its words"
                : $"{e["passage"]} moved to {e["range"]} with its words",
            "passage-orphaned" => $"{e["passage"]} was orphaned: {Quoted(e["words"])} is no longer in the text",
            "check-lapsed" => $"{Check(e)} lapsed: {Edits(e)}",
            "check-lapsed-reattributed" => $"{Check(e)} lapsed: the attribution changed",
            "check-lapsed-words-removed" => $"{Check(e)} lapsed: the words were removed",
            "check-reinstated" => $"{Check(e)} is valid again: the checked words were restored",
            "approval-lapsed" => $"The approval by {{{e["approver"]}}} lapsed: the article differs from the approved one",
            "approval-reinstated" => $"The approval by {{{e["approver"]}}} is valid again: the article is the approved one",
            "quote-attributed" => $"{{{by}}} attributed {e["quote"]} {Quoted(e["words"])} to {e["speaker"]}{Attribution(e)}",
            "claim-flagged" => $"{{{by}}} flagged {e["claim"]} as a claim: {Quoted(e["words"])}",
            "quote-withdrawn" => $"{{{by}}} withdrew {e["quote"]} {Quoted(e["words"])}",
            "claim-withdrawn" => $"{{{by}}} withdrew {e["claim"]} {Quoted(e["words"])}",
            "quotation-dismissed" => $"{{{by}}} dismissed {Quoted(e["words"])}: not a quotation",
            "fact-checked" => $"{{{by}}} found {e["passage"]} {Quoted(e["words"])} {e["verdict"]}{Evidence(e)}",
            _ => RenderReview(e, by),
        };

    private static string RenderReview(EventSummary e, string by) =>
        e.Code switch
        {
            "note-added" => $"{{{by}}} added note {e["note"]}{Blocking(e)}: {Quoted(e["text"])}",
            "note-resolved" => $"{{{by}}} resolved note {e["note"]}",
            "story-assigned" => $"{{{by}}} assigned the story to {{{e["assignee"]}}}",
            "assignee-removed" => $"{{{by}}} removed the assignee of the story",
            "story-planned" => $"{{{by}}} set the priority {e["priority"]}"
                + (e.Find("due") is { } due ? $", due {Time(due, "yyyy-MM-dd HH:mm")}" : ", with no due time"),
            "check-claimed" => $"{{{by}}} claimed the check of {e["passage"]} until {Time(e["until"], "yyyy-MM-dd HH:mm")}",
            "check-released" => $"{{{by}}} released the check of {e["passage"]}",
            "story-submitted" => $"{{{by}}} submitted the story for review",
            "changes-requested" => $"{{{by}}} requested changes; earlier approvals are void",
            "story-approved" => $"{{{by}}} approved the article",
            "approval-withdrawn" => $"{{{by}}} withdrew their approval",
            "hold-placed" => $"{{{by}}} placed hold {e["hold"]} as {e["role"]}",
            "hold-lifted" => $"{{{by}}} lifted hold {e["hold"]}",
            "legal-review-requested" => $"{{{by}}} requested a legal review",
            "embargo-set" => $"{{{by}}} set an embargo until {Time(e["until"], "yyyy-MM-dd HH:mm:ss")}",
            "embargo-lifted" => $"{{{by}}} lifted the embargo",
            "story-marked-confidential" => $"{{{by}}} marked the story confidential as {e["role"]}{Readers(e)}",
            "confidentiality-lifted" => $"{{{by}}} lifted the confidentiality of the story",
            "gate-waived" => $"{{{by}}} waived {e["gate"]} for {e["subject"]}{(e.Find("words") is { } words ? $" {Quoted(words)}" : "")}",
            "edition-published" => $"{{{by}}} published edition {e["edition"]}{Kind(e)}{Scheduled(e)}: “{e["title"]}”{Waived(e)}",
            "publication-scheduled" => $"{{{by}}} scheduled the publication{Kind(e)} for {Time(e["time"], "yyyy-MM-dd HH:mm:ss")}",
            "schedule-cancelled" => $"{{{by}}} ended the schedule for {Time(e["time"], "yyyy-MM-dd HH:mm:ss")}",
            "scheduled-publication-failed" =>
                $"The publication that {{{by}}} scheduled for {Time(e["time"], "yyyy-MM-dd HH:mm:ss")} failed: {Failure(e)}",
            "story-withheld" => $"{{{by}}} withheld edition {e["edition"]} as {e["role"]}",
            "story-released" => $"{{{by}}} released edition {e["edition"]}",
            "story-retracted" => $"{{{by}}} retracted the story. Notice to readers: {Quoted(e["notice"])}",
            "story-killed" => $"{{{by}}} killed the story as {e["role"]}. Notice to readers: {Quoted(e["notice"])}",
            "fact-check-published" =>
                $"{{{by}}} published the fact check of {e["claim"]} {Quoted(e["words"])} by {e["claimant"]}: {e["rating"]}",
            "fact-check-withdrawn" => e.Find("cause") is { } cause
                ? $"The public fact check of {e["claim"]} was withdrawn: {FactCheckEnds.Render(cause)}"
                : $"{{{by}}} withdrew the public fact check of {e["claim"]}",
            "story-spiked" => $"{{{by}}} spiked the story{Voided(e)}",
            "story-unspiked" => $"{{{by}}} unspiked the story{Voided(e)}",
            "file-renamed" => $"{{{by}}} renamed {e["from"]} to {e["to"]}",
            // A code of another build.
            _ => $"{{{by}}}: {e.Code.Replace('-', ' ')}",
        };

    /// <summary>Returns the reason that an event gives; null where it gives none.</summary>
    public static string? Why(StoryEvent happened) => EventReasons.Of(happened);

    /// <summary>Formats an instant of a summary.</summary>
    public static string Time(string instant, string format) =>
        DateTimeOffset.TryParse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? $"{time.UtcDateTime.ToString(format, CultureInfo.InvariantCulture)} UTC"
            : instant;

    private static string Check(EventSummary e) => $"The check of {e["passage"]} by {{{e["checker"]}}} ({e["verdict"]})";

    private static string Attribution(EventSummary e) => e.Find("attribution") is { } words ? $" by the words “{words}”" : "";

    private static string Blocking(EventSummary e) => e.Is("mustResolve") ? ", to be resolved before publication" : "";

    private static string Voided(EventSummary e) => e.Is("voidsApprovals") ? "; earlier approvals are void" : "";

    private static string Readers(EventSummary e) =>
        string.Join(", ", e.Arguments.Strings("readers").Select(reader => $"{{{reader}}}")) is { Length: > 0 } readers
            ? $", and admitted {readers}"
            : "";

    private static string Kind(EventSummary e) => e.Find("kind") is { } kind ? $" ({kind})" : "";

    private static string Waived(EventSummary e) =>
        string.Join(", ", e.Arguments.Strings("waived")) is { Length: > 0 } waived ? $", with {waived} waived" : "";

    private static string Linked(EventSummary e) =>
        (e.Find("genre") == Genre.FactCheck.ToKebabCase() ? ", as a fact check" : "")
        + (e.Find("replaces") is { } replaced ? $", as a substitute for {replaced}" : "")
        + (e.Find("translationOf") is { } translated ? $", as a translation of {translated}" : "");

    private static string Scheduled(EventSummary e) => e.Find("schedule") is null ? "" : ", as scheduled";

    private static string Failure(EventSummary e) =>
        ScheduleFailures.Render(e["reason"], string.Join(", ", e.Arguments.Strings("gates")));

    private static string Evidence(EventSummary e) =>
        string.Join("; ", e.Arguments.Groups("evidence").Select(Evidence)) is { Length: > 0 } evidence ? $", on {evidence}" : "";

    private static string Evidence(SummaryArguments evidence) =>
        evidence.Find("kind") == EvidenceKind.Erased.ToKebabCase()
            ? "erased evidence"
            : $"{evidence.Find("kind")}: {evidence.Find("citation")}";

    private static string Imported(string code, SummaryArguments import)
    {
        var did = code switch
        {
            "story-spiked" => "deleted by",
            "file-renamed" => "renamed by",
            _ => "words by",
        };
        var path = import.Find("path") is { } renamed ? $"; the file is now {renamed}" : "";
        var people = import.Strings("people").Select(person => $"{{{person}}}");
        return string.Join(", ", people) is { Length: > 0 } names ? $"{path}; {did} {names}" : path;
    }

    private static readonly string[] DescribedMembers = ["desk", "language", "slug", "genre", "byline", "dateline"];

    private static IEnumerable<string> Described(EventSummary e) =>
        DescribedMembers.Where(name => e.Find(name) is not null).Select(name => $"{name} to “{e[name]}”");

    private static string Edits(EventSummary e)
    {
        var rendered = string.Join("; ", e.Arguments.Groups("edits").Select(Edit));
        return e.Find("moreEdits") is { } more ? $"{rendered}; and {more} more" : rendered;
    }

    private static string Edit(SummaryArguments edit) =>
        (edit.Find("remove"), edit.Find("insert")) switch
        {
            (null, var insert) => $"added {Marked(insert)}",
            (var remove, null) => $"removed {Marked(remove)}",
            var (remove, insert) => $"{Marked(remove)} → {Marked(insert)}",
        };

    private static string Marked(string? words) => string.IsNullOrEmpty(words) ? "white space" : $"“{words}”";

    private static string Quoted(string words) => words is ['“' or '„' or '«' or '"', ..] ? words : $"“{words}”";
}
