using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Gates;

namespace Newsroom.Domain.Stories.Work;

/// <summary>
/// Finds the work that waits in a story, from the ways of its gates and its next step. Checks, notes and holds wait in every open
/// story; other words of a draft wait for its authors and assignee, and in review for everyone whom a way names. Waivers and the lifting
/// of an embargo are exceptions, for which no one waits.
/// </summary>
public static class StoryWork
{
    private const int MaxWords = 200;

    private static readonly Dictionary<string, WorkKind> Kinds = new()
    {
        [Name<StoryCommand.FactCheck>()] = WorkKind.Check,
        [Name<StoryCommand.Approve>()] = WorkKind.Approve,
        [Name<StoryCommand.ResolveNote>()] = WorkKind.Note,
        [Name<StoryCommand.LiftHold>()] = WorkKind.Hold,
        [Name<StoryCommand.AttributeQuote>()] = WorkKind.Mark,
        [Name<StoryCommand.WithdrawQuote>()] = WorkKind.Mark,
        [Name<StoryCommand.DismissQuotation>()] = WorkKind.Mark,
        [Name<StoryCommand.FlagClaim>()] = WorkKind.Mark,
        [Name<StoryCommand.ReviseArticle>()] = WorkKind.Revise,
    };

    /// <summary>Lists the work that waits.</summary>
    /// <param name="story">The story.</param>
    /// <param name="text">Its texts.</param>
    /// <param name="gates">Its gates. An embargo is ignored: work that it prevents has the instant at which it ends.</param>
    public static ImmutableArray<WaitingWork> Of(Story story, StoryText text, ImmutableArray<GateResult> gates)
    {
        if (story.Closed() is { } closed)
        {
            return closed == ClosedState.Spiked ? [] : [.. WithoutPassage(story, gates), .. Notes(story)];
        }

        var lasting = gates.RemoveAll(gate => gate.Gate == Gate.EmbargoPassed);
        return
        [
            .. Passages(story, lasting).Select(work => Combined(story, work)),
            .. WithoutPassage(story, lasting),
            .. Notes(story),
            .. Assigned(story, text),
            .. FactChecks(story, text),
            .. NextSteps.Of(story, text, lasting).GroupBy(way => way.Command).Select(ways => Next(story, ways.Key, ways)),
        ];
    }

    /// <summary>Lists the checks that gates ask for, by passage.</summary>
    private static IEnumerable<List<Waiting>> Passages(Story story, ImmutableArray<GateResult> gates) =>
        WaitingIn(story, gates)
            .Where(w => w.Kind == WorkKind.Check && story.PassageOf(w.PassageId) is not null)
            .GroupBy(w => w.PassageId)
            .Select(same => same.ToList());

    private static IEnumerable<WaitingWork> WithoutPassage(Story story, ImmutableArray<GateResult> gates) =>
        OtherReasons(story, gates)
            .Select(work => Combined(story, work))
            .GroupBy(work => (work.Kind, work.Command, work.Subject, work.Body.ToJsonString()))
            .Select(same => same.First() with { Ways = WorkWays.ByRole(same.SelectMany(work => work.Ways)) });

    /// <summary>Lists the other reasons of gates, those with one subject or one audience together.</summary>
    private static IEnumerable<List<Waiting>> OtherReasons(Story story, ImmutableArray<GateResult> gates) =>
        WaitingIn(story, gates).Where(w => w.Kind != WorkKind.Check).GroupBy(w => w.Group).Select(same => same.ToList());

    private static IEnumerable<Waiting> WaitingIn(Story story, ImmutableArray<GateResult> gates) =>
        from gate in gates
        from reason in gate.Blocking
        from ways in reason.Ways.GroupBy(way => way.Command)
        where Kinds.ContainsKey(ways.Key)
        let kind = gate.Gate == Gate.LegalClearance && ways.Key == Name<StoryCommand.Approve>() ? WorkKind.Clear : Kinds[ways.Key]
        let waiting = WorkWays.ByRole(WaitsFor(story, kind, ways))
        where !waiting.IsEmpty
        select new Waiting(kind, reason, waiting);

