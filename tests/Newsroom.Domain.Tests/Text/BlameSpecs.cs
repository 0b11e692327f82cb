using System.Collections.Immutable;
using System.Text.Json;

namespace Newsroom.Domain.Tests.Text;

public sealed class BlameSpecs
{
    private static readonly Blame Drafted = Blame.Of("We will rebuild it.", "rita", 1);

    [Fact]
    public void The_drafter_wrote_all_of_the_text()
    {
        Drafted.Spans.ShouldBe([new BlameSpan(19, "rita", 1)]);
        Blame.Of("", "rita", 1).Spans.ShouldBeEmpty();
    }

    [Fact]
    public void The_author_of_a_changed_word_wrote_that_word()
    {
        var blame = Drafted.Apply([new TextEdit(3, "will", "may")], "ed", 2);
        blame.Spans.ShouldBe([new BlameSpan(3, "rita", 1), new BlameSpan(3, "ed", 2), new BlameSpan(12, "rita", 1)]);
        blame.Touched(new TextRange(3, 6)).ShouldBe(["ed"]);
        blame.Touched(new TextRange(7, 18)).ShouldBe(["rita"]);
        blame.Touched(new TextRange(0, 18)).ShouldBe(["ed", "rita"]);
    }

    [Fact]
    public void A_remover_touched_the_words_on_both_sides()
    {
        var blame = Drafted.Apply([new TextEdit(3, "will ", "")], "ed", 2);
        blame.Spans.ShouldBe([new BlameSpan(14, "rita", 1)]);
        blame.Touched(new TextRange(0, 3)).ShouldBe(["ed", "rita"]);
        blame.Touched(new TextRange(3, 10)).ShouldBe(["ed", "rita"]);
        blame.Touched(new TextRange(4, 10)).ShouldBe(["rita"]);
    }

    [Fact]
    public void An_insertion_beside_words_does_not_touch_them()
    {
        var blame = Drafted.Apply([new TextEdit(0, "", "Now "), new TextEdit(19, "", " So.")], "ed", 2);
        blame.Touched(new TextRange(4, 23)).ShouldBe(["rita"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Words_added_where_some_were_taken_out_do_not_hide_who_took_them(int at)
    {
        var blame = Drafted
            .Apply([new TextEdit(at, "We will rebuild it."[at..(at + 3)], "")], "ed", 2)
            .Apply([new TextEdit(at, "", "xy ")], "bo", 3);
        blame.Touched(new TextRange(at + 3, 19)).ShouldBe(["ed", "rita"]);
        blame.Touched(new TextRange(0, at + 3)).ShouldContain("ed");
    }

    [Fact]
    public void Words_carried_to_another_place_are_still_their_writers_and_their_carriers_too()
    {
        const string text = "We will rebuild it. It fell in May.";
        var revised = new ArticleEdits([], [], [new TextEdit(0, "We will rebuild it. ", ""), new TextEdit(35, "", " We will rebuild it.")]);
        var blame = Blame
            .Of(text, "rita", 1)
            .Apply([new TextEdit(3, "will", "may")], "bo", 2)
            .Apply([new TextEdit(3, "may", "will")], "cy", 3);
        var moved = MoveDetector.In(revised).ShouldHaveSingleItem();
        moved.ShouldBe(new MoveDetector(ArticleField.Body, new TextRange(0, 19), ArticleField.Body, 16));
        var after = blame.Apply(revised.Body, "ed", 4, new CarriedWords(ArticleField.Body, moved.At, blame.Of(moved.Range)));
        after.Spans.ShouldBe([
            new BlameSpan(15, "rita", 1),
            new BlameSpan(1, "ed", 4),
            new BlameSpan(3, "rita", 1) { Movers = ["ed"] },
            new BlameSpan(4, "cy", 3) { Movers = ["ed"] },
            new BlameSpan(12, "rita", 1) { Movers = ["ed"] },
        ]);
        after.Touched(new TextRange(16, 35)).ShouldBe(["bo", "cy", "ed", "rita"]);
        after.Touched(new TextRange(3, 14)).ShouldBe(["rita"]);
    }

    [Fact]
    public void Two_words_are_no_move() =>
        MoveDetector.In(new ArticleEdits([], [], [new TextEdit(0, "in May, ", ""), new TextEdit(20, "", " in May,")])).ShouldBeEmpty();

    [Fact]
    public void Words_move_between_texts_too() =>
        MoveDetector
            .In(new ArticleEdits([new TextEdit(0, "", "Bridge fell in May")], [], [new TextEdit(4, "the Bridge fell in May.", "")]))
            .ShouldBe([new MoveDetector(ArticleField.Body, new TextRange(8, 26), ArticleField.Headline, 0)]);

    [Fact]
    public void The_longest_run_is_the_one_that_moved() =>
        MoveDetector
            .In(
                new ArticleEdits(
                    [],
                    [],
                    [
                        new TextEdit(0, "it fell in June. ", ""),
                        new TextEdit(30, "it fell in May. ", ""),
                        new TextEdit(80, "", "Then it fell in May."),
                    ]
                )
            )
            .ShouldBe([new MoveDetector(ArticleField.Body, new TextRange(30, 45), ArticleField.Body, 52)]);

    [Fact]
    public void The_size_of_blame_depends_on_the_text_and_not_on_its_history()
    {
        var (blame, text) = (Drafted, "We will rebuild it.");
        for (var version = 2; version < 400; version++)
        {
            var (now, by) = version % 2 == 0 ? ("We may rebuild it.", "ed") : ("We will rebuild it.", "bo");
            (blame, text) = (blame.Apply(TextDiff.Between(text, now), by, version), now);
        }

        (blame.Spans.Length, blame.Seams.Length).ShouldBe((3, 4));
    }

    [Fact]
    public void No_edits_change_nothing() => Drafted.Apply(default(ImmutableArray<TextEdit>), "ed", 2).ShouldBeSameAs(Drafted);

    [Fact]
    public void Stored_blame_names_each_author_and_version_once()
    {
        var text = new StoryText(
            Guid.Empty,
            3,
            new Article("", "", "", "", ""),
            new Blame([new(3, "ida", 1), new(2, "ed", 3) { Movers = ["bo"] }, new(4, "ida", 1)], [new(3, "ed", 3), new(5, "ida", 1)]),
            Blame.Of("", "ida", 1),
            Blame.Of("", "ida", 1)
        );
        JsonSerializer.SerializeToNode(text, StorySpec.Storage)!["headlineBlame"]!
            .ToJsonString()
            .ShouldBe(
                """{"by":[{"length":0,"author":"ida","version":1,"movers":[]},{"length":0,"author":"ed","version":3,"movers":["bo"]},{"length":0,"author":"ed","version":3,"movers":[]}],"spans":"3:0 2:1 4:0","seams":"3:2 2:0"}"""
            );
    }

    [Theory]
    [InlineData("3:1")]
    [InlineData("3")]
    [InlineData("x:0")]
    [InlineData("3:0 ")]
    [InlineData("3:0  ")]
    [InlineData("3:-1")]
    public void Stored_blame_that_is_malformed_is_refused(string spans)
    {
        var blame = $$"""{"by":[{"author":"ida","version":1}],"spans":"{{spans}}","seams":""}""";
        var text = $$"""{"article":null,"headlineBlame":{{blame}}}""";
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<StoryText>(text, StorySpec.Storage));
    }
}
