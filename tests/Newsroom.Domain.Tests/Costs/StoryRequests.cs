using Newsroom.Domain.Desks;

namespace Newsroom.Domain.Tests.Costs;

/// <summary>What the domain does for each request about a story with one given text as its body.</summary>
internal sealed class StoryRequests
{
    /// <summary>Bytes that are put around the text.</summary>
    public const int Room = 64;

    private const string Claim = "It cost 3 million.";

    private static readonly Guid Id = new("0198c0de-0000-7000-8000-000000000001");
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Desk City = new("city", "City", "en");

    private readonly string text;
    private readonly List<StoryEvent> events = [];
    private StoryAt? now;
    private StoryAt? before;

    private StoryRequests(string text) => this.text = text;

    /// <summary>Every request in order, by name. Requests that follow a refused draft are left out: there is no such story.</summary>
    public static IEnumerable<(string Name, Action Run)> For(string text)
    {
        var story = new StoryRequests(text);
        yield return ("draft", story.Draft);
        if (story.now is null)
        {
            yield break;
        }

        yield return ("flag-claim", story.Flag);
        yield return ("revise", () => story.Revise(text.Insert(text.Length / 2, "x") + $"\n\n{Claim}"));
        yield return ("rewrite", () => story.Revise($"{Claim}\n\n" + new string([.. text.Reverse().Where(c => !char.IsSurrogate(c) && c != '\r')])));
        yield return ("revise again", () => story.Revise($"{Claim}\n\n{text}"));
        yield return ("gates", () => GateList.Evaluate(story.now.Story, story.now.Text, Policy.Default, At));
        yield return ("quoted", () => QuotedList.Of(story.now.Story, story.now.Text, QuotationFinder.FewestWords));
        yield return ("diff", () => StoryDiff.Between(story.before!, story.now));
        yield return ("blame", () => BlamedText.Of(story.now));
        yield return ("history", () => story.events.ForEach(happened => Sentences.Of(happened, Rita.Person)));
        yield return ("search", () => SearchWords.Of(story.now.Text.Article));
        yield return ("sentences", () => SentenceFinder.Widen(text, new TextRange(text.Length / 2, (text.Length / 2) + 1)));
        yield return ("find words", () => _ = new WordSearch(text).Find(text[(text.Length / 2)..]).Count());
    }

    private static ReviseArticle Revision(string body, long version) => new() { Body = body, BasedOn = version };

    private void Draft() => Follow(Refused(ArticleField.Body, $"{Claim}\n\n{text}") ?? Drafting.Draft(new DraftArticle("city") { Headline = "Wall", Body = $"{Claim}\n\n{text}" }, City, "wall", false, Rita));

    private void Flag() => Follow(Quoting.Flag(now!.Story, now.Text, new FlagClaim(Claim) { Start = 0, BasedOn = now.Story.Version }, Meanwhile.Since(now.Story.Version, []), Rita));

    private void Revise(string body) => Follow(Drafting.Revise(now!.Story, now.Text, Revision(body, now.Story.Version), Meanwhile.Since(now.Story.Version, []), Rita));

    private static Decision.Refused? Refused(ArticleField field, string text) => TextRules.Refuse(field, text) is { } refusal ? new Decision.Refused(refusal) : null;

    private void Follow(Decision decision)
    {
        if (decision is not Decision.Accepted accepted)
        {
            return;
        }

        before = now;
        foreach (var happened in accepted.Events)
        {
            events.Add(happened);
            now = StoryAt.Evolve(now, Id, happened, new Stamp(events.Count, At, Rita.Person, accepted.As));
        }
    }
}
