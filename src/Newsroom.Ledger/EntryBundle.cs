using System.Buffers.Binary;

namespace Newsroom.Ledger;

/// <summary>Entries side by side, as a tile of entries serves them (C2SP tlog-tiles): each after its length, a big-endian 16 bit number.</summary>
public static class EntryBundle
{
    /// <summary>The bytes of a bundle.</summary>
    public static byte[] Of(IEnumerable<byte[]> entries)
    {
        using var bundle = new MemoryStream();
        Span<byte> length = stackalloc byte[2];
        foreach (var entry in entries)
        {
            BinaryPrimitives.WriteUInt16BigEndian(length, checked((ushort)entry.Length));
            bundle.Write(length);
            bundle.Write(entry);
        }

        return bundle.ToArray();
    }
}
