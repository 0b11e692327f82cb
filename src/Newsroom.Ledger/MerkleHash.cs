using System.Buffers.Binary;

namespace Newsroom.Ledger;

/// <summary>Represents a SHA-256 digest: 32 bytes, written in base64 (RFC 4648, section 4).</summary>
public readonly record struct MerkleHash
{
    /// <summary>The length in bytes.</summary>
    public const int Length = 32;

    private readonly UInt128 first;
    private readonly UInt128 second;

    /// <summary>Creates a digest from its bytes.</summary>
    /// <exception cref="ArgumentException">The number of bytes is not 32.</exception>
    public MerkleHash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
        {
            throw new ArgumentException($"A digest must have {Length} bytes, not {bytes.Length}.", nameof(bytes));
        }

        first = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        second = BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]);
    }

    /// <summary>Parses canonical base64 of 32 bytes.</summary>
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

    /// <summary>Copies the bytes to the beginning of <paramref name="target"/>.</summary>
    public void CopyTo(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt128BigEndian(target, first);
        BinaryPrimitives.WriteUInt128BigEndian(target[16..], second);
    }

    /// <summary>Copies the bytes to a new array.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>Formats the bytes in base64.</summary>
    public override string ToString() => Convert.ToBase64String(ToArray());
}
