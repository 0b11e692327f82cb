using Newsroom.Cli.Asking;
using Newsroom.Cli.Screens;
using Newsroom.Cli.Serving;
using Newsroom.Cli.Stories;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom show</c>: a story, its words, and what people have said about them.</summary>
internal static class Show
{
    /// <summary>The verb.</summary>
    public static Verb Verb()
    {
        var story = new StoryArgument();
        var moment = new MomentOptions();
        return new Verb("show", "A story: its words, quotes, claims, notes, holds, embargo, legal review, waivers, dismissals and approvals; of the past, its gates too.", [story, .. moment.All], async run =>
        {
            var id = await run.Find(run.Of(story)!);
            await run.Read<StoryPage>(Query.Of($"stories/{id}", moment.Of(run)), Page);
        });
    }

    private static void Page(Screen screen, StoryPage story)
    {
        screen.Say($"{story.Slug}: version {story.Version}, {story.Stage}, {Publication(story.Publication)}", Styles.Title);
        screen.Say(
            $"{story.Id} · {story.Desk} · {story.Language} · {(story.Assignee is { } assignee ? $"assigned to {Screen.Person(assignee)}" : "assigned to nobody")}"
            + $" · by {string.Join(", ", story.Authors.Select(Screen.Person))} · changed {screen.Time(story.ChangedAt)}",
            Styles.Aside);
        foreach (var text in story.Article.Texts)
        {
            screen.Line();
            screen.Say(text.TrimEnd());
        }

        Passages(screen, "Quotes", story.Quotes);
        Passages(screen, "Claims", story.Claims);
        Section(screen, "Notes", story.Notes.Select(n => Row(
            n.Id,
            Screen.Words(n.MustResolve ? "must be resolved" : "", Styles.Open),
            $"{Screen.Person(n.By)}, {screen.Time(n.At)}{(n.Passage is { } passage ? $", on {passage}" : "")}: {n.Text}")));
        Section(screen, "Holds", story.Holds.Select(h => Row(h.Id, Screen.Words(h.Role, Styles.Bad), $"{Screen.Person(h.By)}, {screen.Time(h.At)}: {h.Reason}")));
        Stops(screen, story);
        Section(screen, "Approvals", story.Approvals.Select(a => Row(Screen.Person(a.By), State(a.Standing ? "stands" : "lapsed"), $"as {a.As}, {screen.Time(a.At)}")));
        Section(screen, "Gates then", (story.Gates ?? []).Select(g => Row(g.Outcome switch { "passed" => "✓", "waived" => "~", _ => "✗" }, Screen.Words(g.Gate, g.Outcome == "failed" ? Styles.Bad : Styles.Good), string.Join('\n', g.Reasons.Select(r => r.Message)))));
        screen.Line();
        screen.Say($"The article at version {story.Version} has the fingerprint {Screen.Short(story.Fingerprint)}.");
    }

    private static void Stops(Screen screen, StoryPage story)
    {
        Section(screen, "Embargo", story.Embargo is { } embargo
            ? [Row($"until {screen.Time(embargo.Until)}", Screen.Words(""), $"{Screen.Person(embargo.By)}, {screen.Time(embargo.At)}{(embargo.Reason is { } why ? $": {why}" : "")}")]
            : []);
        Section(
            screen,
            "Legal review",
            story.LegalReview is { } review
                ? [Row("requested", Screen.Words(""), $"{Screen.Person(review.By)}, {screen.Time(review.At)}: {review.Reason}")]
                : []);
        Section(
            screen,
            "Waivers",
            (story.Waivers ?? [])
                .Select(w => Row(w.Gate, Screen.Words(w.Subject), $"{Screen.Person(w.By)}, {screen.Time(w.At)}: {w.Reason}")));
        Section(
            screen,
            "Dismissed quotations",
            (story.Dismissals ?? [])
                .Select(
                    d => Row(Screen.Short(d.Fingerprint), Screen.Words(""), $"{Screen.Person(d.By)}, {screen.Time(d.At)}: {d.Reason}")));
    }

    private static void Passages(Screen screen, string title, IEnumerable<PassagePage> passages) =>
        Section(screen, title, passages.Select(p => Row(p.Id, State(p.State), string.Join('\n', Lines(screen, p)))));

    private static IEnumerable<string> Lines(Screen screen, PassagePage passage) =>
    [
        passage.Attributed,
        .. passage.Checks.Select(c => $"{Screen.Person(c.Checker)}, {screen.Time(c.At)}: {c.Verdict}{(c.Standing ? "" : " (lapsed)")}{(c.Reason is { } reason ? $", {reason}" : "")}"),
        $"{(passage.Field == "body" ? "" : $"{passage.Field}, ")}fingerprint {Screen.Short(passage.Fingerprint)}",
    ];

    private static void Section(Screen screen, string title, IEnumerable<IReadOnlyList<IRenderable>> rows)
    {
        var all = rows.ToList();
        if (all.Count > 0)
        {
            screen.Title(title);
            screen.Table(["", "", ""], all);
        }
    }

    private static IRenderable[] Row(string id, IRenderable state, string words) => [Screen.Words(id), state, Screen.Words(words)];

    private static Text State(string state) => Screen.Words(state, Styles.OfState(state));

    private static string Publication(PublicationPage publication) => publication.Edition == 0 ? publication.Status : $"{publication.Status} (edition {publication.Edition})";
}
