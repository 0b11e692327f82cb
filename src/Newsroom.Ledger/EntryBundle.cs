using System.Buffers.Binary;

namespace Newsroom.Ledger;

/// <summary>Serializes log entries for a tile (C2SP tlog-tiles): each after its length, big-endian, 16 bits.</summary>
public static class EntryBundle
{
    /// <summary>Serializes entries of at most 65,535 bytes each.</summary>
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
