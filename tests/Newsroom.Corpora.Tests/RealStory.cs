using System.Text;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Tests.Text.Properties;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Tests.Properties;

/// <summary>A story from real revisions, with random passages and checks, and a reference model of the expected result.</summary>
internal sealed class RealStory
{
    private static readonly Actor Checker = Femi;
    private readonly System.Random chance;
    private readonly Dictionary<string, (string Words, string Attribution)> words = [];
    private Story story = null!;
    private StoryText text = null!;
    private VisibleText reader;

    public RealStory(string body, System.Random chance)
    {
        this.chance = chance;
        reader = VisibleText.OfMarkdown(body);
        var article = new Article("", "", body, "", "");
        Fold(new StoryDrafted("city", "en", "real", article, Fingerprints.Of(article), Normaliser.Version), Rita);
    }

    private string Body => text.Article.Body;

    /// <summary>Marks some runs of words as quotes (one with an attribution) and one sentence as a claim, and checks them all.</summary>
    public void Mark()
    {
        var places = Words(Body);
        for (var i = 0; i < 5 && places.Count > 20; i++)
        {
            var (first, count) = (chance.Next(places.Count - 20), 1 + chance.Next(14));
            var range = new TextRange(places[first].Start, places[first + count - 1].End);
            TextRange? attribution = i == 0 ? new TextRange(places[first + count].Start, places[first + count + 1].End) : null;
            var kind = i < 4 ? PassageKind.Quote : PassageKind.Claim;
            range = kind == PassageKind.Claim && reader.HasWords(range) ? reader.Sentences(range) : range;
            if (reader.HasWords(range) && !story.Passages.Any(p => p.Kind == kind && !p.IsOrphaned && p.Range.Overlaps(range)))
            {
                var id = $"{kind.ToKebabCase()[0]}{1 + (kind == PassageKind.Quote ? story.Numbers.Quotes : story.Numbers.Claims)}";
                Fold(
                    kind == PassageKind.Quote
                        ? new QuoteAttributed(
                            id,
                            ArticleField.Body,
                            range,
                            range.Of(Body),
                            "ada",
                            attribution,
                            attribution?.Of(Body),
                            Fingerprints.OfQuote(reader, range, "ada", attribution),
                            Normaliser.Version
                        )
                        : new ClaimFlagged(
                            id,
                            ArticleField.Body,
                            range,
                            range.Of(Body),
                            Fingerprints.OfClaim(reader, range),
                            Normaliser.Version
                        ),
                    Rita
                );
                Fold(new FactChecked(id, story.PassageOf(id)!.Fingerprint, range.Of(Body), Verdict.Verified, null, [Tape], null), Checker);
                words[id] = Read(story.PassageOf(id)!);
            }
        }
    }

    /// <summary>Revises, checks the properties of every passage, and returns the result for each.</summary>
    public IEnumerable<string> Revise(string body)
    {
        if (body == Body)
        {
            yield break;
        }

        var (was, bodyBefore) = (story, Body);
        foreach (
            var happened in RevisionEffects.Revision(story, text, ArticleEdits.Between(text.Article, text.Article with { Body = body }))
        )
        {
            Fold(happened, Rob);
        }

        Body.ShouldBe(body);
        reader = VisibleText.OfMarkdown(body);
        var newspaper = Normaliser.Normalise(reader.Text);
        foreach (var (old, now) in was.Passages.Zip(story.Passages))
        {
            var (wanted, said) = words[old.Id];
            var told = $"{old.Id} {old.Range} → {now.Range} of {story.Version}, «{wanted}» [{said}]";
            var same = !now.IsOrphaned && Read(now) == words[old.Id];
            (now.Fingerprint == old.Fingerprint && !now.IsOrphaned).ShouldBe(same, told);
            now.Checks.ShouldAllBe(c => c.Standing == (!now.IsOrphaned && c.Fingerprint == now.Fingerprint), told);
            if (!newspaper.Contains(wanted, StringComparison.Ordinal) || !newspaper.Contains(said, StringComparison.Ordinal))
            {
                same.ShouldBeFalse($"{told} is not to be read any more");
            }
            else if (
                !same
                && old.Kind == PassageKind.Quote
                && ReferenceSearch.Once(reader, wanted) is { } place
                && (said.Length == 0 || (ReferenceSearch.Once(reader, said) is { } behind && !behind.Overlaps(place)))
            )
            {
                story
                    .Passages.Any(p => p != now && p.Kind == old.Kind && !p.IsOrphaned && p.Range.Overlaps(place))
                    .ShouldBeTrue($"{told} occurs at {place}: «{place.Of(body)}»");
            }

            yield return Fate(old, now, bodyBefore);
            words[old.Id] = now.IsOrphaned ? words[old.Id] : Read(now);
        }
    }

    private string Fate(Passage old, Passage now, string before) =>
        (old, now) switch
        {
            ({ IsOrphaned: true }, { IsOrphaned: true }) => "still lost",
            (_, { IsOrphaned: true }) => "orphaned",
            ({ IsOrphaned: true }, _) => "found again",
            _ when now.CarriedFrom.Length > old.CarriedFrom.Length => "moved",
            _ when now.Fingerprint == old.Fingerprint => old.Shown(before) == now.Shown(Body) ? "intact" : "typography only",
            _ when old.StandingChecks.Any() => "lapsed",
            _ => now.StandingChecks.Any() ? "reinstated" : "reworded again",
        };

    private (string Words, string Attribution) Read(Passage passage) =>
        (
            Normaliser.Normalise(reader.Words(passage.Range)),
            passage.Attribution is { } range ? Normaliser.Normalise(reader.Words(range)) : ""
        );

    private static List<TextRange> Words(string body)
    {
        var (places, at) = (new List<TextRange>(), 0);
        foreach (var token in TextTokens.Of(body))
        {
            if (Rune.TryGetRuneAt(token, 0, out var first) && TextTokens.IsWord(first))
            {
                places.Add(new TextRange(at, at + token.Length));
            }

            at += token.Length;
        }

        return places;
    }

    private void Fold(StoryEvent happened, Actor by)
    {
        var metadata = new EventMetadata((story?.Version ?? 0) + 1, Start, by.Person, null);
        story = Story.Evolve(story, Guid.Empty, happened, metadata);
        text = StoryText.Evolve(text, Guid.Empty, happened, metadata)!;
    }
}
