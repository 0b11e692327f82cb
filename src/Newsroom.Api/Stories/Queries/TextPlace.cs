using System.Globalization;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Stories.Queries;

/// <summary>A position in a story's texts, which pages of quoted words and of blame start after: <c>body-1045</c>.</summary>
/// <param name="Field">The field.</param>
/// <param name="Start">The offset, in UTF-16 code units.</param>
public sealed record TextPlace(ArticleField Field, int Start)
{
    /// <summary>Reads a position, null where there is none; returns a refusal where it is invalid.</summary>
    public static Refusal? Read(string? written, out TextPlace? place)
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
            place = new TextPlace(field, start);
            return null;
        }

        return new Refusal(
            RefusalKind.Malformed,
            "cursor",
            "\"after\" is not a position such as body-1045. Take it from the Link header of the previous page."
        );
    }

    /// <summary>Returns whether a position is after another.</summary>
    public static bool operator >(TextPlace one, TextPlace other) => (one.Field, one.Start).CompareTo((other.Field, other.Start)) > 0;

    /// <summary>Returns whether a position is before another.</summary>
    public static bool operator <(TextPlace one, TextPlace other) => other > one;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Field.ToKebabCase()}-{Start}");
}
