using Newsroom.Client.Stories;

namespace Newsroom.Console.Checking;

/// <summary>The paragraph of a passage, as it is written.</summary>
/// <param name="Before">The text before the passage.</param>
/// <param name="Words">The words of the passage.</param>
/// <param name="After">The text after it.</param>
public sealed record Paragraph(string Before, string Words, string After)
{
    /// <summary>The most code units on either side of the passage.</summary>
    public const int Room = 2_000;

    /// <summary>Finds the paragraph of a passage; null where no word of it is left.</summary>
    internal static Paragraph? Of(StoryDetails story, PassageDetails passage)
    {
        var text = passage.Field switch
        {
            "headline" => story.Article.Headline,
            "standfirst" => story.Article.Standfirst,
            _ => story.Article.Body,
        };
        return passage.Range is { } range && range.Start >= 0 && range.Start <= range.End && range.End <= text.Length
            ? new Paragraph(
                text[StartOf(text, range.Start)..range.Start],
                text[range.Start..range.End],
                text[range.End..EndOf(text, range.End)]
            )
            : null;
    }

    private static int StartOf(string text, int place)
    {
        var start = place;
        while (start > 0 && place - start < Room && !IsBlankLineAt(text, start - 1))
        {
            start--;
        }

        return start < text.Length && char.IsLowSurrogate(text[start]) ? start + 1 : start;
    }

    private static int EndOf(string text, int place)
    {
        var end = place;
        while (end < text.Length && end - place < Room && !IsBlankLineAt(text, end))
        {
            end++;
        }

        return end > 0 && end < text.Length && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
    }

    /// <summary>Returns whether a line ends at a place, and the next line is blank or the line itself is.</summary>
    private static bool IsBlankLineAt(string text, int place)
    {
        if (text[place] != '\n')
        {
            return false;
        }

        var (before, after) = (place - 1, place + 1);
        while (before >= 0 && text[before] is ' ' or '\t' or '\r')
        {
            before--;
        }

        while (after < text.Length && text[after] is ' ' or '\t' or '\r')
        {
            after++;
        }

        return before < 0 || text[before] == '\n' || after >= text.Length || text[after] == '\n';
    }
}