    /// <summary>Restricts work on the words of a draft to its authors and assignee.</summary>
    private static IEnumerable<GateWay> WaitsFor(Story story, WorkKind kind, IEnumerable<GateWay> ways) =>
        story.Stage == Stage.Drafting && kind is WorkKind.Mark or WorkKind.Revise ? WorkWays.Only(ways, Revisers.OnTheStory(story)) : ways;

    private static WaitingWork Combined(Story story, List<Waiting> same)
    {
        var (kind, reason, ways) = same[0];
        var command = ways[0].Command;
        var passage = kind == WorkKind.Check ? story.PassageOf(same[0].PassageId) : null;
        var isSingle = kind is WorkKind.Approve or WorkKind.Clear;
        return new WaitingWork(
            kind,
            command,
            passage?.Id ?? reason.Subject,
            reason.Code,
            WorkWays.ByRole(same.SelectMany(w => w.Ways)),
            Since(story, kind, reason, passage)
        )
        {
            Body = BodyOf(story, command, reason, passage),
            Words = isSingle ? null : Cut(reason.Words),
            Count = isSingle || passage is not null ? 1 : same.Select(w => w.Reason).Distinct().Count(),
        };
    }

    private static DateTimeOffset Since(Story story, WorkKind kind, GateReason reason, Passage? passage) =>
        kind switch
        {
            WorkKind.Check => passage!.WordedAt,
            WorkKind.Note => story.Notes.First(n => n.Id == reason.Subject).At,
            WorkKind.Hold => story.Holds.First(h => h.Id == reason.Subject).At,
            WorkKind.Clear when story.LegalReview?.At > story.StageSince => story.LegalReview.At,
            _ => story.StageSince,
        };

    /// <summary>Returns the members of a command's body that follow from the reason.</summary>
    private static JsonObject BodyOf(Story story, string command, GateReason reason, Passage? passage) =>
        command switch
        {
            _ when passage is not null => new() { ["passage"] = passage.Id, ["fingerprint"] = passage.Fingerprint.Hex },
            "approve" => new() { ["fingerprint"] = story.Fingerprint.Hex },
            "resolve-note" => new() { ["note"] = reason.Subject },
            "lift-hold" => new() { ["hold"] = reason.Subject },
            "withdraw-quote" => new() { ["quote"] = reason.Quote },
            "attribute-quote" when reason.Quote is { } quote => Words(reason, new() { ["quote"] = quote }),
            "attribute-quote" or "flag-claim" or "dismiss-quotation" => Words(reason, []),
            _ => [],
        };

    private static JsonObject Words(GateReason reason, JsonObject body)
    {
        body["field"] = reason.Field!.Value.ToKebabCase();
        body["start"] = reason.Range!.Value.Start;
        if (reason.Words is { Length: <= MaxWords } words)
        {
            body["words"] = words;
        }

        return body;
    }

    /// <summary>Lists notes that need not be resolved, for the people on the story who did not write them.</summary>
    private static IEnumerable<WaitingWork> Notes(Story story) =>
        from note in story.Notes
        where !note.MustResolve
        let people = Revisers.OnTheStory(story).Remove(note.By)
        where !people.IsEmpty
        select new WaitingWork(
            WorkKind.Note,
            Name<StoryCommand.ResolveNote>(),
            note.Id,
            "note",
            WorkWays.ByRole([GateWay.By<StoryCommand.ResolveNote>() with { OnlyBy = people }]),
            note.At
        )
        {
            Body = new JsonObject { ["note"] = note.Id },
            Words = Cut(note.Text),
        };

