using System.Buffers;
using System.Text;

namespace Newsroom.Domain.Articles;

/// <summary>What a text of an article may contain.</summary>
public static class TextRules
{
    /// <summary>The longest text of one field, in bytes of UTF-8.</summary>
    public const int MaxBytes = 1024 * 1024;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\0\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>The refusal of a text no story can hold, or null.</summary>
    public static Refusal? Refuse(ArticleField field, string text)
    {
        var name = field.InWords();
        if (Encoding.UTF8.GetByteCount(text) is var bytes and > MaxBytes)
        {
            return Refusal.TooLarge("text-too-long", $"The {name} is {bytes:N0} bytes long; at most {MaxBytes:N0} bytes of UTF-8 are kept.");
        }

        if (RefuseCharacters(name, text) is { } refusal)
        {
            return refusal;
        }

        if (field != ArticleField.Body)
        {
            return null;
        }

        return ReadersText.TryOfMarkdown(text) is not { } read ? Refusal.Rule("markdown-too-deep", "The body's Markdown is nested deeper than can be read.")
            : read.RawHtmlAt is { } at
            ? Refusal.Rule("raw-html", $"The body has raw HTML at offset {at} (\"{Excerpt(text, at)}\"). Use Markdown; write &lt; for a literal less-than sign.", $"The body has raw HTML at offset {at}.")
            : null;
    }

    /// <summary>The refusal of characters that no text anywhere may hold, or null.</summary>
    public static Refusal? RefuseCharacters(string name, string? text)
    {
        var at = text.AsSpan().IndexOfAny(Forbidden);
        return at < 0 ? null
            : text![at] == '\0' ? Refusal.Rule("nul-character", $"The {name} has a NUL character at offset {at}.")
            : Refusal.Rule("bidi-control", $"The {name} has the bidirectional control U+{(int)text[at]:X4} at offset {at}; such characters show words in another order than they are stored in.");
    }

    private static string Excerpt(string text, int at) => text.Substring(at, Math.Min(20, text.Length - at)).ReplaceLineEndings(" ");
}
