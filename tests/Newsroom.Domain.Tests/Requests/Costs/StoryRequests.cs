using System.Text;
using System.Text.Json;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text.Quotations;
using Newsroom.Ledger;

namespace Newsroom.Domain.Tests.Requests.Costs;

/// <summary>Runs the domain's part of each request for a story with a given body.</summary>
internal sealed class StoryRequests
{
    /// <summary>The bytes reserved around the text.</summary>
    public const int Room = 64;

    private const string Claim = "It cost 3 million.";

    // The distance of edits of both sides of a merge: just fewer than the limit of individually resolved edits.
    private const int Apart = 24;

    private static readonly Guid Id = new("0198c0de-0000-7000-8000-000000000001");
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Desk City = new("city", "City", "en");

    private readonly string text;
    private readonly List<StoryEvent> events = [];
    private StorySnapshot? now;
    private StorySnapshot? before;

    private StoryRequests(string text) => this.text = text;

    /// <summary>Lists the requests in order, by name. Without requests after a refused draft, which has no story.</summary>
    public static IEnumerable<(string Name, Action Run)> For(string text)
    {
        var story = new StoryRequests(text);
        yield return ("draft", story.Draft);
        if (story.now is null)
        {
            yield break;
        }

        yield return ("flag-claim", story.Flag);
        foreach (var merge in Merges(story.now))
        {
            yield return merge;
        }

        yield return ("revise", () => story.Revise(text.Insert(text.Length / 2, "x") + $"\n\n{Claim}"));
        yield return ("rewrite", () => story.Revise($"{Claim}\n\n{Turned(text)}"));
        yield return ("revise again", () => story.Revise($"{Claim}\n\n{text}"));
        yield return ("restore", story.Restore);
        yield return ("gates", () => GateList.Evaluate(story.now.Story, story.now.Text, Policy.Default, At));
        yield return ("gates with a finding", story.GatesWithFinding);
        yield return ("quoted", () => QuotedList.Of(story.now.Story, story.now.Text, QuotationFinder.MinWords));
        yield return ("attribute", story.Attribute);
        yield return ("dismiss-proposed", story.DismissProposed);
        yield return ("diff", () => StoryDiff.Between(story.before!, story.now));
        yield return (
            "bundle diff",
            () => Newsroom.Evidence.V1.TextComparison.Compare(story.before!.Text.Article, story.now.Text.Article, CancellationToken.None)
        );
        yield return ("correction", () => CorrectedContent.Between(story.before!.Text.Article, story.now.Text.Article));
        yield return ("blame", () => BlamedText.Of(story.now));
        yield return ("replay", () => story.Replay());
        yield return ("history", () => story.events.ForEach(happened => Sentences.Of(happened, Rita.Person)));
        yield return ("search", () => SearchWords.Of(story.now.Text.Article));
        yield return ("ledger", () => story.events.ForEach(Commit));
        yield return ("import", story.Import);
        yield return ("import a merge", story.ImportMerge);
        yield return ("sentences", () => SentenceFinder.Widen(text, new TextRange(text.Length / 2, (text.Length / 2) + 1)));
        yield return ("find words", () => _ = new WordSearch(text).Find(text[(text.Length / 2)..]).Count());
    }

    private static readonly ImportContext Imported = new(City, null, "wall", "wall.md");

    private static DecisionContext By(Actor actor) => new(actor, At);

    private static ReviseArticle Revision(string body, long version) => new() { Body = body, BasedOn = version };

    private static string Turned(string text) => new([.. text.Reverse().Where(c => !char.IsSurrogate(c) && c != '\r')]);

