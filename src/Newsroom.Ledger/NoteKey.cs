using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Newsroom.Ledger;

/// <summary>Verifies signed notes (C2SP signed-note, Ed25519). Written <c>name+hex8+base64</c>.</summary>
public sealed record NoteKey
{
    internal const byte Ed25519Type = 1;

    private readonly byte[] key;

    /// <summary>Creates a key from its bytes.</summary>
    /// <param name="name">The signer's name; for a log, its origin.</param>
    /// <param name="key">32 bytes.</param>
    internal NoteKey(string name, byte[] key)
    {
        (Name, this.key) = (name, key);
        Id = Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', Ed25519Type, .. key]).AsSpan(0, 4));
    }

    /// <summary>Gets the signer's name; for a log, its origin.</summary>
    public string Name { get; }

    /// <summary>Gets the key's id as used in signatures: 8 hexadecimal digits.</summary>
    public string Id { get; }

    /// <summary>Parses a key.</summary>
    /// <exception cref="FormatException">The text is not a key, or is damaged; the message says how.</exception>
    public static NoteKey Parse(string text)
    {
        var (name, id, key) = Parts(text.Trim(), text);
        var read = new NoteKey(name, key);
        return read.Id == id ? read : throw new FormatException($"The key of {name} is damaged: its id is {read.Id}, not {id}.");
    }

    /// <summary>Returns whether a name is valid in a signature: not empty, no white space, no plus sign.</summary>
    public static bool IsName(string name) => name.Length > 0 && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '+');

    /// <summary>Verifies a signature over a text.</summary>
    public bool Verifies(byte[] text, byte[] signature) =>
        signature.Length == Ed25519.SignatureSize && Ed25519.Verify(signature, 0, key, 0, text, 0, text.Length);

    /// <inheritdoc/>
    public bool Equals(NoteKey? other) => other is not null && Name == other.Name && key.AsSpan().SequenceEqual(other.key);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Id);

    /// <summary>Formats the key for distribution to verifiers.</summary>
    public override string ToString() => $"{Name}+{Id}+{Convert.ToBase64String([Ed25519Type, .. key])}";

    internal static (string Name, string Id, byte[] Key) Parts(string text, string source)
    {
        var bytes = new byte[1 + Ed25519.PublicKeySize];
        return
            text.Split('+', 3) is [var name, { Length: 8 } id, var encoded]
            && IsName(name)
            && id.All(char.IsAsciiHexDigitLower)
            && Convert.TryFromBase64String(encoded, bytes, out var length)
            && length == bytes.Length
            && bytes[0] == Ed25519Type
            && Convert.ToBase64String(bytes) == encoded
            ? (name, id, bytes[1..])
            : throw new FormatException(
                $"“{(source.Length > 80 ? source[..80] : source)}” is not an Ed25519 key: "
                    + "expected name+8 hexadecimal digits+base64 of 33 bytes."
            );
    }
}
