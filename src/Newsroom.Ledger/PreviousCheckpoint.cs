using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Newsroom.Ledger;

/// <summary>The checkpoint that another one follows, as an extension line of that one names it: <c>previous size hash</c>.</summary>
/// <param name="Size">How many leaves it covers.</param>
/// <param name="Note">SHA-256 over its signed note.</param>
public sealed record PreviousCheckpoint(long Size, MerkleHash Note)
{
    private const string Word = "previous";

    /// <summary>Names a signed checkpoint.</summary>
    public static PreviousCheckpoint Of(long size, string note) => new(size, HashOf(note));

    /// <summary>Hashes a signed note.</summary>
    public static MerkleHash HashOf(string note) => new(SHA256.HashData(Encoding.UTF8.GetBytes(note)));

    /// <summary>Reads an extension line; null where it says something else.</summary>
    public static PreviousCheckpoint? Find(string line) =>
        line.Split(' ') is [Word, var size, var hash]
        && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var leaves)
        && MerkleHash.TryParse(hash, out var note)
            ? new PreviousCheckpoint(leaves, note)
            : null;

    /// <summary>The extension line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Word} {Size} {Note}");
}
