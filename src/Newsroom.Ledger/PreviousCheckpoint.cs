using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Newsroom.Ledger;

/// <summary>References the preceding checkpoint in an extension line: <c>previous size hash</c>.</summary>
/// <param name="Size">The number of leaves it covers.</param>
/// <param name="Note">The SHA-256 digest of its signed note.</param>
public sealed record PreviousCheckpoint(long Size, MerkleHash Note)
{
    private const string Word = "previous";

    /// <summary>Creates a reference to a signed checkpoint.</summary>
    public static PreviousCheckpoint Of(long size, string note) => new(size, HashOf(note));

    /// <summary>Hashes a signed note.</summary>
    public static MerkleHash HashOf(string note) => new(SHA256.HashData(Encoding.UTF8.GetBytes(note)));

    /// <summary>Parses an extension line; null for any other extension.</summary>
    public static PreviousCheckpoint? Find(string line) =>
        line.Split(' ') is [Word, var size, var hash]
        && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var leaves)
        && MerkleHash.TryParse(hash, out var note)
            ? new PreviousCheckpoint(leaves, note)
            : null;

    /// <summary>Formats the extension line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Word} {Size} {Note}");
}
