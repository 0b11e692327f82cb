using CsCheck;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories.Properties;

/// <summary>A verdict applies to its words, and a corrected wording stays corrected, for any text.</summary>
public sealed class FindingProperties
{
    private static readonly string[] Vocabulary =
    [
        "rain",
        "Berg",
        "wind",
        "fell",
        "paid",
        "and",
        "the",
        "3",
        "1,000",
        "€",
        "old",
        "bridge",
        "桥",
    ];

    /// <summary>Words that a claim can contain: marks alone are refused.</summary>
    private static readonly Gen<string> Words = Gen.Int[0, Vocabulary.Length - 1]
        .Array[4, 9]
        .Select(words => string.Join(' ', words.Select(w => Vocabulary[w])))
        .Where(words => words.Any(char.IsLetterOrDigit));
    private static readonly Gen<string> Other = Gen.Int[0, 40].Array[0, 6].Select(words => string.Join(' ', words.Select(w => $"x{w}")));

    [Fact]
    public void Words_carried_to_another_text_take_their_checks_along() =>
        Gen.Select(Words, Other, Other, Gen.Bool.Select(b => b ? ArticleField.Headline : ArticleField.Standfirst))
            .Sample(
                (words, before, behind, field) =>
                {
                    var claim = $"{words}.";
                    Given(Drafted($"{before}.\n\n{claim}\n\n{behind}!"), Flagged(claim), Checked("c1"))
                        .When(Put(field, claim) with { Body = $"{before}.\n\n{behind}!" }, by: Rita)
                        .And(s =>
                            s.Story.PassageOf("c1")!
                                .ShouldSatisfyAllConditions(
                                    c => c.Field.ShouldBe(field, string.Join("; ", s.History)),
                                    c => c.State().ShouldBe(PassageState.Verified),
                                    c => c.Range.Of(s.Text.Article[field]).ShouldBe(claim)
                                )
                        );
                },
                iter: Cases
            );

    [Fact]
    public void Words_found_wrong_block_in_any_text_among_any_words_in_any_type() =>
        Gen.Select(Words, Other, Other, Gen.Enum<ArticleField>(), Gen.Enum<Way>())
            .Sample(
                (words, before, behind, field, way) =>
                {
                    var put = $"{before} {Written(words, way, field)} {behind}";
                    var spec = Given(
                        Drafted($"Snow.\n\n{words}."),
                        Flagged($"{words}."),
                        Checked("c1", Verdict.Wrong),
                        Revised("Snow."),
                        Asked(new WithdrawClaim("c1", "Gone."), Ed)
                    );
                    spec.Gates.Single(g => g.Gate == Gate.ClaimsChecked).Outcome.ShouldBe(GateOutcome.Passed);
                    spec.When(field == ArticleField.Body ? new ReviseArticle { Body = put } : Put(field, put), by: Rita)
                        .And(s =>
                            s.Gates.Single(g => g.Gate == Gate.ClaimsChecked).Outcome.ShouldBe(GateOutcome.Failed, $"«{words}» in «{put}»")
                        );
                },
                iter: Cases
            );

    [Fact]
    public void Other_words_do_not() =>
        Gen.Select(Words, Gen.Int[0, 8], Gen.Int[0, Vocabulary.Length - 1])
            .Sample(
                (words, place, other) =>
                {
                    var all = words.Split(' ');
                    var changed = string.Join(' ', all.Select((w, i) => i == place % all.Length ? Vocabulary[other] : w));
                    if (changed != words && changed.Any(char.IsLetterOrDigit))
                    {
                        Given(
                                Drafted($"Snow.\n\n{words}."),
                                Flagged($"{words}."),
                                Checked("c1", Verdict.Wrong),
                                Revised($"Snow.\n\n{changed}."),
                                Checked("c1", by: Fay)
                            )
                            .And(s =>
                                s.Gates.Single(g => g.Gate == Gate.ClaimsChecked)
                                    .Outcome.ShouldBe(GateOutcome.Passed, $"«{words}» → «{changed}»")
                            );
                    }
                },
                iter: Cases
            );

    [Fact]
    public void A_sentence_that_a_correction_replaced_returns_only_by_a_correction() =>
        Gen.Select(Words, Gen.Int[0, 8], Gen.Int[0, Vocabulary.Length - 1], Other, Gen.Enum<Way>(), Gen.Int[0, 2])
            .Where((words, place, other, _, _, change) => !Corrected(words, place, other, change).Contains(words, StringComparison.Ordinal))
            .Sample(
                (words, place, other, around, way, change) =>
                {
                    var all = words.Split(' ');
                    var corrected = Corrected(words, place, other, change);
                    var (before, after) = (Text($"{words}."), Text($"{corrected}."));
                    var replaced = new CorrectedContent([], CorrectedContent.Between(before, after));
                    var again = after with { Body = $"{after.Body}\n\n{around} {Written(words, way, ArticleField.Body)}." };
                    replaced.ReturnedIn(before, after).ShouldNotBeEmpty($"«{before.Body}» → «{after.Body}»");
                    replaced.ReturnedIn(after, after).ShouldBeEmpty();
                    replaced.ReturnedIn(again, before).ShouldBeEmpty("readers have it");
                    if (all.Length > 4 && replaced.Words.Any(w => !w.IsSentence))
                    {
                        replaced.ReturnedIn(again, after).ShouldNotBeEmpty($"«{before.Body}» → «{after.Body}»: «{again.Body}»");
                    }

                    Article Text(string sentence) => new("A headline", "", $"{around}.\n\n{sentence}", "", "");
                },
                iter: Cases
            );

    private enum Way
    {
        Same,
        Capitals,
        Emphasised,
        Hyphenated,
        Punctuated,
    }

    private static string Written(string words, Way way, ArticleField field) =>
        way switch
        {
            Way.Capitals => words.ToUpperInvariant(),
            Way.Emphasised when field == ArticleField.Body => $"**{words}**",
            Way.Hyphenated => string.Concat(words.Select(c => c == 'r' ? "r\u00AD" : c.ToString())),
            Way.Punctuated => words.Replace(" and ", ", and ", StringComparison.Ordinal),
            _ => words,
        };

    /// <summary>The words with one of them replaced, negated or removed.</summary>
    private static string Corrected(string words, int place, int other, int change)
    {
        var all = words.Split(' ');
        var at = place % all.Length;
        return string.Join(
            ' ',
            change switch
            {
                0 => [.. all[..at], Vocabulary[other], .. all[(at + 1)..]],
                1 => [.. all[..at], "not", .. all[at..]],
                _ => (string[])[.. all[..at], .. all[(at + 1)..]],
            }
        );
    }

    private static ReviseArticle Put(ArticleField field, string words) =>
        field == ArticleField.Headline ? new() { Headline = words } : new() { Standfirst = words };
}
