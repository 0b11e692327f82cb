using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Newsroom.Ledger;

/// <summary>A public key that verifies signed notes (C2SP signed-note, Ed25519), written <c>name+hex8+base64</c>.</summary>
public sealed record NoteKey
{
    /// <summary>The signature type of Ed25519.</summary>
    internal const byte Ed25519Type = 1;

    private readonly byte[] _key;

    /// <summary>A key of this name.</summary>
    /// <param name="name">The signer's name, which for a log is its origin.</param>
    /// <param name="key">32 bytes.</param>
    internal NoteKey(string name, byte[] key)
    {
        (Name, _key) = (name, key);
        Id = Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', Ed25519Type, .. key]).AsSpan(0, 4));
    }

    /// <summary>The signer's name.</summary>
    public string Name { get; }

    /// <summary>What a signature names the key by beside its name: 8 hexadecimal digits.</summary>
    public string Id { get; }

    /// <summary>Reads a key.</summary>
    /// <exception cref="FormatException">It is none, or damaged; the message says how.</exception>
    public static NoteKey Parse(string text)
    {
        var (name, id, key) = Parts(text.Trim(), text);
        var read = new NoteKey(name, key);
        return read.Id == id
            ? read
            : throw new FormatException($"The key of {name} is damaged: it says its id is {id}, but it is {read.Id}.");
    }

    /// <summary>Whether a key's name can stand in a signature: not empty, without white space and plus signs.</summary>
    public static bool IsName(string name) => name.Length > 0 && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '+');

    /// <summary>Whether the signature is this key's, over this text.</summary>
    public bool Verifies(byte[] text, byte[] signature) =>
        signature.Length == Ed25519.SignatureSize && Ed25519.Verify(signature, 0, _key, 0, text, 0, text.Length);

    /// <inheritdoc/>
    public bool Equals(NoteKey? other) => other is not null && Name == other.Name && _key.AsSpan().SequenceEqual(other._key);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Id);

    /// <summary>The key as it is handed to those who verify.</summary>
    public override string ToString() => $"{Name}+{Id}+{Convert.ToBase64String([Ed25519Type, .. _key])}";

    /// <summary>Name, id and 32 bytes of <c>name+hex8+base64</c>.</summary>
    internal static (string Name, string Id, byte[] Key) Parts(string text, string told)
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
                $"“{(told.Length > 80 ? told[..80] : told)}” is no Ed25519 key: expected name+8 hexadecimal digits+base64 of 33 bytes."
            );
    }
}
