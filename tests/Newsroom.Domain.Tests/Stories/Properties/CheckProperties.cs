using CsCheck;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories.Properties;

/// <summary>Checks are bound to their words, for any words.</summary>
public sealed class CheckProperties
{
    private static readonly string[] Vocabulary =
    [
        "rain",
        "sun",
        "wind",
        "fell",
        "rose",
        "and",
        "the",
        "3",
        "1,000",
        "—",
        "…",
        "“so”",
        "said.",
        "day.",
    ];
    private static readonly Gen<string> Words = Gen.Int[0, Vocabulary.Length - 1]
        .Array[1, 6]
        .Select(words => string.Join(' ', words.Select(w => Vocabulary[w])));
    private static readonly Gen<string> SomeWords = Gen.OneOf(Gen.Const(""), Words);

    [Fact]
    public void An_edit_outside_a_passage_never_lapses_its_check() =>
        Gen.Select(Words, SomeWords, SomeWords, SomeWords, SomeWords)
            .Select(
                (words, before, behind, newBefore, newBehind) =>
                    (Words: words, Text: $"{before}\n\n{words}\n\n{behind}", Revised: $"{newBefore}\n\n{words}\n\n{newBehind}")
            )
            .Where(c =>
                c.Text != c.Revised
                && Occurrences(c.Text, c.Words) == 1
                && Occurrences(c.Revised, c.Words) == 1
                && c.Words.Any(char.IsLetterOrDigit)
            )
            .Sample(
                (words, text, revised) =>
                {
                    Given(Drafted(text), Flagged(words), Checked("c1"))
                        .When(new ReviseArticle { Body = revised }, by: Rita)
                        .And(s =>
                            s.Story.PassageOf("c1")!
                                .State()
                                .ShouldBe(PassageState.Verified, $"«{text}» → «{revised}»: {string.Join("; ", s.History)}")
                        )
                        .And(s => s.Story.PassageOf("c1")!.Range.Of(s.Text.Article.Body).ShouldBe(words));
                },
                iter: Cases
            );

    [Fact]
    public void An_edit_outside_a_quote_and_its_attribution_never_lapses_its_check() =>
        Gen.Select(Words, SomeWords, SomeWords, SomeWords, SomeWords)
            .Where((_, before, behind, newBefore, newBehind) => (before, behind) != (newBefore, newBehind))
            .Sample(
                (words, before, behind, newBefore, newBehind) =>
                {
                    var quote = $"“{words} zero.”";
                    var text = $"{before} {quote} Zed said. {behind}";
                    var revised = $"{newBefore} {quote} Zed said. {newBehind}";
                    Given(Drafted(text), Attributed(quote, attribution: "Zed said"), Checked("q1"))
                        .When(new ReviseArticle { Body = revised }, by: Rita)
                        .And(s =>
                            s.Story.PassageOf("q1")!
                                .State()
                                .ShouldBe(PassageState.Verified, $"«{text}» → «{revised}»: {string.Join("; ", s.History)}")
                        );
                },
                iter: Cases
            );

    [Fact]
    public void Any_letter_digit_or_mark_changed_inside_lapses_it() =>
        Gen.Select(Words, SomeWords, SomeWords, Gen.Int[0, 100], Gen.Int[0, 2], Gen.Char["abcXYZ079.,;:!?()[]…%€"])
            .Select(
                (words, before, behind, place, way, character) =>
                {
                    var passage = $"Thus {words} thus";
                    var at = 1 + (place % (passage.Length - 2));
                    var changed = way switch
                    {
                        0 => passage.Insert(at, character.ToString()),
                        1 => passage.Remove(at, 1),
                        _ => passage.Remove(at, 1).Insert(at, character.ToString()),
                    };
                    return (Passage: passage, Changed: changed, Before: before, Behind: behind);
                }
            )
            .Where(c =>
                Normaliser.Normalise(c.Changed) != Normaliser.Normalise(c.Passage)
                && !$"{c.Before} {c.Behind}".Contains(c.Passage, StringComparison.Ordinal)
            )
            .Sample(
                (passage, changed, before, behind) =>
                {
                    Given(Drafted($"{before} {passage} {behind}"), Flagged(passage), Checked("c1"))
                        .When(new ReviseArticle { Body = $"{before} {changed} {behind}" }, by: Rita)
                        .And(s => s.Story.PassageOf("c1")!.StandingChecks.ShouldBeEmpty($"«{passage}» → «{changed}»"));
                },
                iter: Cases
            );

    /// <summary>Wordings change and return, sometimes the whole passage, and various people check the current words.</summary>
    [Fact]
    public void The_words_return_and_with_them_the_latest_verdict_of_each_checker_and_nothing_else()
    {
        string[] wordings =
        [
            "“We will rebuild the bridge,” said the mayor.",
            "“We may rebuild the bridge,” said the mayor.",
            "“We will rebuild the bridges,” said the mayor.",
            "“We will rebuild the bridge,” said the old mayor.",
            "Silence.",
        ];
        Actor[] checkers = [Femi, Fay, Actor.Of("faruk", Role.FactChecker)];
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 2], Gen.Enum<Verdict>(), Gen.Bool)
            .Array[1, 14]
            .Sample(
                steps =>
                {
                    var spec = Given(
                        Drafted($"It rained. {wordings[0]} It poured."),
                        Attributed("“We will rebuild the bridge,”", attribution: "said the mayor")
                    );
                    var latest = new Dictionary<(string Checker, int Wording), Verdict>();
                    var (wording, lost) = (0, 0);
                    foreach (var (next, checker, verdict, revise) in steps)
                    {
                        if (revise && next != wording)
                        {
                            (wording, lost) = wording == 4 ? (lost, lost) : (next, wording);
                            spec.When(new ReviseArticle { Body = $"It rained. {wordings[wording]} It poured." }, by: Rita);
                        }
                        else if (!spec.Story.PassageOf("q1")!.IsOrphaned)
                        {
                            spec.When(story => CheckOf(story, "q1", verdict), by: checkers[checker]);
                            latest[(checkers[checker].Person, wording)] = verdict;
                        }

                        spec.Story.PassageOf("q1")!.IsOrphaned.ShouldBe(wording == 4);
                        spec.Story.PassageOf("q1")!
                            .StandingChecks.Select(c => (c.Checker, c.Verdict))
                            .ShouldBe(
                                latest.Where(l => l.Key.Wording == wording).Select(l => (l.Key.Checker, l.Value)),
                                ignoreOrder: true,
                                string.Join("; ", spec.History)
                            );
                    }
                },
                iter: Cases
            );
    }

    private static int Occurrences(string text, string words)
    {
        var count = 0;
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }
}
