using System.Globalization;
using System.Text.Json.Nodes;
using Newsroom.Client.Stories;
using Newsroom.Client.Worklists;
using Newsroom.Console.Pages;
using Newsroom.Console.Text;

namespace Newsroom.Console.Managing;

/// <summary>
/// The forms of commands that other pages have no form for. The page shows those that the API would accept from the person.
/// </summary>
internal static class StoryForms
{
    /// <summary>The most exceptions to gates that one page offers.</summary>
    public const int MaxWaivers = 20;

    /// <summary>What the sample of a command has in place of words.</summary>
    public const string SampleWords = "Sample";

    private static readonly string[] Genres = ["report", "fact-check"];

    private static readonly string[] Priorities = ["low", "normal", "high", "urgent"];

    /// <summary>Returns the forms for a story.</summary>
    /// <param name="story">The story.</param>
    /// <param name="gates">Its gates.</param>
    /// <param name="names">The names of people.</param>
    /// <param name="visit">What the page shows of the person.</param>
    /// <param name="revision">The version whose words the person wants back; null for none.</param>
    public static IReadOnlyList<FormSection> Of(
        StoryDetails story,
        GateReport gates,
        PersonNames names,
        Visit visit,
        long? revision
    )
    {
        var clock = visit.ClockOf(story.Desk);
        return
        [
            new("describe", "Description and plan", [Describe(story, visit.Desks), Plan(story, clock)]),
            new("stops", "Embargo, holds and legal review", [.. Stops(story, clock, visit.Now)]),
            new("readers", "Who may read it", [.. Confidentiality(story, names)]),
            new("fact-checks", "Verdicts for readers", [.. PublicFactChecks.Of(story, visit.DeskOf(story.Desk)?.Scale ?? [])]),
            new("words", "Words", [Restore(story, revision), .. Withdrawals(story)]),
            new("gates", "Exceptions to gates", [.. Waivers(story, gates).Take(MaxWaivers)]),
            new("stage", "Approval and stage", [.. Stages(story)]),
        ];
    }

    private static StoryForm Describe(StoryDetails story, IReadOnlyList<BoardDesk> desks) =>
        new(
            "describe-story",
            "Change the description",
            Command(story, "describe-story", ("byline", story.Article.Byline == SampleWords ? "" : SampleWords)),
            [
                new("desk", "Desk", story.Desk) { Choices = [.. desks.Select(desk => (desk.Id, desk.Name))] },
                new("language", "Language, such as en or nb-NO", story.Language),
                new("genre", "Genre", story.Genre) { Choices = InWords(Genres) },
                new("slug", "Slug: the end of the published address", story.Slug),
                new("byline", "Byline", story.Article.Byline),
                new("dateline", "Dateline", story.Article.Dateline),
            ]
        );

    private static StoryForm Plan(StoryDetails story, DeskClock clock) =>
        new(
            "plan-story",
            "Plan",
            Command(story, "plan-story", ("priority", story.Priority == Priorities[0] ? Priorities[1] : Priorities[0])),
            [
                new("priority", "Priority", story.Priority) { Choices = InWords(Priorities) },
                new("due", $"Due {LocalTimes.Example(clock)} (optional)", story.Due is { } due ? clock.Write(due) : ""),
            ]
        );

    private static IEnumerable<StoryForm> Stops(StoryDetails story, DeskClock clock, DateTimeOffset now)
    {
        var tomorrow = now.AddDays(1).ToString("O", CultureInfo.InvariantCulture);
        yield return new(
            "set-embargo",
            story.Embargo is null ? "Set an embargo" : "Change the embargo",
            Command(story, "set-embargo", ("until", tomorrow)),
            [new("until", $"Until {LocalTimes.Example(clock)}"), FormField.Reason(isOptional: true)]
        );
        yield return WithReason(story, "lift-embargo", "Lift the embargo", isOptional: true);
        yield return WithReason(story, "place-hold", "Place a hold") with
        {
            Explanation = "Nothing is published until the hold is lifted.",
        };
        yield return WithReason(story, "request-legal-review", "Ask for a legal review");
    }

