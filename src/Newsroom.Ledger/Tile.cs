using System.Collections.Immutable;
using System.Globalization;

namespace Newsroom.Ledger;

/// <summary>A tile as tools for transparency logs ask for it (C2SP tlog-tiles): up to 256 hashes of one level, or entries, side by side.</summary>
/// <param name="Level">The level of tiles, 0 for that over the leaves; null for the entries themselves.</param>
/// <param name="Index">Its place in the level.</param>
/// <param name="Count">How many it holds; 256 when it is full.</param>
public readonly record struct Tile(int? Level, long Index, int Count)
{
    /// <summary>The levels of the tree that one level of tiles spans.</summary>
    public const int Height = 8;

    /// <summary>How many hashes a full tile holds.</summary>
    public const int Width = 1 << Height;

    /// <summary>The highest level of tiles an address can name.</summary>
    public const int Highest = 63;

    private const int PathGroup = 1000;

    /// <summary>How many hashes the last, partial tile of a level holds in a tree of a size; 0 where all are full.</summary>
    public static int Partial(int level, long size) => (int)(Hashes(level, size) % Width);

    /// <summary>How many hashes of a level of tiles a tree of a size has.</summary>
    public static long Hashes(int level, long size) => level * Height > 62 ? 0 : size >> (level * Height);

    /// <summary>The stored hashes that make up a complete node: of a level of tiles, from one index to before another.</summary>
    public static (int Level, long From, long To) Under(MerkleNode node)
    {
        var above = node.Level % Height;
        return (node.Level / Height, node.Index << above, (node.Index + 1) << above);
    }

    /// <summary>The hash of a complete node over the hashes that are stored of it.</summary>
    public static MerkleHash Over(MerkleNode node, Func<int, long, MerkleHash> stored)
    {
        var (level, from, to) = Under(node);
        return Range(0, to - from);

        MerkleHash Range(long at, long count) =>
            count == 1 ? stored(level, from + at) : MerkleTree.Node(Range(at, count / 2), Range(at + (count / 2), count / 2));
    }

    /// <summary>Reads what follows <c>tile/</c> in an address: <c>0/x123/x456/789.p/41</c>, or <c>entries/000</c>.</summary>
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
            var digits =
                at == index.Length - 1 ? group
                : group.StartsWith('x') ? group[1..]
                : "";
            if (digits.Length != 3 || !digits.All(char.IsAsciiDigit) || number > long.MaxValue / Width / PathGroup)
            {
                return false;
            }

            number = (number * PathGroup) + int.Parse(digits, CultureInfo.InvariantCulture);
        }

        tile = new Tile(level, number, count);
        return tile.Path == path;
    }

    /// <summary>The address after <c>tile/</c>.</summary>
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
            return $"{Level?.ToString(CultureInfo.InvariantCulture) ?? "entries"}/{string.Join('/', groups)}{(Count < Width ? $".p/{Count.ToString(CultureInfo.InvariantCulture)}" : "")}";
        }
    }

    private static bool IsNumber(string text, int most) =>
        text.Length is > 0 and <= 3
        && text.All(char.IsAsciiDigit)
        && (text == "0" || text[0] != '0')
        && int.Parse(text, CultureInfo.InvariantCulture) <= most;
}
