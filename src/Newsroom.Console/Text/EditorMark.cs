using System.Text.Json;
using Newsroom.Client.Stories;

namespace Newsroom.Console.Text;

/// <summary>
/// A quote or a claim in a text of the editor. Offsets are those of the text in a browser, which counts a line end as one.
/// </summary>
/// <param name="From">The offset of its words.</param>
/// <param name="To">The offset after its words.</param>
/// <param name="State">The state of the passage.</param>
/// <param name="Title">The passage and its state, in words.</param>
internal sealed record EditorMark(int From, int To, string State, string Title)
{
    /// <summary>Returns the marks of a text as JSON; null for none.</summary>
    /// <param name="shown">The story as the editor showed it first; null where that is not known.</param>
    /// <param name="field">The text.</param>
    /// <param name="typed">The text as it is now.</param>
    public static string? Write(StoryDetails? shown, string field, string typed) =>
        shown is not null && Of(shown, field, typed) is { Count: > 0 } marks
            ? JsonSerializer.Serialize(marks, JsonSerializerOptions.Web)
            : null;

    /// <summary>Returns the marks of a text: those before and after all that was typed, and those whose words occur once in it.</summary>
    public static IReadOnlyList<EditorMark> Of(StoryDetails shown, string field, string typed)
    {
        var before = WrittenTexts.Of(shown.Article)[field];
        var (from, to) = (TypedText.WithLineFeeds(before), TypedText.WithLineFeeds(typed));
        var most = Math.Min(from.Length, to.Length);
        var head = from.Zip(to).TakeWhile(pair => pair.First == pair.Second).Count();
        var tail = Enumerable.Range(1, most - head).TakeWhile(i => from[^i] == to[^i]).Count();
        return [.. Mark.Of(shown, field).Select(mark => Move(mark)).OfType<EditorMark>()];

        EditorMark? Move(Mark mark)
        {
            var (start, end) = (Offset(mark.Start), Offset(mark.End));
            var moved = OffsetOf(start, end);
            return start < end && moved >= 0 ? new EditorMark(moved, moved + end - start, mark.Passage.State, TitleOf(mark)) : null;
        }

        int OffsetOf(int start, int end)
        {
            if (end <= head)
            {
                return start;
            }

            return start >= from.Length - tail ? start - from.Length + to.Length : OnlyOffset(from[start..end]);
        }

        int Offset(int source) => source - before.AsSpan(0, source).Count("\r\n");

        int OnlyOffset(string words)
        {
            var found = to.IndexOf(words, head, to.Length - tail - head, StringComparison.Ordinal);
            return found >= 0 && to.LastIndexOf(words, StringComparison.Ordinal) == found ? found : -1;
        }
    }

    private static string TitleOf(Mark mark) => $"{mark.Passage.Id} {Codes.InWords(mark.Passage.State)}";
}