    private static IEnumerable<StoryForm> Confidentiality(StoryDetails story, PersonNames names)
    {
        var form = WithReason(story, "mark-confidential", story.Confidential is null ? "Make it confidential" : "Change who may read it");
        var people = names.People.Select(person => (person.Id, person.Name)).ToList();
        var admitted = story.Confidential?.Readers ?? [];
        yield return form with
        {
            Explanation = "Its drafter, authors and assignee, everyone who acted on it, editors, legal and chief-editors may read it, and:",
            Fields =
            [
                new(CommandForms.Readers, "Other readers")
                {
                    Choices = people,
                    IsMultiple = true,
                    Values = admitted,
                },
                .. form.Fields,
            ],
        };
        yield return WithReason(story, "lift-confidentiality", "Open it to the staff");
    }

    private static StoryForm Restore(StoryDetails story, long? revision)
    {
        var version = revision ?? 1;
        return new(
            CommandForms.Restore,
            "Bring back these words",
            new NamedCommand(CommandForms.Restore, new JsonObject { ["version"] = version }, story.Version),
            [new(CommandForms.Revision, "Version", revision?.ToString(CultureInfo.InvariantCulture) ?? "")]
        )
        {
            Explanation = "Headline, standfirst and body become those of an earlier version; the versions between stay in the record.",
        };
    }

    private static IEnumerable<StoryForm> Withdrawals(StoryDetails story)
    {
        (string Member, string Label, IReadOnlyList<PassageDetails> Passages)[] kinds =
        [
            ("quote", "Withdraw the quote", story.Quotes),
            ("claim", "Withdraw the claim", story.Claims),
        ];
        foreach (var (member, label, passages) in kinds.Where(kind => kind.Passages.Count > 0))
        {
            yield return new(
                $"withdraw-{member}",
                label,
                Command(story, $"withdraw-{member}", (member, passages[0].Id), ("reason", SampleWords)),
                [
                    new(member, Codes.Title(member))
                    {
                        Choices = [.. passages.Select(passage => (passage.Id, $"{passage.Id}: {Excerpts.Of(passage.Words)}"))],
                    },
                    FormField.Reason(),
                ]
            );
        }
    }

    private static IEnumerable<StoryForm> Waivers(StoryDetails story, GateReport gates) =>
        from gate in gates.Gates
        from reason in gate.Reasons
        where reason.Waiver is null && reason.Fingerprint is not null && reason.Ways.Any(way => way.Command == CommandForms.WaiveGate)
        select new StoryForm(
            CommandForms.IdOf(CommandForms.WaiveGate, gate.Gate, reason.Subject),
            $"Make an exception for {reason.Subject}",
            Command(
                story,
                CommandForms.WaiveGate,
                ("gate", gate.Gate),
                ("subject", reason.Subject),
                ("fingerprint", reason.Fingerprint!),
                ("reason", SampleWords)
            ),
            [FormField.Reason()]
        )
        {
            Explanation = $"{Codes.Title(gate.Gate)}: {reason.Message}",
            Known = [("gate", gate.Gate), ("subject", reason.Subject), ("fingerprint", reason.Fingerprint!)],
        };

    private static IEnumerable<StoryForm> Stages(StoryDetails story) =>
        [
            WithReason(story, "withdraw-approval", "Withdraw my approval", isOptional: true),
            WithReason(story, "spike", "Spike") with
            {
                Explanation = "The work on it ends. It can be taken up again.",
            },
            WithReason(story, "unspike", "Take it up again", isOptional: true),
        ];

    private static StoryForm WithReason(StoryDetails story, string command, string label, bool isOptional = false) =>
        new(
            command,
            label,
            isOptional ? Command(story, command) : Command(story, command, ("reason", SampleWords)),
            [FormField.Reason(isOptional)]
        );

    internal static NamedCommand Command(StoryDetails story, string name, params ReadOnlySpan<(string Name, string Value)> members)
    {
        var body = new JsonObject();
        foreach (var (member, value) in members)
        {
            body[member] = value;
        }

        return new NamedCommand(name, body, story.Version);
    }

    internal static List<(string Value, string Words)> InWords(string[] codes) => [.. codes.Select(code => (code, Codes.InWords(code)))];
}
