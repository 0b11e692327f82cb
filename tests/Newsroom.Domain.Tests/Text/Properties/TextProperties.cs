using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Tests.Text.Quotations;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Tests.Text.Properties;

public sealed class TextProperties
{
    private static readonly string[] Languages = ["en", "de", "fr", "sv", "ja"];

    [Fact]
    public void The_edits_between_two_texts_lead_from_one_to_the_other() =>
        RandomTexts.TextAndRevision.Sample((before, after) => TextDiff.Between(before, after).Apply(before) == after, iter: Cases);

    [Fact]
    public void The_inverse_edits_lead_back() =>
        RandomTexts.TextAndRevision.Sample(
            (before, after) =>
                TextDiff.Between(before, after) is var edits
                && edits.Invert().Apply(edits.Apply(before)) == before
                && edits.Invert().Invert().SequenceEqual(edits),
            iter: Cases
        );

    [Fact]
    public void Edits_are_ordered_disjoint_and_not_empty() =>
        RandomTexts.TextAndRevision.Sample(
            (before, after) =>
            {
                var behind = -1;
                foreach (var edit in TextDiff.Between(before, after))
                {
                    edit.At.ShouldBeGreaterThan(behind);
                    edit.Remove.ShouldNotBe(edit.Insert);
                    behind = edit.End;
                }
            },
            iter: Cases
        );

    [Fact]
    public void Edits_never_split_a_character_of_either_text() =>
        RandomTexts.TextAndRevision.Sample(
            (before, after) =>
            {
                var edits = TextDiff.Between(before, after);
                return edits.All(e => Boundaries.IsBoundary(before, e.At) && Boundaries.IsBoundary(before, e.End))
                    && edits.Invert().All(e => Boundaries.IsBoundary(after, e.At) && Boundaries.IsBoundary(after, e.End));
            },
            iter: Cases
        );

    [Fact]
    public void Any_edits_can_be_taken_back() =>
        RandomTexts.TextAndEdits.Sample((text, edits) => edits.Invert().Apply(edits.Apply(text)) == text, iter: Cases);

    [Fact]
    public void A_shifted_range_stays_in_the_text() =>
        Gen.Select(RandomTexts.TextAndEdits, Gen.Int[0, 30], Gen.Int[0, 30])
            .Sample(
                (story, one, other) =>
                {
                    var shifted = story.Edits.Shift(RangeOf(story.Text, one, other));
                    return shifted.Start >= 0 && shifted.Start <= shifted.End && shifted.End <= story.Edits.Apply(story.Text).Length;
                },
                iter: Cases
            );

    [Fact]
    public void Ranges_in_order_stay_in_order_and_apart() =>
        Gen.Select(RandomTexts.TextAndEdits, Gen.Int[0, 30].Array[4])
            .Sample(
                (story, cuts) =>
                {
                    Array.Sort(cuts);
                    var first = story.Edits.Shift(RangeOf(story.Text, cuts[0], cuts[1]));
                    var second = story.Edits.Shift(RangeOf(story.Text, cuts[2], cuts[3]));
                    return first.IsEmpty || second.IsEmpty || first.End <= second.Start;
                },
                iter: Cases
            );

    [Fact]
    public void The_words_of_a_range_no_edit_touches_are_the_same_after() =>
        Gen.Select(RandomTexts.TextAndEdits, Gen.Int[0, 30], Gen.Int[0, 30])
            .Sample(
                (story, one, other) =>
                {
                    var range = RangeOf(story.Text, one, other);
                    return range.IsEmpty
                        || story.Edits.Touch(range)
                        || story.Edits.Shift(range).Of(story.Edits.Apply(story.Text)) == range.Of(story.Text);
                },
                iter: Cases
            );

    /// <summary>Per character: the range contains its remaining characters and the text inserted in place of, or between, them.</summary>
    [Fact]
    public void A_shifted_range_has_what_was_inside() =>
        Gen.Select(RandomTexts.TextAndEdits, Gen.Int[0, 30], Gen.Int[0, 30])
            .Sample(
                (story, one, other) =>
                {
                    var range = RangeOf(story.Text, one, other);
                    var words = new System.Text.StringBuilder();
                    var at = range.Start;
                    foreach (var edit in story.Edits.Where(e => e.End >= range.Start && e.At <= range.End))
                    {
                        words.Append(story.Text, at, Math.Max(0, Math.Min(edit.At, range.End) - at));
                        words.Append(
                            edit.Remove.Length == 0
                                ? Inside(edit.At > range.Start && edit.At < range.End)
                                : Inside(edit.At >= range.Start && edit.End <= range.End)
                        );
                        at = Math.Max(at, edit.End);
                        string Inside(bool inside) => inside ? edit.Insert : "";
                    }

                    words.Append(story.Text, at, Math.Max(0, range.End - at));
                    return range.IsEmpty || story.Edits.Shift(range).Of(story.Edits.Apply(story.Text)) == words.ToString();
                },
                iter: Cases
            );

    [Fact]
    public void Every_text_is_read_without_a_failure() =>
        RandomTexts.Text.Sample(
            text =>
            {
                var read = VisibleText.OfMarkdown(text);
                Normaliser.Normalise(read.Words(new TextRange(0, text.Length))).ShouldBe(Normaliser.Normalise(read.Text));
                foreach (var language in Languages)
                {
                    var found = QuotationFinder.Find(text, language).Select(q => q.Range).ToList();
                    found.ShouldAllBe(range => range.FitsIn(text) && !range.IsEmpty);
                    found.Zip(found.Skip(1)).ShouldAllBe(pair => pair.First.End <= pair.Second.Start);
                    MarkAccounts.Check(text, language);
                }

                string.Concat(TextTokens.Of(text)).ShouldBe(text);
            },
            iter: Cases
        );

    private static TextRange RangeOf(string text, int one, int other) =>
        new(Math.Min(text.Length, Math.Min(one, other)), Math.Min(text.Length, Math.Max(one, other)));
}
