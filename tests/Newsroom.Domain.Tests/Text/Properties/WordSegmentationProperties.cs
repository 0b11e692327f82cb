using CsCheck;

namespace Newsroom.Domain.Tests.Text.Properties;

public sealed class WordSegmentationProperties
{
    [Fact]
    public void Boundaries_are_those_of_the_rules() =>
        Gen.Int[0, ReferenceWordBreaks.Characters.Count - 1]
            .List[0, 9]
            .Sample(
                characters =>
                    WordSegmentation
                        .Boundaries(string.Concat(characters.Select(c => ReferenceWordBreaks.Characters[c])))
                        .SequenceEqual(ReferenceWordBreaks.Of(characters)),
                iter: 10 * Cases
            );

    [Fact]
    public void Segments_are_the_text_and_none_is_empty() =>
        RandomTexts.Text.Sample(
            text =>
                string.Concat(WordSegmentation.Segments(text).Select(s => text[s.Start..s.End])) == text
                && WordSegmentation.Segments(text).All(s => s.Length > 0),
            iter: Cases
        );

    [Fact]
    public void The_segment_at_a_boundary_does_not_depend_on_the_text_before() =>
        RandomTexts.Text.Sample(
            text =>
                WordSegmentation
                    .Segments(text)
                    .All(s => WordSegmentation.At(text.AsSpan(s.Start), 0) == new WordSegment(0, s.Length, s.Kind)),
            iter: Cases
        );
}
