using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Newsroom.Ledger;

/// <summary>Proves that the log contains an entry: a self-contained <c>.tlog-proof</c> file (C2SP tlog-proof).</summary>
/// <param name="Index">The index of the leaf, from 0.</param>
/// <param name="Hashes">The inclusion proof, from the leaf's sibling up.</param>
/// <param name="Checkpoint">The signed checkpoint, verbatim.</param>
public sealed record LedgerProof(long Index, ImmutableArray<MerkleHash> Hashes, string Checkpoint)
{
    private const string Header = "c2sp.org/tlog-proof@v1";
    private const int MaxHashes = 64;

    /// <summary>Gets data that the holder needs to reconstruct the entry. The proof does not cover it.</summary>
    public ImmutableArray<byte> Extra { get; init; } = [];

    /// <summary>Parses a proof.</summary>
    /// <exception cref="FormatException">The text is not a proof.</exception>
    public static LedgerProof Parse(string text)
    {
        var split = text.IndexOf("\n\n", StringComparison.Ordinal);
        var lines = split < 0 ? [] : text[..split].Split('\n');
        var extra =
            lines is [_, var second, ..] && second.StartsWith("extra ", StringComparison.Ordinal) ? second["extra ".Length..] : null;
        var rest = lines.Skip(extra is null ? 1 : 2).ToList();
        if (
            lines.Length < 2
            || lines[0] != Header
            || rest.Count is 0 or > MaxHashes
            || !rest[0].StartsWith("index ", StringComparison.Ordinal)
            || !long.TryParse(rest[0]["index ".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            || $"index {index.ToString(CultureInfo.InvariantCulture)}" != rest[0]
        )
        {
            throw new FormatException($"Not a proof: expected “{Header}”, the index, hashes, an empty line, and a checkpoint.");
        }

        var hashes = rest.Skip(1)
            .Select(line =>
                MerkleHash.TryParse(line, out var hash) ? hash : throw new FormatException("A line of the proof is not a hash in base64.")
            )
            .ToImmutableArray();
        return new LedgerProof(index, hashes, text[(split + 2)..]) { Extra = extra is null ? [] : Bytes(extra) };
    }

    /// <summary>Serializes the proof.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Header).Append('\n');
        if (!Extra.IsEmpty)
        {
            text.Append("extra ").Append(Convert.ToBase64String(Extra.AsSpan())).Append('\n');
        }

        text.Append("index ").Append(Index.ToString(CultureInfo.InvariantCulture)).Append('\n');
        foreach (var hash in Hashes)
        {
            text.Append(hash.ToString()).Append('\n');
        }

        return text.Append('\n').Append(Checkpoint).ToString();
    }

    private static ImmutableArray<byte> Bytes(string base64)
    {
        try
        {
            return [.. Convert.FromBase64String(base64)];
        }
        catch (FormatException problem)
        {
            throw new FormatException("The extra data of the proof must be base64.", problem);
        }
    }
}