    /// <summary>Inserts a word at regular distances.</summary>
    private static string Sprinkled(string text, string word, int from)
    {
        var result = new StringBuilder(text.Length + (text.Length / Apart * word.Length));
        var copied = 0;
        for (var at = from; at < text.Length; at += Apart)
        {
            var place = char.IsLowSurrogate(text[at]) ? at + 1 : at;
            result.Append(text, copied, place - copied).Append(word);
            copied = place;
        }

        return result.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Removes the last sixth of a text, as room for insertions.</summary>
    private static string Shortened(string text) => text[..Whole(text, text.Length - (text.Length / 6))];

    private static int Whole(string text, int end) => end < text.Length && char.IsLowSurrogate(text[end]) ? end - 1 : end;

    private static IEnumerable<(string Name, Action Run)> Merges(StorySnapshot first)
    {
        var body = first.Text.Article.Body;
        var part = Encoding.UTF8.GetByteCount(body) > TextRules.MaxBytes / 2 ? Shortened(body) : body;
        yield return ("merge apart", () => Merge(first, Sprinkled(part, " xx ", 4), Sprinkled(part, " yy ", 16)));
        yield return ("merge at the same places", () => Merge(first, Sprinkled(part, " xx ", 4), Sprinkled(part, " yy ", 4)));
        yield return ("merge the same", () => Merge(first, Sprinkled(part, " xx ", 4), Sprinkled(part, " xx ", 4)));
        yield return ("merge rewritten", () => Merge(first, Turned(part), Turned(Sprinkled(part, " yy ", 4))));
        yield return ("merge lines", () => Merge(first, Lines(part, "\n\n"), Lines(part, " \n")));
        var half = Whole(part, part.Length / 2);
        yield return ("merge halves", () => Merge(first, part[..half], $"x{part[half..]}"));
        yield return ("merge own saves", () => MergeOwn(first, Sprinkled(part, " xx ", 4)));
    }

    private static string Lines(string text, string lineEnd) => text.Replace("\n", lineEnd, StringComparison.Ordinal);

    private static void MergeOwn(StorySnapshot first, string saved) => Merge(first, saved, Sprinkled(saved, " yy ", 16), Rita);

    /// <summary>Revises a story that a colleague has revised meanwhile.</summary>
    private static void Merge(StorySnapshot first, string theirs, string mine, Actor? colleague = null)
    {
        var by = colleague ?? Ed;
        var since = first.Story.Version;
        var revised = StoryDecider.Decide(
            first,
            Revision(theirs, since),
            By(by) with
            {
                Concurrent = ConcurrentRevisions.Since(since, []),
            }
        );
        if (revised is not AcceptedStoryCommand accepted)
        {
            return;
        }

        var happened = accepted
            .Events.Select((e, i) => (Event: e, Metadata: new EventMetadata(since + 1 + i, At, by.Person, accepted.As)))
            .ToList();
        var second = happened.Aggregate(first, (at, next) => StorySnapshot.Evolve(at, Id, next.Event, next.Metadata));
        StoryDecider.Decide(second, Revision(mine, since), By(Rita) with { Concurrent = ConcurrentRevisions.Since(since, happened) });
    }

    private static void Commit(StoryEvent happened) =>
        Commitment.Of(
            Commitment.NewSalt(),
            CanonicalJson.Of(JsonSerializer.SerializeToUtf8Bytes(happened, happened.GetType(), StorySpec.Storage))
        );

    private Decision<StoryEvent> Decide(StoryCommand command, Actor by) =>
        StoryDecider.Decide(now, command, By(by) with { Concurrent = ConcurrentRevisions.Since(now!.Story.Version, []) });

    private void Draft()
    {
        var command = new DraftArticle("city") { Headline = "Wall", Body = $"{Claim}\n\n{text}" };
        var isRefused = TextRules.Refuse(ArticleField.Body, command.Body) is not null;
        if (!isRefused)
        {
            Follow(StoryDecider.Decide(null, command, By(Rita) with { Desk = City, Slug = "wall" }));
        }
    }

    private void Flag()
    {
        var command = new FlagClaim(Claim) { Start = 0, BasedOn = now!.Story.Version };
        Follow(Decide(command, Rita));
    }

    private void Revise(string body) => Follow(Decide(Revision(body, now!.Story.Version), Rita));

    private void DismissProposed() => Decide(new DismissProposed("Nobody said it.") { BasedOn = now!.Story.Version }, Ed);

    private void Restore() =>
        StoryDecider
            .Decide(now, new RestoreRevision(1) { BasedOn = now!.Story.Version }, By(Rita) with { Restored = before!.Text })
            .ShouldBeOfType<AcceptedStoryCommand>();

    private void Attribute()
    {
        var command = new AttributeQuote("cost 3 million", "ada") { Start = 3, BasedOn = now!.Story.Version };
        var speaker = new Domain.Speakers.Speaker("ada", "Ada Berg", "mayor");
        StoryDecider.Decide(
            now,
            command,
            By(Rita) with
            {
                Speaker = speaker,
                Concurrent = ConcurrentRevisions.Since(now.Story.Version, []),
            }
        );
    }

    private void GatesWithFinding()
    {
        var check = new FactCheck("c1", now!.Story.Passages[0].Fingerprint, Verdict.Wrong) { Reason = "The tape says otherwise." };
        var decision = Decide(check, Femi);
        var accepted = decision.ShouldBeOfType<AcceptedStoryCommand>();
        var found = StorySnapshot.Evolve(
            now,
            Id,
            accepted.Events[0],
            new EventMetadata(now.Story.Version + 1, At, Femi.Person, accepted.As)
        );
        GateList.Evaluate(found.Story, found.Text, Policy.Default, At);
    }

    private void Import()
    {
        var change = new FileChange("c0ffee", At, "rita@git", "Write.", "wall.md", text);
        if (StoryDecider.Decide(null, change, Imported) is AcceptedStoryCommand begun)
        {
            var at = StorySnapshot.Evolve(null, Id, begun.Events[0], new EventMetadata(1, At, Rita.Person, begun.As));
            StoryDecider.Decide(at, change with { Text = Turned(text) }, Imported);
        }
    }

    // Each further branch costs the same; the client does this work, not the host.
    private void ImportMerge()
    {
        var (branch, merged) = (Sprinkled(text, " yy ", 4), Sprinkled(text, " zz ", 12));
        ImportingAuthors.Of(
            text,
            [new FileVersion(text, [], []), new FileVersion(branch, ["bo@git"], [0]), new FileVersion(merged, ["ed@git"], [0, 1])],
            "ed@git"
        );
    }

    private void Replay()
    {
        StorySnapshot? at = null;
        for (var i = 0; i < events.Count; i++)
        {
            at = StorySnapshot.Evolve(at, Id, events[i], new EventMetadata(i + 1, At, Rita.Person, Role.Reporter));
        }
    }

    private void Follow(Decision<StoryEvent> decision)
    {
        if (decision is not AcceptedStoryCommand accepted)
        {
            return;
        }

        before = now;
        foreach (var happened in accepted.Events)
        {
            events.Add(happened);
            now = StorySnapshot.Evolve(now, Id, happened, new EventMetadata(events.Count, At, Rita.Person, accepted.As));
        }
    }
}
