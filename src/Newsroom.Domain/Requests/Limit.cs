using System.Globalization;
using System.Text;

namespace Newsroom.Domain.Requests;

/// <summary>Selects what a limit counts.</summary>
public enum LimitUnit
{
    /// <summary>Unicode code points, as <c>maxLength</c> in JSON Schema.</summary>
    Characters,

    /// <summary>Bytes of UTF-8.</summary>
    Bytes,

    /// <summary>Items of a list.</summary>
    Items,

    /// <summary>The value of a whole number.</summary>
    Number,

    /// <summary>The UTC year of an instant.</summary>
    Year,
}

/// <summary>Selects what an import does with a value beyond its limit.</summary>
public enum ImportOutcome
{
    /// <summary>The request is refused with 400.</summary>
    Refused,

    /// <summary>The value is truncated at a word boundary.</summary>
    Cut,

    /// <summary>The change is skipped and listed in <c>notKept</c>.</summary>
    Skipped,
}

/// <summary>Bounds one member of a request.</summary>
/// <param name="Member">The JSON name of the member, prefixed with the request's type and a dot if that request differs.</param>
/// <param name="Unit">The unit counted.</param>
/// <param name="Minimum">The minimum; 0 for lengths.</param>
/// <param name="Maximum">The maximum.</param>
/// <param name="Import">What an import does with a value beyond the limit.</param>
public sealed record Limit(string Member, LimitUnit Unit, long Minimum, long Maximum, ImportOutcome Import = ImportOutcome.Refused)
{
    /// <summary>Gets whether a request that must have the member must have more than white space in it.</summary>
    public bool IsNotBlank { get; init; }

    /// <summary>Describes the bounds, such as <c>at most 1,000 characters</c>.</summary>
    public string Accepted =>
        Unit switch
        {
            LimitUnit.Characters => $"at most {Written(Maximum)} characters",
            LimitUnit.Bytes => $"at most {Written(Maximum)} bytes of UTF-8",
            LimitUnit.Items => $"at most {Written(Maximum)} items",
            LimitUnit.Number => $"a whole number from {Written(Minimum)} to {Written(Maximum)}",
            _ => string.Create(CultureInfo.InvariantCulture, $"a time from the year {Minimum} to {Maximum}"),
        };

    /// <summary>Returns whether a text is within the bounds.</summary>
    public bool Allows(string text) =>
        Unit switch
        {
            LimitUnit.Characters => text.Length <= Maximum || (text.Length <= 2 * Maximum && CharactersOf(text) <= Maximum),
            LimitUnit.Bytes => Encoding.UTF8.GetByteCount(text) <= Maximum,
            _ => true,
        };

    /// <summary>Returns whether a count or a whole number is within the bounds.</summary>
    public bool Allows(long number) => number >= Minimum && number <= Maximum;

    /// <summary>Returns whether an instant is within the bounds.</summary>
    public bool Allows(DateTimeOffset time) => Allows(time.UtcDateTime.Year);

    /// <summary>Returns whether a date is within the bounds.</summary>
    public bool Allows(DateOnly date) => Allows(date.Year);

    /// <summary>Returns the same bounds of a member that may not be blank.</summary>
    public Limit NotBlank() => this with { IsNotBlank = true };

    /// <summary>Truncates a text to the bounds, at the last white space if that is in the second half.</summary>
    public string Cut(string text)
    {
        if (Allows(text))
        {
            return text;
        }

        var (end, left) = (0, Maximum - 1);
        foreach (var rune in text.EnumerateRunes())
        {
            if (left-- == 0)
            {
                break;
            }

            end += rune.Utf16SequenceLength;
        }

        var space = text.AsSpan(0, end).LastIndexOfAny(" \t\r\n");
        return string.Concat(text.AsSpan(0, space > end / 2 ? space : end).TrimEnd(), "…");
    }

    private static int CharactersOf(string text) => text.Length - text.Count(char.IsLowSurrogate);

    private static string Written(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
