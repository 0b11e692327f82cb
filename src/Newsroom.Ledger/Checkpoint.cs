using System.Globalization;

namespace Newsroom.Ledger;

/// <summary>Commits to the state of a log at one size (C2SP tlog-checkpoint).</summary>
/// <param name="Origin">The log's name.</param>
/// <param name="Size">The number of leaves.</param>
/// <param name="Root">The root hash over them.</param>
public sealed record Checkpoint(string Origin, long Size, MerkleHash Root)
{
    /// <summary>Gets the preceding checkpoint, from an extension line; null if none is named.</summary>
    public PreviousCheckpoint? Previous { get; init; }

    /// <summary>Gets the text to be signed.</summary>
    public string Text => $"{Origin}\n{Size.ToString(CultureInfo.InvariantCulture)}\n{Root}\n{(Previous is null ? "" : $"{Previous}\n")}";

    /// <summary>Parses the text of a note. Unknown extension lines, from line 4 on, are ignored.</summary>
    /// <exception cref="FormatException">The text is not a checkpoint.</exception>
    public static Checkpoint Parse(string text) =>
        text.EndsWith('\n')
        && text[..^1].Split('\n') is [{ Length: > 0 } origin, var size, var root, .. var extensions]
        && extensions.All(e => e.Length > 0)
        && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var leaves)
        && leaves.ToString(CultureInfo.InvariantCulture) == size
        && MerkleHash.TryParse(root, out var hash)
            ? new Checkpoint(origin, leaves, hash)
            {
                Previous = extensions.Select(PreviousCheckpoint.Find).FirstOrDefault(p => p is not null),
            }
            : throw new FormatException("Not a checkpoint: expected the lines origin, size and root hash in base64.");
}
