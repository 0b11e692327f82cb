using Newsroom.Client.Stories;

namespace Newsroom.Console.Text;

/// <summary>The words of a passage in one text.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Start">The offset of its source, in UTF-16 code units.</param>
/// <param name="End">The offset after its source.</param>
internal sealed record Mark(PassageDetails Passage, int Start, int End)
{
    /// <summary>Returns the marks of a text, in their order.</summary>
    public static IReadOnlyList<Mark> Of(StoryDetails story, string field) =>
        [
            .. story
                .Passages.Where(p => p.Field == field && p.Range is not null)
                .Select(p => new Mark(p, p.Range!.Start, p.Range.End))
                .OrderBy(mark => mark.Start)
                .ThenBy(mark => mark.End),
        ];

    /// <summary>Returns whether the mark has a part of a range of the source.</summary>
    public bool Covers(int start, int end) => Start < end && start < End;
}
