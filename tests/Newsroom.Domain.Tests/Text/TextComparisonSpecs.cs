using CsCheck;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Text;

public sealed class TextComparisonSpecs
{
    [Fact]
    public void Removed_and_inserted_words_are_shown_in_place() =>
        Told(Of("It fell in the night.\n"), Of("It stands in the night!\n"))
            .ShouldBe("body: It [-fell-]{+stands+} in the night[-.-]{+!+}\n");

    [Fact]
    public void Moved_words_are_shown_once_at_each_place() =>
        Told(
                Of("One two three four. Rain fell.\n\nThe wall is 31 metres long.\n"),
                Of("Rain fell.\n\nThe wall is 31 metres long. One two three four.\n")
            )
            .ShouldBe("body: [1<One two three four.<1][- -]Rain fell.\n\nThe wall is 31 metres long.{+ +}[1>One two three four.>1]\n");

    [Fact]
    public void A_changed_phrase_is_one_change() =>
        Told(Of("It fell in the night, and then."), Of("It fell at early dawn, and then."))
            .ShouldBe("body: It fell [-in the night-]{+at early dawn+}, and then.");

    [Fact]
    public void Only_texts_that_differ_are_shown() => TextComparison.Between(Of("a"), Of("a")).ShouldBeEmpty();

    [Fact]
    public void Without_insertions_it_is_the_earlier_text_and_without_removals_the_later() =>
        Gen.Select(RandomTexts.TextAndRevision, RandomTexts.TextAndRevision)
            .Sample(
                pair =>
                {
                    var ((headline, after), (body, revised)) = pair;
                    var (before, now) = (new Article(headline, "", body, "", ""), new Article(after, "", revised, "", ""));
                    TextComparison.Between(before, now).IsEmpty.ShouldBe(before == now);
                    foreach (var text in TextComparison.Between(before, now))
                    {
                        Words(text, StretchChange.Added, StretchChange.MovedHere).ShouldBe(before[text.Field]);
                        Words(text, StretchChange.Removed, StretchChange.MovedAway).ShouldBe(now[text.Field]);
                    }

                    var moved = TextComparison
                        .Between(before, now)
                        .SelectMany(t => t.Stretches)
                        .Where(s => s.Move is not null)
                        .GroupBy(s => s.Move!.Value)
                        .ToList();
                    moved.ShouldAllBe(m =>
                        m.Count() == 2
                        && m.Select(s => s.Words).Distinct().Count() == 1
                        && m.Select(s => s.Change).Order().SequenceEqual(new[] { StretchChange.MovedAway, StretchChange.MovedHere })
                    );
                },
                iter: Iterations.Cases
            );

    private static Article Of(string body) => new("", "", body, "", "");

    private static string Words(TextComparison text, params StretchChange[] without) =>
        string.Concat(text.Stretches.Where(s => !without.Contains(s.Change)).Select(s => s.Words));

    private static string Told(Article before, Article after) =>
        string.Join(
            '|',
            TextComparison.Between(before, after).Select(t => $"{t.Field.ToKebabCase()}: {string.Concat(t.Stretches.Select(Told))}")
        );

    private static string Told(ComparedStretch stretch) =>
        stretch.Change switch
        {
            StretchChange.Removed => $"[-{stretch.Words}-]",
            StretchChange.Added => $"{{+{stretch.Words}+}}",
            StretchChange.MovedAway => $"[{stretch.Move}<{stretch.Words}<{stretch.Move}]",
            StretchChange.MovedHere => $"[{stretch.Move}>{stretch.Words}>{stretch.Move}]",
            _ => stretch.Words,
        };
}