    private static IEnumerable<WaitingWork> Assigned(Story story, StoryText text) =>
        story is { Stage: Stage.Drafting, Assignee: { } assignee } && !story.IsAuthor(assignee) && !story.IsPublishedAs(text.Article)
            ?
            [
                new WaitingWork(
                    WorkKind.Assigned,
                    Name<StoryCommand.ReviseArticle>(),
                    "story",
                    "assigned",
                    WorkWays.ByRole([GateWay.By<StoryCommand.ReviseArticle>() with { OnlyBy = [assignee] }]),
                    story.AssignedAt ?? story.StageSince
                ),
            ]
            : [];

    /// <summary>Lists the claims whose verdict waits to be shown to readers.</summary>
    private static IEnumerable<WaitingWork> FactChecks(Story story, StoryText text) =>
        from awaited in new FactCheckVerdicts(story).Awaited()
        let claim = awaited.Claim
        let ways = WorkWays.ByRole(ConfidentialWays.Restrict(story, [GateWay.By<StoryCommand.PublishFactCheck>()]))
        where !ways.IsEmpty
        select new WaitingWork(
            WorkKind.PublishFactCheck,
            Name<StoryCommand.PublishFactCheck>(),
            claim.Id,
            "fact-checked",
            ways,
            awaited.Supporting[^1].At
        )
        {
            Body = new JsonObject { ["claim"] = claim.Id, ["fingerprint"] = claim.Fingerprint.Hex },
            Words = Cut(claim.Range.Of(text.Article[claim.Field])),
        };

    private static WaitingWork Next(Story story, string command, IEnumerable<GateWay> ways)
    {
        var (kind, reason) = command switch
        {
            "submit-for-review" when story.SentBack is not null => (WorkKind.SentBack, "sent-back"),
            "submit-for-review" => (WorkKind.Submit, "draft"),
            "request-changes" => (WorkKind.Return, "unchanged"),
            "release" => (WorkKind.Release, "withheld"),
            "cancel-schedule" => (WorkKind.ScheduleFailed, story.ScheduleFailed!.Reason),
            _ => (WorkKind.Publish, "ready"),
        };
        return new WaitingWork(
            kind,
            command,
            "story",
            reason,
            WorkWays.ByRole(ways),
            kind switch
            {
                WorkKind.Publish => story.ChangedAt,
                WorkKind.Release => story.Publication.Withheld!.At,
                WorkKind.ScheduleFailed => story.ScheduleFailed!.At,
                _ => story.StageSince,
            }
        )
        {
            Words = kind switch
            {
                WorkKind.SentBack => Cut(story.SentBack!.Reason),
                WorkKind.Release => Cut(story.Publication.Withheld!.Reason),
                _ => null,
            },
            From = kind == WorkKind.Publish ? story.Embargo?.Until : null,
        };
    }

    private static string? Cut(string? words) => words is { Length: > MaxWords } ? GateSentences.Cut(words) : words;

    private static string Name<TCommand>()
        where TCommand : StoryCommand => CommandCatalog.Of<TCommand>().Name;

    /// <summary>A reason of a gate, and the ways of one command.</summary>
    private sealed record Waiting(WorkKind Kind, GateReason Reason, ImmutableArray<GateWay> Ways)
    {
        /// <summary>The passage to check: the subject, one that has the words, or the source of a headline's quotation.</summary>
        public string PassageId => Reason.Passage ?? Reason.Quote ?? Reason.Subject;

        /// <summary>
        /// Reasons with one value are one item: all of the article, those of a note or hold, and those of words that wait for the same
        /// people.
        /// </summary>
        public string Group =>
            Kind switch
            {
                WorkKind.Approve or WorkKind.Clear => $"{Kind}",
                WorkKind.Note or WorkKind.Hold => $"{Kind} {Reason.Subject}",
                _ => $"{Kind} {string.Join(';', Ways.Select(Audience))}",
            };

        private static string Audience(GateWay way) =>
            $"{way.Command} {way.Roles[0]} {string.Join(',', way.OnlyBy)} {string.Join(',', way.NotBy)}";
    }
}
