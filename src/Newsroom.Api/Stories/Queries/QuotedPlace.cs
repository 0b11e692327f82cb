using System.Globalization;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Gates;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Stories.Queries;

/// <summary>A position in the list of quoted words: a field and an offset in it, written <c>body-1045</c>.</summary>
/// <param name="Field">The field.</param>
/// <param name="Start">The offset, in UTF-16 code units.</param>
public sealed record QuotedPlace(ArticleField Field, int Start)
{
    /// <summary>Returns the position of quoted words.</summary>
    public static QuotedPlace Of(QuotedWords words) => new(words.Field, words.Range.Start);

    /// <summary>Reads a position, null where there is none; returns a refusal where it is invalid.</summary>
    public static Refusal? Read(string? written, out QuotedPlace? place)
    {
        place = null;
        if (string.IsNullOrEmpty(written))
        {
            return null;
        }

        if (
            written.Split('-', 2) is [var name, var offset]
            && int.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && Array.Find(Enum.GetValues<ArticleField>(), f => f.ToKebabCase() == name) is var field
            && field.ToKebabCase() == name
        )
        {
            place = new QuotedPlace(field, start);
            return null;
        }

        return new Refusal(
            RefusalKind.Malformed,
            "cursor",
            "\"after\" is not a position such as body-1045. Take it from the Link header of the previous page."
        );
    }

    /// <summary>Returns whether a position is after another.</summary>
    public static bool operator >(QuotedPlace one, QuotedPlace other) => (one.Field, one.Start).CompareTo((other.Field, other.Start)) > 0;

    /// <summary>Returns whether a position is before another.</summary>
    public static bool operator <(QuotedPlace one, QuotedPlace other) => other > one;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Field.ToKebabCase()}-{Start}");
}
