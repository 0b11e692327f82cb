using System.Buffers;
using System.Text;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>Finds the marks and paragraphs of a text in linear time.</summary>
internal sealed class MarkScanner
{
    private static readonly SearchValues<char> Interesting = SearchValues.Create(
        "\n\r\"'`´«»‹›‘’‚‛“”„‟′″‵‶ʺ˝ˮʹʻʼʽ״׳⹂「」『』〝〞〟《》〈〉＂＇｢｣﹁﹂﹃﹄❛❜❝❞❟❠❮❯⸂⸃⸄⸅⸉⸊⸌⸍⸜⸝⸠⸡,<>\uD83D"
    );

    private readonly string text;

    private MarkScanner(string text) => this.text = text;

    public List<MarkToken> Marks { get; } = [];

    public List<TextRange> Paragraphs { get; } = [];

    public static MarkScanner Scan(string text)
    {
        var scanner = new MarkScanner(text);
        scanner.Scan();
        return scanner;
    }

    private void Scan()
    {
        var start = 0;
        for (var at = 0; at < text.Length;)
        {
            var skipped = text.AsSpan(at).IndexOfAny(Interesting);
            if (skipped < 0)
            {
                break;
            }

            at += skipped;
            if (text[at] is '\n' or '\r')
            {
                if (EndsParagraph(at, out var next))
                {
                    Paragraphs.Add(new TextRange(start, at));
                    start = next;
                }

                at = next;
                continue;
            }

            var kind = QuotationMarks.KindAt(text, at, out var length);
            if (kind == '\0')
            {
                at++;
                continue;
            }

            Marks.Add(new MarkToken(at, (byte)length, kind, Paragraphs.Count, Before(at, start), After(at + length)));
            at += length;
        }

        Paragraphs.Add(new TextRange(Math.Min(start, text.Length), text.Length));
    }

    /// <summary>Returns the visible character before a place, or the edge of the paragraph.</summary>
    private Rune Before(int at, int start)
    {
        while (at > start)
        {
            _ = Rune.DecodeLastFromUtf16(text.AsSpan(start, at - start), out var rune, out var length);
            if (!Invisible.Is(rune) && !CombiningMarks.Is(rune))
            {
                return rune;
            }

            at -= length;
        }

        return MarkToken.Edge;
    }

    /// <summary>Returns the visible character at or after a place, or the edge of the text.</summary>
    private Rune After(int at)
    {
        while (at < text.Length)
        {
            _ = Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            if (!Invisible.Is(rune) && !CombiningMarks.Is(rune))
            {
                return rune;
            }

            at += length;
        }

        return MarkToken.Edge;
    }

    private bool EndsParagraph(int at, out int next)
    {
        var lineEnds = 0;
        for (next = at; next < text.Length;)
        {
            _ = Rune.DecodeFromUtf16(text.AsSpan(next), out var rune, out var length);
            if (!Invisible.IsSpace(rune) && !Invisible.Is(rune))
            {
                break;
            }

            lineEnds += rune.Value == '\n' || (rune.Value == '\r' && (next + 1 == text.Length || text[next + 1] != '\n')) ? 1 : 0;
            next += length;
        }

        return lineEnds >= 2 || next == text.Length;
    }
}
