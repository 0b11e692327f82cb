using System.Collections.Immutable;
using System.Globalization;

namespace Newsroom.Ledger;

/// <summary>Identifies a tile of up to 256 hashes of one level, or of entries (C2SP tlog-tiles).</summary>
/// <param name="Level">The level of tiles, 0 above the leaves; null for entries.</param>
/// <param name="Index">The position in the level.</param>
/// <param name="Count">The number of hashes; 256 if full.</param>
public readonly record struct Tile(int? Level, long Index, int Count)
{
    /// <summary>The number of tree levels per level of tiles.</summary>
    public const int Height = 8;

    /// <summary>The number of hashes in a full tile.</summary>
    public const int Width = 1 << Height;

    /// <summary>The highest level that a path can name.</summary>
    public const int Highest = 63;

    private const int PathGroup = 1000;

    /// <summary>Returns the number of hashes in a level's partial tile; 0 if all tiles are full.</summary>
    public static int Partial(int level, long size) => (int)(Hashes(level, size) % Width);

    /// <summary>Returns the number of hashes in a level of tiles for a tree of a size.</summary>
    public static long Hashes(int level, long size) => level * Height > 62 ? 0 : size >> (level * Height);

    /// <summary>Returns the stored hashes under a complete node: level, first index, end (exclusive).</summary>
    public static (int Level, long From, long To) Under(MerkleNode node)
    {
        var above = node.Level % Height;
        return (node.Level / Height, node.Index << above, (node.Index + 1) << above);
    }

    /// <summary>Computes the hash of a complete node from stored hashes.</summary>
    public static MerkleHash Over(MerkleNode node, Func<int, long, MerkleHash> stored)
    {
        var (level, from, to) = Under(node);
        return Range(0, to - from);

        MerkleHash Range(long at, long count) =>
            count == 1 ? stored(level, from + at) : MerkleTree.Node(Range(at, count / 2), Range(at + (count / 2), count / 2));
    }

    /// <summary>Parses the path after <c>tile/</c>: <c>0/x123/x456/789.p/41</c>, or <c>entries/000</c>.</summary>
    public static bool TryParse(string path, out Tile tile)
    {
        tile = default;
        var parts = path.Split('/');
        if (parts.Length < 2 || (parts[0] != "entries" && !IsNumber(parts[0], Highest)))
        {
            return false;
        }

        int? level = parts[0] == "entries" ? null : int.Parse(parts[0], CultureInfo.InvariantCulture);
        var count = Width;
        var index = parts[1..];
        if (index is [.., var last, var width] && last.EndsWith(".p", StringComparison.Ordinal))
        {
            if (!IsNumber(width, Width - 1) || width == "0")
            {
                return false;
            }

            (count, index) = (int.Parse(width, CultureInfo.InvariantCulture), [.. index[..^2], last[..^2]]);
        }

        var number = 0L;
        foreach (var (at, group) in index.Index())
        {
            var isLast = at == index.Length - 1;
            var digits = isLast ? group : group.TrimStart('x');
            if (
                (!isLast && group.Length != 4)
                || digits.Length != 3
                || !digits.All(char.IsAsciiDigit)
                || number > long.MaxValue / Width / PathGroup
            )
            {
                return false;
            }

            number = (number * PathGroup) + int.Parse(digits, CultureInfo.InvariantCulture);
        }

        tile = new Tile(level, number, count);
        return tile.Path == path;
    }

    /// <summary>Formats the path after <c>tile/</c>.</summary>
    public string Path
    {
        get
        {
            var groups = ImmutableArray.CreateBuilder<string>();
            var rest = Index;
            do
            {
                groups.Insert(0, $"{(groups.Count > 0 ? "x" : "")}{(rest % PathGroup).ToString("000", CultureInfo.InvariantCulture)}");
                rest /= PathGroup;
            } while (rest > 0);
            var level = Level?.ToString(CultureInfo.InvariantCulture) ?? "entries";
            var partial = Count < Width ? $".p/{Count.ToString(CultureInfo.InvariantCulture)}" : "";
            return $"{level}/{string.Join('/', groups)}{partial}";
        }
    }

    private static bool IsNumber(string text, int max) =>
        text.Length is > 0 and <= 3
        && text.All(char.IsAsciiDigit)
        && (text == "0" || text[0] != '0')
        && int.Parse(text, CultureInfo.InvariantCulture) <= max;
}
