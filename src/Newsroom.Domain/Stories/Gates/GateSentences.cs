using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Stories.Gates;

/// <summary>Formats phrases that the gates' messages share.</summary>
internal static class GateSentences
{
    private const int MaxCharacters = 160;

    /// <summary>Lists the people who cannot act; empty where there are none.</summary>
    public static string Except(IEnumerable<string> people) =>
        people.Distinct().ToList() is { Count: > 0 } excepted ? $", but not {string.Join(" or ", excepted.Select(Person))}" : "";

    /// <summary>Formats a person, to be replaced with their name by reads.</summary>
    public static string Person(string identity) => $"{{{identity}}}";

    /// <summary>Truncates words for a sentence; a quotation keeps its closing mark.</summary>
    public static string Cut(string words)
    {
        if (words.Length <= MaxCharacters)
        {
            return words;
        }

        var end = char.IsHighSurrogate(words[MaxCharacters - 1]) ? MaxCharacters - 1 : MaxCharacters;
        var opening = QuotationMarks.KindAt(words, 0, out _);
        var closing = opening != '\0' && QuotationMarks.ClosersOf(opening).Contains(words[^1], StringComparison.Ordinal) ? words[^1..] : "";
        return $"{words[..end]}…{closing}";
    }

    /// <summary>Formats a given reason with a final stop.</summary>
    public static string Given(string? reason) =>
        reason?.TrimEnd() switch
        {
            null or "" => "no reason given.",
            [.., '.' or '!' or '?' or '…'] ended => ended,
            var open => $"{open}.",
        };
}
