using System.Text.Json.Serialization;

namespace Newsroom.Domain.Text;

/// <summary>Represents a half-open range of a text in UTF-16 code units.</summary>
/// <param name="Start">The offset of the first code unit.</param>
/// <param name="End">The offset after the last code unit.</param>
public readonly record struct TextRange(int Start, int End)
{
    /// <summary>Gets the length in UTF-16 code units.</summary>
    [JsonIgnore]
    public int Length => End - Start;

    /// <summary>Gets whether the range contains no code unit.</summary>
    [JsonIgnore]
    public bool IsEmpty => End <= Start;

    /// <summary>Returns whether the ranges share at least one code unit.</summary>
    public bool Overlaps(TextRange other) => Start < other.End && other.Start < End;

    /// <summary>Returns the text in this range.</summary>
    public string Of(string text) => text[Start..End];

    /// <summary>Returns whether the range lies in <paramref name="text"/> and splits no surrogate pair.</summary>
    public bool FitsIn(string text) =>
        Start >= 0 && Start <= End && End <= text.Length && !SplitsPair(text, Start) && !SplitsPair(text, End);

    /// <inheritdoc/>
    public override string ToString() => $"{Start}-{End}";

    private static bool SplitsPair(string text, int at) =>
        at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]);
}
