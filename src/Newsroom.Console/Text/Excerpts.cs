using Newsroom.Client.Stories;

namespace Newsroom.Console.Text;

/// <summary>Shortens long texts where nothing changed.</summary>
internal static class Excerpts
{
    private const int Room = 160;

    private const string Omission = " […] ";

    /// <summary>Shortens the words that are the same, between changes and around them.</summary>
    public static IReadOnlyList<TextStretch> Of(IReadOnlyList<TextStretch> stretches) =>
        [
            .. stretches.Select(
                (stretch, index) => stretch.Change == "same" ? Of(stretch, index == 0, index == stretches.Count - 1) : stretch
            ),
        ];

    /// <summary>Shortens a text to its beginning.</summary>
    public static string Of(string text) => text.Length <= Room ? text : $"{text[..Cut(text, Room)]}…";

    private static TextStretch Of(TextStretch stretch, bool isFirst, bool isLast)
    {
        var words = stretch.Words;
        var (head, tail) = (isFirst ? 0 : Cut(words, Room), isLast ? words.Length : Cut(words, words.Length - Room));
        return tail - head <= Room ? stretch : stretch with { Words = $"{words[..head]}{Omission}{words[tail..]}" };
    }

    /// <summary>Returns a place in a text that is not between the halves of a surrogate pair.</summary>
    private static int Cut(string text, int place)
    {
        var cut = Math.Clamp(place, 0, text.Length);
        return cut > 0 && cut < text.Length && char.IsLowSurrogate(text[cut]) ? cut - 1 : cut;
    }
}
