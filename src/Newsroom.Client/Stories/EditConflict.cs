namespace Newsroom.Client.Stories;

/// <summary>A stretch of a text that two sides changed.</summary>
/// <param name="Field">The text.</param>
/// <param name="Base">The words in the version that the refused command was based on.</param>
/// <param name="Yours">The words that the refused command makes of them.</param>
/// <param name="Theirs">The current words, and who changed them.</param>
public sealed record EditConflict(string Field, ConflictSide Base, ConflictSide Yours, ConflictSide Theirs);

/// <summary>One side of a conflict.</summary>
/// <param name="Words">The words.</param>
/// <param name="By">The people who changed them.</param>
/// <param name="Version">The version that they are of.</param>
public sealed record ConflictSide(string Words, IReadOnlyList<string> By, long Version)
{
    /// <summary>Gets their place: of base and yours, in the base version; of theirs, in the current text.</summary>
    public QuotedRange Range { get; init; } = new(0, 0);
}
