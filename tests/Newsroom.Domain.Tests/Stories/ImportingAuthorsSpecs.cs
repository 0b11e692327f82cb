using System.Collections.Immutable;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

public sealed class ImportingAuthorsSpecs
{
    private const string Base = "The bridge fell. Nobody was hurt. The mayor came at noon.\n";

    private static readonly ImportContext Context = new(new("city", "City", "en"), null, "bridge", "a.md");

    [Fact]
    public void Two_authors_of_one_line_of_a_merged_branch_are_authors_of_their_own_words() =>
        Told(
                Base,
                Old(Base),
                By("joe", Base.Replace("fell", "collapsed"), 0),
                By("ann", Base.Replace("fell", "collapsed").Replace("noon", "night"), 1)
            )
            .ShouldBe("joe+collapsed, ann+night, joe-fell, ann-noon");

    [Fact]
    public void A_new_file_is_by_all_who_wrote_it_and_the_first_of_them_drafted_it() =>
        Told(null, By("joe", "One two.\n"), By("ann", "One two. Three four.\n", 0)).ShouldBe("joe+One two., ann+ Three four., joe+\n");

    [Fact]
    public void A_merge_of_two_changed_sides_takes_each_words_author_and_only_its_own_words_are_by_who_merged()
    {
        var main = Base.Replace("Nobody", "Somebody");
        Told(
                main,
                Old(Base),
                Old(main, 0),
                By("joe", Base.Replace("fell", "collapsed"), 0),
                By("jane", main.Replace("fell", "collapsed"), 1, 2)
            )
            .ShouldBe("joe+collapsed, joe-fell");
        Told(
                main,
                Old(Base),
                Old(main, 0),
                By("joe", Base.Replace("fell", "collapsed"), 0),
                By("jane", main.Replace("fell", "collapsed").Replace("came", "wept"), 1, 2)
            )
            .ShouldBe("joe+collapsed, jane+wept, joe-fell, jane-came");
    }

    [Fact]
    public void A_merge_that_brings_back_what_the_branch_had_removed_is_by_who_merged() =>
        Told(
                "The bridge fell. The mayor came at noon.\n",
                Old(Base),
                Old("The bridge fell. The mayor came at noon.\n", 0),
                By("joe", Base.Replace("noon", "night"), 0),
                By("jane", Base.Replace("noon", "night"), 1, 2)
            )
            .ShouldBe("jane+Nobody was hurt. , joe+night, joe-noon");

    [Fact]
    public void A_branch_that_takes_the_other_branch_in_between_owns_none_of_its_words()
    {
        var main = Base.Replace("Nobody", "Somebody");
        var branch = Base.Replace("fell", "collapsed");
        var both = main.Replace("fell", "collapsed");
        Told(main, Old(Base), Old(main, 0), By("joe", branch, 0), By("joe", both, 2, 1), By("ann", both.Replace("noon", "night"), 3))
            .ShouldBe("joe+collapsed, ann+night, joe-fell, ann-noon");
    }

    [Fact]
    public void An_octopus_has_the_authors_of_all_its_arms()
    {
        string[] arms = [Base.Replace("fell", "collapsed"), Base.Replace("Nobody", "Somebody"), Base.Replace("noon", "night")];
        Told(
                Base,
                Old(Base),
                By("joe", arms[0], 0),
                By("ann", arms[1], 0),
                By("bo", arms[2], 0),
                By("jane", Base.Replace("fell", "collapsed").Replace("Nobody", "Somebody").Replace("noon", "night"), 0, 1, 2, 3)
            )
            .ShouldBe("joe+collapsed, ann+Somebody, bo+night, joe-fell, ann-Nobody, bo-noon");
    }

    [Fact]
    public void Co_authors_share_the_words_of_their_commit_and_what_a_later_commit_removes_is_not_in_it() =>
        Told(
                Base,
                Old(Base),
                By("joe", Base.Replace("fell", "collapsed quickly"), 0) with
                {
                    Authors = ["joe", "sue"],
                },
                By("ann", Base.Replace("fell", "collapsed"), 1)
            )
            .ShouldBe("joe&sue+collapsed, joe&sue-fell");

    [Fact]
    public void The_headline_has_separate_authors()
    {
        const string Before = "---\ntitle: The bridge\n---\nWords.\n";
        var authorship = ImportingAuthors.Of(Before, [Old(Before), By("joe", Before.Replace("bridge", "old bridge"), 0)], "jane")!;
        authorship
            .Inserted!.Value.Select(r => (r.Field, r.By.Single()))
            .ShouldBe([(ArticleField.Headline, "joe"), (ArticleField.Body, "joe")]);
    }

    [Fact]
    public void A_merge_without_words_of_others_is_by_who_merged() =>
        ImportingAuthors.Of(Base, [Old(Base), By("jane", Base.Replace("fell", "collapsed"), 0)], "jane").ShouldBeNull();

