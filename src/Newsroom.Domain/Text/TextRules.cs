using System.Text;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Requests;

namespace Newsroom.Domain.Text;

/// <summary>Validates the texts of an article.</summary>
public static class TextRules
{
    /// <summary>The maximum length of a field in UTF-8 bytes.</summary>
    public const int MaxBytes = LimitTable.BodyBytes;

    /// <summary>Refuses an invalid text; null if it is valid.</summary>
    /// <param name="field">The field, which decides the maximum length.</param>
    /// <param name="text">The new text.</param>
    /// <param name="before">
    /// The field's previous text; null for a new story. If it has raw HTML (imported texts only), comments and plain tags are accepted.
    /// </param>
    public static Refusal? Refuse(ArticleField field, string text, string? before = null) =>
        RefuseLength(field, text) ?? RefuseContent(field, text, before) ?? RefuseInvisible(field, text);

    /// <summary>Refuses invalid content, whatever its length; null if it is valid.</summary>
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

    /// <summary>Refuses Markdown that is too expensive to parse; null if it is accepted.</summary>
    /// <param name="name">The name of the text for the message.</param>
    /// <param name="text">The Markdown.</param>
    /// <param name="read">The visible text; null if refused.</param>
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
            return Refusal.Rule("markdown-too-deep", $"The {name}'s Markdown is nested too deeply.");
        }
        catch (MarkdownTooComplexException tooComplex)
        {
            return Refusal.Rule(
                "markdown-too-complex",
                $"The {name}'s Markdown takes too much work to parse; the parser stopped at offset {tooComplex.At}. Close or escape the "
                    + "brackets, emphasis marks, backticks and less-than signs before it, or end the paragraph or the list earlier."
            );
        }
    }

    /// <summary>Refuses Markdown of another text than a body; null if it is accepted.</summary>
    public static Refusal? RefuseMarkdownText(string name, string text)
    {
        if ((RefuseCharacters(name, text) ?? RefuseMarkdown(name, text, out var read) ?? RefuseRead(name, read!)) is { } refusal)
        {
            return refusal;
        }

        return VisibleText.TryOfMarkdown(text)?.RawHtmlAt is { } at
            ? Refusal.Rule(
                "raw-html",
                $"The {name} contains raw HTML at offset {at}. Use Markdown; write &lt; for a literal less-than sign."
            )
            : null;
    }

    /// <summary>Refuses forbidden characters; null if there are none.</summary>
    public static Refusal? RefuseCharacters(string name, string? text)
    {
        return ForbiddenCharacters.Find(text) is var (at, codePoint, code)
            ? RefuseCharacter(name, codePoint, code, $"at offset {at}")
            : CombiningMarks.Refuse(name, text);
    }

    /// <summary>Refuses a text that exceeds its field's limit; null if it is valid.</summary>
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
        return Refusal.TooLarge("text-too-long", $"The {name} has {length}. Accepted: {limit.Accepted}.");
    }

    /// <summary>Refuses forbidden characters written as entities or in link titles; null if there are none.</summary>
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
            ? Refusal.Rule("headline-invisible", "The headline has no visible character. Write words, or leave it empty.")
            : null;

    private static Refusal RefuseCharacter(string name, int codePoint, string code, string where) =>
        code switch
        {
            "nul-character" => Refusal.Rule(code, $"The {name} contains a NUL character {where}; remove it."),
            "bidi-control" => Refusal.Rule(
                code,
                $"The {name} contains the bidirectional control {ForbiddenCharacters.Written(codePoint)} {where}; such characters display "
                    + "words in another order than they are stored in. Remove it."
            ),
            "noncharacter" => Refusal.Rule(
                code,
                $"The {name} contains the noncharacter {ForbiddenCharacters.Written(codePoint)} {where}; Unicode reserves it for internal "
                    + "use, and texts must not contain it."
            ),
            _ => Refusal.Rule(
                code,
                $"The {name} contains half of a surrogate pair ({ForbiddenCharacters.Written(codePoint)}) {where}; "
                    + "it is not a character by itself."
            ),
        };

    private static Refusal? RefuseHtml(string text, VisibleText read, string? before)
    {
        var isImported = before is not null && VisibleText.TryOfMarkdown(before)?.RawHtmlAt is not null;
        var kept = isImported ? $" Comments and {PlainHtml.Tags} without attributes are accepted." : "";
        return (isImported ? read.ForbiddenHtmlAt : read.RawHtmlAt) is { } at
            ? Refusal.Rule(
                "raw-html",
                $"The body contains raw HTML at offset {at} (\"{Excerpt(text, at)}\"). Use Markdown; write &lt; for a literal less-than "
                    + $"sign.{kept}",
                $"The body contains raw HTML at offset {at}."
            )
            : null;
    }

    private static string Excerpt(string text, int at) => text.Substring(at, Math.Min(20, text.Length - at)).ReplaceLineEndings(" ");
}
