using System.Text.Json.Serialization;

namespace Newsroom.Domain.Text;

/// <summary>A half-open range of a text, in UTF-16 code units.</summary>
/// <param name="Start">Offset of the first code unit.</param>
/// <param name="End">Offset just behind the last.</param>
public readonly record struct TextRange(int Start, int End)
{
    /// <summary>Number of code units.</summary>
    [JsonIgnore]
    public int Length => End - Start;

    /// <summary>Whether nothing lies in it.</summary>
    [JsonIgnore]
    public bool IsEmpty => End <= Start;

    /// <summary>Whether the two share at least one code unit.</summary>
    public bool Overlaps(TextRange other) => Start < other.End && other.Start < End;

    /// <summary>The words of <paramref name="text"/> in this range.</summary>
    public string Of(string text) => text[Start..End];

    /// <summary>Whether the range lies in <paramref name="text"/> and splits no surrogate pair.</summary>
    public bool FitsIn(string text) =>
        Start >= 0 && Start <= End && End <= text.Length && !SplitsPair(text, Start) && !SplitsPair(text, End);

    /// <inheritdoc/>
    public override string ToString() => $"{Start}-{End}";

    private static bool SplitsPair(string text, int at) =>
        at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]);
}
