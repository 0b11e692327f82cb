using Newsroom.Client.Stories;
using Spectre.Console;
using Spectre.Console.Rendering;
using ScheduleFailures = Newsroom.Domain.Stories.ScheduleFailures;

namespace Newsroom.Cli.Rendering;

internal static class StoryRenderer
{
    public static void WriteStory(ConsoleRenderer console, StoryDetails story)
    {
        console.Write($"{story.Slug}: version {story.Version}, {story.Stage}, {Describe(story.Publication)}", Styles.Heading);
        console.Write(Describe(console, story), Styles.Muted);
        if (console.Plan(story.Priority, story.Due) is { Length: > 0 } plan)
        {
            console.Write(plan);
        }

        WriteLinks(console, story);
        foreach (var text in story.Article.InReadingOrder())
        {
            console.WriteBlankLine();
            console.Write(text.TrimEnd());
        }

        WriteSection(console, "Quotes", story.Quotes.Select(p => PassageRow(console, p)));
        WriteSection(console, "Claims", story.Claims.Select(p => PassageRow(console, p, story.Genre)));
        WriteSection(console, "Notes", story.Notes.Select(n => NoteRow(console, n)));
        WriteSection(
            console,
            "Holds",
            story.Holds.Select(h =>
                Row(h.Id, ConsoleRenderer.Cell(h.Role, Styles.Failure), $"{Signature(console, h.By, h.At)}: {h.Reason}")
            )
        );
        WriteSection(console, "Confidential", story.Confidential is { } confidential ? [ConfidentialRow(console, confidential)] : []);
        WriteSection(console, "Embargo", story.Embargo is { } embargo ? [EmbargoRow(console, embargo)] : []);
        WriteSection(console, "Scheduled", ScheduleRows(console, story));
        WriteSection(
            console,
            "Legal review",
            story.LegalReview is { } review ? [Row("requested", "", $"{Signature(console, review.By, review.At)}: {review.Reason}")] : []
        );
        WriteSection(
            console,
            "Waivers",
            (story.Waivers ?? []).Select(w => Row(w.Gate, w.Subject, $"{Signature(console, w.By, w.At)}: {w.Reason}"))
        );
        WriteSection(console, "Dismissed quotations", (story.Dismissals ?? []).Select(d => DismissalRow(console, d)));
        WriteSection(
            console,
            "Approvals",
            story.Approvals.Select(a =>
                Row(
                    ConsoleRenderer.PersonName(a.By),
                    StateCell(a.Standing ? "current" : "lapsed"),
                    $"as {a.As}, {console.FormatTime(a.At)}"
                )
            )
        );
        WriteSection(console, "Gates", (story.Gates ?? []).Select(GateRow));
        console.WriteBlankLine();
        console.Write($"Fingerprint of the article at version {story.Version}: {ConsoleRenderer.ShortFingerprint(story.Fingerprint)}");
    }

    private static void WriteLinks(ConsoleRenderer console, StoryDetails story)
    {
        if (story.Replaces is { } replaced)
        {
            console.Write($"a substitute for {replaced}", Styles.Muted);
        }

        if (story.TranslationOf is { } translated)
        {
            console.Write($"a translation of {translated}", Styles.Muted);
        }
    }

    private static string Describe(ConsoleRenderer console, StoryDetails story)
    {
        var assignee = story.Assignee is { } person ? $"assigned to {ConsoleRenderer.PersonName(person)}" : "not assigned";
        var authors = string.Join(", ", story.Authors.Select(ConsoleRenderer.PersonName));
        return $"{story.Id} · {story.Desk} · {story.Language} · {assignee} · by {authors} · changed {console.FormatTime(story.ChangedAt)}"
            + (story.Genre == "report" ? "" : $" · {story.Genre}");
    }

    private static string Describe(Publication publication) =>
        publication.Edition == 0 ? publication.Status : $"{publication.Status} (edition {publication.Edition})";

    private static string Signature(ConsoleRenderer console, string person, DateTimeOffset at) =>
        $"{ConsoleRenderer.PersonName(person)}, {console.FormatTime(at)}";

    private static IRenderable[] PassageRow(ConsoleRenderer console, PassageDetails passage, string genre = "report")
    {
        var field = passage.Field == "body" ? "" : $"{passage.Field}, ";
        IEnumerable<string> lines =
        [
            passage.WithAttribution(),
            .. passage.Checks.SelectMany(check => Describe(console, check, passage.Words)),
            .. genre == "fact-check" ? FactCheckLines(console, passage) : [],
            $"{field}fingerprint {ConsoleRenderer.ShortFingerprint(passage.Fingerprint)}",
        ];
        return Row(passage.Id, StateCell(passage.State), string.Join('\n', lines));
    }

