using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Stories.Gates;

/// <summary>Turns of phrase that the gates' messages share.</summary>
internal static class GateSentences
{
    private const int LongestWords = 160;

    /// <summary>The people who cannot; empty where there are none.</summary>
    public static string Except(IEnumerable<string> people) =>
        people.Distinct().ToList() is { Count: > 0 } excepted ? $", but not {string.Join(" or ", excepted.Select(Person))}" : "";

    /// <summary>A person, for the reader's side to fill in their name.</summary>
    public static string Person(string identity) => $"{{{identity}}}";

    /// <summary>Words as long as a sentence bears.</summary>
    public static string Cut(string words) =>
        words.Length <= LongestWords
            ? words
            : $"{words[..(char.IsHighSurrogate(words[LongestWords - 1]) ? LongestWords - 1 : LongestWords)]}…";

    /// <summary>What people gave as a reason, with the stop they ended it with or one of ours.</summary>
    public static string Given(string? reason) =>
        reason?.TrimEnd() switch
        {
            null or "" => "no reason given.",
            [.., '.' or '!' or '?' or '…'] ended => ended,
            var open => $"{open}.",
        };
}
