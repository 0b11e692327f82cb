using System.Text;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Requests;

namespace Newsroom.Domain.Text;

/// <summary>What a text of an article may contain.</summary>
public static class TextRules
{
    /// <summary>The longest text of one field, in bytes of UTF-8.</summary>
    public const int MaxBytes = LimitTable.BodyBytes;

    /// <summary>The refusal of a text no story can hold, or null.</summary>
    /// <param name="field">The field.</param>
    /// <param name="text">The text.</param>
    /// <param name="before">The field's text until now; null for a new story. Where it has raw HTML, as only imported texts do, comments
    /// and plain tags may stay.</param>
    public static Refusal? Refuse(ArticleField field, string text, string? before = null) =>
        RefuseLength(field, text) ?? RefuseContent(field, text, before) ?? RefuseInvisible(field, text);

    /// <summary>The refusal of what a text holds, however long it is, or null.</summary>
    public static Refusal? RefuseContent(ArticleField field, string text, string? before = null)
    {
        var name = field.ToKebabCase();
        if (RefuseCharacters(name, text) is { } refusal)
        {
            return refusal;
        }

        if (field != ArticleField.Body)
        {
            return null;
        }

        return RefuseMarkdown(name, text, out var read)
            ?? RefuseRead(name, read!)
            ?? (read!.RawHtmlAt is null ? null : RefuseHtml(text, read, before));
    }

    /// <summary>The refusal of Markdown that takes too much work to parse, or null.</summary>
    /// <param name="name">The text, as people call it.</param>
    /// <param name="text">Markdown.</param>
    /// <param name="read">The text as readers read it; null when it is refused.</param>
    public static Refusal? RefuseMarkdown(string name, string text, out VisibleText? read)
    {
        read = null;
        try
        {
            read = VisibleText.OfNewMarkdown(text);
            return CombiningMarks.Refuse(name, read.Text);
        }
        catch (ArgumentException)
        {
            return Refusal.Rule("markdown-too-deep", $"The {name}'s Markdown is nested deeper than can be read.");
        }
        catch (MarkdownTooComplexException tooComplex)
        {
            return Refusal.Rule(
                "markdown-too-complex",
                $"The {name}'s Markdown takes too much work to parse; the parser gave up at offset {tooComplex.At}. Close or escape the "
                    + "brackets, emphasis marks, backticks and less-than signs before it, or end the paragraph or the list earlier."
            );
        }
    }

    /// <summary>The refusal of characters that no text anywhere may hold, or null.</summary>
    public static Refusal? RefuseCharacters(string name, string? text)
    {
        return ForbiddenCharacters.Find(text) is var (at, codePoint, code)
            ? RefuseCharacter(name, codePoint, code, $"at offset {at}")
            : CombiningMarks.Refuse(name, text);
    }

    /// <summary>The refusal of a text longer than its field, or null.</summary>
    public static Refusal? RefuseLength(ArticleField field, string text)
    {
        var (name, limit) = (field.ToKebabCase(), LimitTable.The(field.ToKebabCase()));
        if (limit.Allows(text))
        {
            return null;
        }

        var length =
            limit.Unit == LimitUnit.Bytes
                ? $"{Encoding.UTF8.GetByteCount(text):N0} bytes"
                : $"{text.EnumerateRunes().Count():N0} characters";
        return Refusal.TooLarge("text-too-long", $"The {name} is {length} long; {limit.Accepted} are kept.");
    }

    /// <summary>
    /// The refusal of forbidden characters that a reader reads though the source writes them otherwise (entities, titles of links), or
    /// null.
    /// </summary>
    public static Refusal? RefuseRead(string name, VisibleText read)
    {
        if (ForbiddenCharacters.Find(read.Text) is var (at, codePoint, code))
        {
            return RefuseCharacter(name, codePoint, code, $"at offset {read.Source(at, 1).Start}, written as an entity");
        }

        return read.BadTitle is var (place, bad, kind)
            ? RefuseCharacter(name, bad, kind, $"in the title of the link at offset {place}")
            : null;
    }

    private static Refusal? RefuseInvisible(ArticleField field, string text) =>
        field == ArticleField.Headline && text.Length > 0 && InvisibleCharacters.AreAllOf(text)
            ? Refusal.Rule("headline-invisible", "The headline has only characters that nobody sees. Give it words, or leave it empty.")
            : null;

    private static Refusal RefuseCharacter(string name, int codePoint, string code, string where) =>
        code switch
        {
            "nul-character" => Refusal.Rule(code, $"The {name} has a NUL character {where}."),
            "bidi-control" => Refusal.Rule(
                code,
                $"The {name} has the bidirectional control {ForbiddenCharacters.Written(codePoint)} {where}; such characters show words in another order than they are stored in."
            ),
            "noncharacter" => Refusal.Rule(
                code,
                $"The {name} has the noncharacter {ForbiddenCharacters.Written(codePoint)} {where}; Unicode reserves it for internal "
                    + "use, and no text has it."
            ),
            _ => Refusal.Rule(
                code,
                $"The {name} has half of a surrogate pair ({ForbiddenCharacters.Written(codePoint)}) {where}; it is no character by "
                    + "itself."
            ),
        };

    private static Refusal? RefuseHtml(string text, VisibleText read, string? before)
    {
        var isImported = before is not null && VisibleText.TryOfMarkdown(before)?.RawHtmlAt is not null;
        var kept = isImported ? $" Comments and {PlainHtml.Tags} without attributes may stay." : "";
        return (isImported ? read.ForbiddenHtmlAt : read.RawHtmlAt) is { } at
            ? Refusal.Rule(
                "raw-html",
                $"The body has raw HTML at offset {at} (\"{Excerpt(text, at)}\"). Use Markdown; write &lt; for a literal less-than "
                    + $"sign.{kept}",
                $"The body has raw HTML at offset {at}."
            )
            : null;
    }

    private static string Excerpt(string text, int at) => text.Substring(at, Math.Min(20, text.Length - at)).ReplaceLineEndings(" ");
}