    /// <summary>Returns what readers see of the verdict on a claim, or the evidence that a public fact check can name.</summary>
    private static IEnumerable<string> FactCheckLines(ConsoleRenderer console, PassageDetails passage)
    {
        if (passage.FactCheck is { } known)
        {
            return [$"public fact check: {known.Rating.Name}, {Signature(console, known.By, known.At)}"];
        }

        var pieces = passage.Checks.SelectMany(c => (c.Evidence ?? []).Select((_, piece) => $"{c.Version}/{piece}")).ToList();
        return
        [
            .. passage.FactCheckBlocked is { } blocked ? [$"cannot be published yet: {blocked.Code}"] : Array.Empty<string>(),
            .. pieces.Count > 0 ? [$"evidence for --sources: {string.Join(", ", pieces)}"] : Array.Empty<string>(),
        ];
    }

    /// <summary>Returns the lines of a check, with the words judged where they are no longer those of the passage.</summary>
    public static IEnumerable<string> Describe(ConsoleRenderer console, CheckDetails check, string words)
    {
        var lapsed = check.Standing ? "" : " (lapsed)";
        var reason = check.Reason is { } why ? $", {why}" : "";
        var role = check.As is { } name ? $" as {name}" : "";
        return
        [
            $"{Signature(console, check.Checker, check.At)}{role}: {check.Verdict}{lapsed}{reason}",
            .. check.Standing || check.Words is not { } judged || judged == words ? [] : new[] { $"  words judged: {judged}" },
            .. EvidenceLines.Of(check.Method, check.Evidence),
        ];
    }

    private static IRenderable[] NoteRow(ConsoleRenderer console, NoteDetails note)
    {
        var passage = note.Passage is { } id ? $", on {id}" : "";
        var state = ConsoleRenderer.Cell(note.MustResolve ? "must be resolved" : "", Styles.Pending);
        return Row(note.Id, state, $"{Signature(console, note.By, note.At)}{passage}: {note.Text}");
    }

    private static IRenderable[] ConfidentialRow(ConsoleRenderer console, ConfidentialityDetails confidential)
    {
        var reason = confidential.Reason is { } why ? $": {why}" : "";
        var readers = string.Join(", ", confidential.Readers.Select(ConsoleRenderer.PersonName));
        var admitted = readers.Length > 0 ? $"\nadmitted: {readers}" : "";
        return Row($"by {confidential.Role}", "", $"{Signature(console, confidential.By, confidential.At)}{reason}{admitted}");
    }

    private static IRenderable[] DismissalRow(ConsoleRenderer console, DismissalDetails dismissal) =>
        Row(
            ConsoleRenderer.ShortFingerprint(dismissal.Fingerprint),
            "",
            $"{Signature(console, dismissal.By, dismissal.At)}: {dismissal.Reason}"
        );

    private static IRenderable[] EmbargoRow(ConsoleRenderer console, EmbargoDetails embargo)
    {
        var reason = embargo.Reason is { } why ? $": {why}" : "";
        return Row($"until {console.FormatTime(embargo.Until)}", "", $"{Signature(console, embargo.By, embargo.At)}{reason}");
    }

    private static IEnumerable<IRenderable[]> ScheduleRows(ConsoleRenderer console, StoryDetails story)
    {
        if (story.Schedule is { } due)
        {
            var state = due.Fingerprint == story.Fingerprint ? "" : "the words have changed since";
            yield return Row(
                $"for {console.FormatTime(due.Time)}",
                ConsoleRenderer.Cell(state, Styles.Failure),
                Signature(console, due.By, due.At)
            );
        }

        if (story.ScheduleFailed is { } failed)
        {
            var gates = string.Join(", ", failed.Gates.Select(gate => $"{gate.Gate} ({string.Join(", ", gate.Subjects)})"));
            yield return Row(
                $"for {console.FormatTime(failed.Time)}",
                ConsoleRenderer.Cell("failed", Styles.Failure),
                $"{Signature(console, failed.By, failed.At)}: {ScheduleFailures.Render(failed.Reason, gates)}"
            );
        }
    }

    private static IRenderable[] GateRow(GateResult gate)
    {
        var style = gate.Outcome == "failed" ? Styles.Failure : Styles.Success;
        var reasons = string.Join('\n', gate.Reasons.Select(r => r.Message));
        return Row(GateRenderer.Symbol(gate), ConsoleRenderer.Cell(gate.Gate, style), reasons);
    }

    private static void WriteSection(ConsoleRenderer console, string title, IEnumerable<IReadOnlyList<IRenderable>> rows)
    {
        var all = rows.ToList();
        if (all.Count > 0)
        {
            console.WriteHeading(title);
            console.WriteTable(["", "", ""], all);
        }
    }

    private static IRenderable[] Row(string id, string state, string text) => Row(id, ConsoleRenderer.Cell(state), text);

    private static IRenderable[] Row(string id, IRenderable state, string text) =>
        [ConsoleRenderer.Cell(id), state, ConsoleRenderer.Cell(text)];

    private static Text StateCell(string state) => ConsoleRenderer.Cell(state, Styles.ForState(state));
}
