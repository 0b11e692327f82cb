using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

/// <summary>Invisible changes never conflict: they are kept if nothing else changed, and yield otherwise.</summary>
public sealed class MergeOfInvisibleEditsSpecs
{
    private const string Body = "It rained in May.\n\nThe bridge fell that night.\n\nNobody was hurt.\n";
    private const string Crlf = "It rained in May.\r\n\r\nThe bridge fell that night.\r\n\r\nNobody was hurt.\r\n";

    [Theory]
    [InlineData(Crlf, "night.", "day.", "It rained in May.\r\n\r\nThe bridge fell that day.\r\n\r\nNobody was hurt.\r\n")]
    [InlineData(Crlf, "The bridge", "A bridge", "It rained in May.\r\n\r\nA bridge fell that night.\r\n\r\nNobody was hurt.\r\n")]
    [InlineData(
        Crlf,
        "night.",
        "night. It was old.",
        "It rained in May.\r\n\r\nThe bridge fell that night. It was old.\r\n\r\nNobody was hurt.\r\n"
    )]
    [InlineData(Crlf, "\n\nThe bridge fell that night.", "", "It rained in May.\r\n\r\nNobody was hurt.\r\n")]
    [InlineData(
        Crlf,
        "night.\n",
        "night.\n\nIt was old.\n",
        "It rained in May.\r\n\r\nThe bridge fell that night.\r\n\nIt was old.\n\r\nNobody was hurt.\r\n"
    )]
    [InlineData(
        "It rained in May.  \n\nThe bridge fell that night. \n\nNobody was hurt.",
        "night.",
        "day.",
        "It rained in May.  \n\nThe bridge fell that day. \n\nNobody was hurt."
    )]
    [InlineData(
        "It rained in May.\n\nThe bridge  fell that night.\n\nNobody was hurt.\n",
        "fell that",
        "fell this",
        "It rained in May.\n\nThe bridge  fell this night.\n\nNobody was hurt.\n"
    )]
    [InlineData(
        "It rained in May.\n\nThe bridge\u00AD fell that night.\n\nNobody was hurt.\n",
        "fell that",
        "fell this",
        "It rained in May.\n\nThe bridge\u00AD fell this night.\n\nNobody was hurt.\n"
    )]
    [InlineData(
        "It rained in May.\n\n\n\nThe bridge fell that night.\n\nNobody was hurt.\n",
        "The bridge",
        "A bridge",
        "It rained in May.\n\n\n\nA bridge fell that night.\n\nNobody was hurt.\n"
    )]
    public void An_invisible_change_merges_with_every_change_beside_it(string unread, string words, string others, string both)
    {
        var read = Body.Replace(words, others, StringComparison.Ordinal);
        foreach (var (eds, ritas) in new[] { (unread, read), (read, unread) })
        {
            var merged = Merged(eds, ritas);
            Normaliser.Normalise(merged).ShouldBe(Normaliser.Normalise(read));
            merged.ReplaceLineEndings("\n").ShouldBe(both.ReplaceLineEndings("\n"));
        }
    }

    [Fact]
    public void A_line_that_gets_another_word_and_another_end_is_both() =>
        Merged(Body.Replace("rained", "snowed", StringComparison.Ordinal), Crlf.Replace("night.", "day.", StringComparison.Ordinal))
            .ShouldBe(Crlf.Replace("rained", "snowed", StringComparison.Ordinal).Replace("night.", "day.", StringComparison.Ordinal));

    [Theory]
    [InlineData("night.", "day.")] // the same word
    [InlineData("that night.", "that dark night.")] // and the word beside it
    public void Visible_edits_conflict_with_visible_edits(string words, string others) =>
        Given(Drafted(Body), Revised(Crlf.Replace("night.", "evening.", StringComparison.Ordinal), by: Ed))
            .When(new ReviseArticle { Body = Body.Replace(words, others, StringComparison.Ordinal) } with { BasedOn = 1 }, by: Rita)
            .ThenRefused("overlap", RefusalKind.Overlap)
            .And(s => s.Refusal!.Conflicts.ShouldHaveSingleItem().Theirs.Words.ShouldContain("evening."));

    [Theory]
    [InlineData("May.\n\nThe", "May.\nThe")] // a paragraph less
    [InlineData("The bridge", "    The bridge")] // code
    [InlineData("was hurt", "washurt")] // a word less
    public void Visible_space_is_not_white_space(string words, string others) =>
        Given(Drafted(Body), Revised(Body.Replace(words, others, StringComparison.Ordinal), by: Ed))
            .When(
                new ReviseArticle
                {
                    Body = Body.Replace("The bridge", "A bridge", StringComparison.Ordinal)
                        .Replace("hurt", "harmed", StringComparison.Ordinal),
                } with
                {
                    BasedOn = 1,
                },
                by: Rita
            )
            .ThenRefused("overlap", RefusalKind.Overlap);

    [Fact]
    public void A_colleagues_save_is_shown_although_it_is_contained() =>
        Given(Drafted(Body), Revised(Body.Replace("fell", "fell do", StringComparison.Ordinal), by: Ed))
            .When(new ReviseArticle { Body = Body.Replace("fell", "fell down", StringComparison.Ordinal) } with { BasedOn = 1 }, by: Rita)
            .ThenRefused("overlap", RefusalKind.Overlap);

    private static string Merged(string eds, string ritas) =>
        Given(Drafted(Body), Revised(eds, by: Ed))
            .When(new ReviseArticle { Body = ritas } with { BasedOn = 1 }, by: Rita)
            .Then(typeof(ArticleRevised))
            .Text.Article.Body;
}
