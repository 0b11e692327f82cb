using System.Globalization;

namespace Newsroom.Ledger;

/// <summary>What a log says of itself at one moment (C2SP tlog-checkpoint): everything it held then, in one hash.</summary>
/// <param name="Origin">The log's name.</param>
/// <param name="Size">How many leaves it had.</param>
/// <param name="Root">The root over them.</param>
public sealed record Checkpoint(string Origin, long Size, MerkleHash Root)
{
    /// <summary>The checkpoint that this one follows, in an extension line; null where none is named.</summary>
    public PreviousCheckpoint? Previous { get; init; }

    /// <summary>The text that is signed.</summary>
    public string Text => $"{Origin}\n{Size.ToString(CultureInfo.InvariantCulture)}\n{Root}\n{(Previous is null ? "" : $"{Previous}\n")}";

    /// <summary>Reads the text of a note. Lines after the third are extensions; those of other programs say nothing here.</summary>
    /// <exception cref="FormatException">It is no checkpoint.</exception>
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
            : throw new FormatException("This is no checkpoint: expected the lines origin, size, root in base64.");
}