    [Fact]
    public void Words_repeated_in_the_text_stay_with_the_branch_that_put_them_in_however_they_are_aligned()
    {
        var before = "ha ha ha\n\nho ho\n";
        ImportingAuthors.Of(before, [Old(before), By("joe", "ha ha ha ha\n\nho\n", 0)], "jane")!.People.ShouldBe(["joe"]);
    }

    [Fact]
    public void A_story_has_the_authors_of_a_merge_in_blame_and_who_merged_touched_nothing()
    {
        var (drafted, revised) = (
            At("c1", "jane", Base, null),
            At(
                "c2",
                "jane",
                Base.Replace("fell", "collapsed").Replace("noon", "night"),
                new Authorship(["joe", "ann"])
                {
                    Inserted =
                    [
                        Range(11, 20, "joe"),
                        Range(
                            Base.IndexOf("noon", StringComparison.Ordinal) + 5,
                            Base.IndexOf("noon", StringComparison.Ordinal) + 10,
                            "ann",
                            "sue"
                        ),
                    ],
                    Removed =
                    [
                        Range(11, 15, "joe"),
                        Range(
                            Base.IndexOf("noon", StringComparison.Ordinal),
                            Base.IndexOf("noon", StringComparison.Ordinal) + 4,
                            "ann",
                            "sue"
                        ),
                    ],
                }
            )
        );
        var at = Fold(Fold(null, ((AcceptedStoryCommand)StoryDecider.Decide(null, drafted, Context)).Events), null);
        at = Fold(at, ((AcceptedStoryCommand)StoryDecider.Decide(at, revised, Context)).Events);
        at.Story.Authors.ShouldBe(["jane", "joe", "ann"]);
        at.Text.BodyBlame.Touched(new TextRange(11, 20)).ShouldBe(["joe"]);
        at.Text.BodyBlame.Touched(new TextRange(Base.IndexOf("noon", StringComparison.Ordinal) + 5, Base.Length + 5))
            .ShouldBe(["ann", "jane", "sue"]);
        at.Text.BodyBlame.NotCoveredBy(["jane"]).ShouldNotContain(r => r.Overlaps(new TextRange(11, 20)));
        at.Text.BodyBlame.NotCoveredBy(["sue"]).Select(r => r.Of(at.Text.Article.Body)).ShouldBe(["night"]);
        Sentences
            .Of(
                (
                    (AcceptedStoryCommand)
                        StoryDecider.Decide(
                            Fold(null, ((AcceptedStoryCommand)StoryDecider.Decide(null, drafted, Context)).Events),
                            revised,
                            Context
                        )
                ).Events[0],
                "root"
            )
            .ShouldBe("{jane} revised the article: “fell” → “collapsed”; “noon” → “night”; words by {joe}, {ann} (imported)");
    }

    [Fact]
    public void The_first_author_of_a_merged_file_drafted_the_story()
    {
        var at = Fold(
            null,
            (
                (AcceptedStoryCommand)
                    StoryDecider.Decide(
                        null,
                        At(
                            "c1",
                            "jane",
                            "One two.\n",
                            new Authorship(["joe", "ann"]) { Inserted = [Range(0, 3, "joe"), Range(3, 9, "ann")], Removed = [] }
                        ),
                        Context
                    )
            ).Events
        );
        (
            at.Story.Drafter,
            string.Join(' ', at.Story.Authors),
            string.Join(' ', at.Text.BodyBlame.Spans.Select(s => $"{s.Author}:{s.Length}"))
        ).ShouldBe(("joe", "joe ann", "joe:3 ann:6"));
    }

    private static FileChange At(string commit, string by, string text, Authorship? authorship) =>
        new(commit, Start, by, null, "a.md", text) { Authorship = authorship };

    private static AuthoredRange Range(int start, int end, params ImmutableArray<string> by) =>
        new(ArticleField.Body, new TextRange(start, end), by);

    private static StorySnapshot Fold(StorySnapshot? at, IEnumerable<StoryEvent>? events) =>
        (events ?? []).Aggregate(
            at,
            (now, e) =>
                StorySnapshot.Evolve(
                    now,
                    Guid.Empty,
                    e,
                    new EventMetadata((now?.Story.Version ?? 0) + 1, Start, "root", Role.Admin) { Origin = e.Origin }
                )
        )!;

    private static FileVersion Old(string text, params ImmutableArray<int> parents) => new(text, [], parents);

    private static FileVersion By(string author, string text, params ImmutableArray<int> parents) => new(text, [author], parents);

    /// <summary>Formats the authors of a merge by Jane: who inserted (+) and removed (-) which words.</summary>
    private static string Told(string? before, params ImmutableArray<FileVersion> versions)
    {
        var found = ImportingAuthors.Of(before, versions, "jane")!;
        return string.Join(
            ", ",
            found
                .Inserted!.Value.Select(r => $"{string.Join('&', r.By)}+{r.Range.Of(versions[^1].Text)}")
                .Concat(found.Removed!.Value.Select(r => $"{string.Join('&', r.By)}-{r.Range.Of(before!)}"))
        );
    }
}
