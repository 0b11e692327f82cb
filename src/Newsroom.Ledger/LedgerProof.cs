using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Newsroom.Ledger;

/// <summary>That an entry is in the log, as a file that needs nothing else (C2SP tlog-proof): <c>.tlog-proof</c>.</summary>
/// <param name="Index">The leaf's place in the log, from 0.</param>
/// <param name="Hashes">From the leaf's sibling up.</param>
/// <param name="Checkpoint">The signed checkpoint, as it is.</param>
public sealed record LedgerProof(long Index, ImmutableArray<MerkleHash> Hashes, string Checkpoint)
{
    private const string Header = "c2sp.org/tlog-proof@v1";
    private const int MostHashes = 64;

    /// <summary>Whatever else the holder needs to make the entry: not proved by itself.</summary>
    public ImmutableArray<byte> Extra { get; init; } = [];

    /// <summary>Reads a proof.</summary>
    /// <exception cref="FormatException">It is none.</exception>
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
            || rest.Count is 0 or > MostHashes
            || !rest[0].StartsWith("index ", StringComparison.Ordinal)
            || !long.TryParse(rest[0]["index ".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            || $"index {index.ToString(CultureInfo.InvariantCulture)}" != rest[0]
        )
        {
            throw new FormatException($"This is no proof: expected “{Header}”, the index, hashes, an empty line, and a checkpoint.");
        }

        var hashes = rest.Skip(1)
            .Select(line =>
                MerkleHash.TryParse(line, out var hash) ? hash : throw new FormatException("A line of the proof is not a hash in base64.")
            )
            .ToImmutableArray();
        return new LedgerProof(index, hashes, text[(split + 2)..]) { Extra = extra is null ? [] : Bytes(extra) };
    }

    /// <summary>The file.</summary>
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
        catch (FormatException)
        {
            throw new FormatException("The extra data of the proof are not base64.");
        }
    }
}
