using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Newsroom.Domain.Text;

/// <summary>
/// Writes blame as text, in about a tenth of the length of its spans and seams as JSON objects. Each author and version is listed once;
/// spans are their lengths, seams their distances from the seam before, both with an index into the list: <c>12:0 3:1</c>.
/// </summary>
internal sealed class BlameNotation
{
    private readonly ImmutableArray<BlameSpan>.Builder by = ImmutableArray.CreateBuilder<BlameSpan>();
    private readonly Dictionary<BlameSpan, int> indexes = [];

    /// <summary>Gets the authors and versions written so far, as spans without length.</summary>
    public ImmutableArray<BlameSpan> By => by.ToImmutable();

    /// <summary>Writes spans.</summary>
    public void Append(StringBuilder text, ImmutableArray<BlameSpan> spans)
    {
        var separator = "";
        foreach (var span in spans)
        {
            text.Append(CultureInfo.InvariantCulture, $"{separator}{span.Length}:{IndexOf(span with { Length = 0 })}");
            separator = " ";
        }
    }

    /// <summary>Writes seams.</summary>
    public void Append(StringBuilder text, ImmutableArray<Seam> seams)
    {
        var (separator, last) = ("", 0);
        foreach (var seam in seams)
        {
            var index = IndexOf(new BlameSpan(0, seam.Author, seam.Version));
            text.Append(CultureInfo.InvariantCulture, $"{separator}{seam.At - last}:{index}");
            (separator, last) = (" ", seam.At);
        }
    }

    /// <summary>Reads blame.</summary>
    /// <exception cref="JsonException">The text is malformed.</exception>
    public static Blame Read(ImmutableArray<BlameSpan> by, ReadOnlySpan<char> spans, ReadOnlySpan<char> seams)
    {
        var read = ImmutableArray.CreateBuilder<BlameSpan>(Count(spans));
        while (Next(ref spans, by, out var length, out var author))
        {
            read.Add(author with { Length = length });
        }

        var cuts = ImmutableArray.CreateBuilder<Seam>(Count(seams));
        var at = 0;
        while (Next(ref seams, by, out var distance, out var author))
        {
            at += distance;
            cuts.Add(new Seam(at, author.Author, author.Version));
        }

        return new Blame(read.MoveToImmutable(), cuts.MoveToImmutable());
    }

    private static int Count(ReadOnlySpan<char> text) => text.IsEmpty ? 0 : text.Count(' ') + 1;

    private static bool Next(ref ReadOnlySpan<char> text, ImmutableArray<BlameSpan> by, out int number, out BlameSpan author)
    {
        (number, author) = (0, default);
        if (text.IsEmpty)
        {
            return false;
        }

        var end = text.IndexOf(' ');
        var pair = end < 0 ? text : text[..end];
        var colon = pair.IndexOf(':');
        if (
            colon < 0
            || end == text.Length - 1
            || !int.TryParse(pair[..colon], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
            || !int.TryParse(pair[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            || index >= by.Length
        )
        {
            throw new JsonException($"\"{pair}\" is not a number with the index of an author.");
        }

        author = by[index];
        text = end < 0 ? [] : text[(end + 1)..];
        return true;
    }

    private int IndexOf(BlameSpan author)
    {
        if (!indexes.TryGetValue(author, out var index))
        {
            indexes.Add(author, index = by.Count);
            by.Add(author);
        }

        return index;
    }
}
