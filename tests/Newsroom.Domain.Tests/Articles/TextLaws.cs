using CsCheck;
using Newsroom.Domain.Articles;

namespace Newsroom.Domain.Tests.Articles;

/// <summary>What holds of edits whatever the texts.</summary>
public class TextLaws
{
    private const int Cases = 1000;

    private static readonly Gen<string> Word = Gen.OneOf(
        "the", "mayor", "said", "wall", "31", "harbour", "“We", "rebuild”", "*must*", "[link](http://a.example)", "🎈", "👩‍🚒", "é", "e\u0301", "–", "it’s", "&amp;", "\u00AD", "\u200Bx");

    private static readonly Gen<string> Gap = Gen.OneOf(" ", " ", " ", ". ", ", ", "\n\n", "\r\n\r\n", "\r\n", "\n", "  ", "");

    private static readonly Gen<string> Text = Gen.Select(Word, Gap, (word, gap) => word + gap).Array[0, 40].Select(string.Concat);

    /// <summary>A text, and the same with some of its words replaced, removed, moved or repeated.</summary>
    private static readonly Gen<(string Before, string After)> Revision =
        from pieces in Gen.Select(Word, Gap, (word, gap) => word + gap).Array[1, 40]
        from changes in Gen.Select(Gen.Int[0, 3], Gen.Int[0, 1000], Gen.Int[0, 1000], Word).Array[0, 6]
        select (string.Concat(pieces), string.Concat(Changed(pieces, changes)));

    [Fact]
    public void A_difference_applied_gives_the_other_text() =>
        Gen.OneOf(Revision, Gen.Select(Text, Text)).Sample((before, after) => TextDiff.Between(before, after).Apply(before) == after, iter: Cases);

    [Fact]
    public void A_difference_turned_around_leads_back() =>
        Revision.Sample((before, after) => TextDiff.Between(before, after).Invert().Apply(after) == before, iter: Cases);

    [Fact]
    public void Edits_are_in_order_change_something_and_split_no_character() =>
        Revision.Sample((before, after) =>
        {
            var end = -1;
            foreach (var edit in TextDiff.Between(before, after))
            {
                edit.At.ShouldBeGreaterThan(end);
                edit.Remove.ShouldNotBe(edit.Insert);
                new TextRange(edit.At, edit.End).FitsIn(before).ShouldBeTrue();
                Splits(before, edit.At).ShouldBeFalse();
                Splits(before, edit.End).ShouldBeFalse();
                end = edit.End;
            }
        }, iter: Cases);

    [Fact]
    public void Shifting_keeps_order_and_stays_in_the_text() =>
        Gen.Select(Revision, Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample((revision, a, b) =>
        {
            var (before, after) = revision;
            var range = Range(before, a, b);
            var shifted = TextDiff.Between(before, after).Shift(range);
            shifted.Start.ShouldBeInRange(0, after.Length);
            shifted.End.ShouldBeInRange(shifted.Start, after.Length);
        }, iter: Cases);

    [Fact]
    public void Words_that_no_edit_touches_are_the_same_words_after_it() =>
        Gen.Select(Revision, Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample((revision, a, b) =>
        {
            var (before, after) = revision;
            var range = Range(before, a, b);
            var edits = TextDiff.Between(before, after);
            if (!range.IsEmpty && !edits.Touch(range))
            {
                edits.Shift(range).Of(after).ShouldBe(range.Of(before));
            }
        }, iter: Cases);

    [Fact]
    public void Blame_is_what_following_every_character_says() =>
        Gen.Select(Text, Gen.Select(Text, Gen.OneOf("ana", "rita", "ed")).Array[0, 5], Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample((first, revisions, a, b) =>
        {
            var text = first;
            var authors = Enumerable.Repeat("drafter", text.Length).ToList();
            var blame = Blame.Of(text, "drafter", 1);
            var version = 1L;
            foreach (var (next, author) in revisions)
            {
                var edits = TextDiff.Between(text, next);
                blame = blame.Apply(edits, author, ++version);
                foreach (var edit in edits.Reverse())
                {
                    authors.RemoveRange(edit.At, edit.Remove.Length);
                    authors.InsertRange(edit.At, Enumerable.Repeat(author, edit.Insert.Length));
                }

                text = next;
            }

            blame.Spans.SelectMany(s => Enumerable.Repeat(s.Author, s.Length)).ShouldBe(authors);
            var range = Range(text, a, b);
            authors[range.Start..range.End].Distinct().ShouldBeSubsetOf(blame.Touched(range));
        }, iter: Cases);

    [Fact]
    public void Normalising_again_changes_nothing() =>
        Text.Sample(text => Normaliser.Normalise(Normaliser.Normalise(text)) == Normaliser.Normalise(text), iter: Cases);

    [Fact]
    public void What_is_read_of_plain_words_is_the_words() =>
        Gen.OneOf("the", "mayor", "31", "“We", "rebuild”", "it’s", "🎈").Array[1, 30].Select(words => string.Join(' ', words)).Sample(
            text => ReadersText.OfMarkdown(text).Text.TrimEnd('\n') == text && ReadersText.OfMarkdown(text).Words(new TextRange(0, text.Length)) == text, iter: Cases);

    [Fact]
    public void A_mebibyte_against_another_is_compared_in_bounded_work()
    {
        var random = new Random(7);
        string Words(string of) => string.Concat(Enumerable.Range(0, 180_000).Select(_ => $"{of}{random.Next(100_000)} "));
        foreach (var (before, after) in new[]
        {
            (Words("a"), Words("b")),
            (Words("a"), Words("a")),
            (string.Concat(Enumerable.Repeat("a b ", 260_000)), string.Concat(Enumerable.Repeat("b a ", 260_000))),
            (string.Concat(Enumerable.Range(0, 200_000).Select(i => $"{i % 7}\n")), string.Concat(Enumerable.Range(0, 200_000).Select(i => $"{i % 5}\n"))),
        })
        {
            TextDiff.Between(before, after).Apply(before).ShouldBe(after);
        }
    }

    private static bool Splits(string text, int at) =>
        at > 0 && at < text.Length && ((char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1])) || (text[at] == '\n' && text[at - 1] == '\r'));

    private static TextRange Range(string text, int a, int b)
    {
        var (first, second) = (a % (text.Length + 1), b % (text.Length + 1));
        return new TextRange(Math.Min(first, second), Math.Max(first, second));
    }

    private static List<string> Changed(string[] pieces, (int Kind, int At, int To, string Word)[] changes)
    {
        var changed = pieces.ToList();
        foreach (var (kind, at, to, word) in changes.Where(_ => changed.Count > 0))
        {
            var piece = changed[at % changed.Count];
            switch (kind)
            {
                case 0:
                    changed[at % changed.Count] = word + " ";
                    break;
                case 1:
                    changed.RemoveAt(at % changed.Count);
                    break;
                case 2:
                    changed.Insert(at % changed.Count, word + " ");
                    break;
                default:
                    changed.RemoveAt(at % changed.Count);
                    changed.Insert(to % (changed.Count + 1), piece);
                    break;
            }
        }

        return changed;
    }
}
