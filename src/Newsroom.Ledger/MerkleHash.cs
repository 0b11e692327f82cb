using System.Buffers.Binary;

namespace Newsroom.Ledger;

/// <summary>A SHA-256 digest in the tree: 32 bytes, written in base64 (RFC 4648, section 4).</summary>
public readonly record struct MerkleHash
{
    /// <summary>Its length in bytes.</summary>
    public const int Length = 32;

    private readonly UInt128 _first;
    private readonly UInt128 _second;

    /// <summary>The digest of these 32 bytes.</summary>
    /// <exception cref="ArgumentException">They are not 32.</exception>
    public MerkleHash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
        {
            throw new ArgumentException($"A digest has {Length} bytes, not {bytes.Length}.", nameof(bytes));
        }

        _first = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        _second = BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]);
    }

    /// <summary>Reads base64; false where it is not that of 32 bytes, written the one canonical way.</summary>
    public static bool TryParse(string text, out MerkleHash hash)
    {
        Span<byte> bytes = stackalloc byte[Length];
        hash = default;
        if (text.Length != 44 || !Convert.TryFromBase64String(text, bytes, out var written) || written != Length)
        {
            return false;
        }

        hash = new MerkleHash(bytes);
        return hash.ToString() == text;
    }

    /// <summary>Writes the bytes to the beginning of <paramref name="target"/>.</summary>
    public void CopyTo(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt128BigEndian(target, _first);
        BinaryPrimitives.WriteUInt128BigEndian(target[16..], _second);
    }

    /// <summary>The bytes.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>The bytes in base64.</summary>
    public override string ToString() => Convert.ToBase64String(ToArray());
}
