using System.Security.Cryptography;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Newsroom.Ledger;

/// <summary>A private key that signs notes, written <c>PRIVATE+KEY+name+hex8+base64</c>.</summary>
public sealed class NoteSigner
{
    private const string Prefix = "PRIVATE+KEY+";

    private readonly byte[] _seed;

    private NoteSigner(string name, byte[] seed)
    {
        _seed = seed;
        var key = new byte[Ed25519.PublicKeySize];
        Ed25519.GeneratePublicKey(seed, 0, key, 0);
        Key = new NoteKey(name, key);
    }

    /// <summary>The public key.</summary>
    public NoteKey Key { get; }

    /// <summary>Makes a new key.</summary>
    /// <exception cref="FormatException">No key can have this name.</exception>
    public static NoteSigner Generate(string name) =>
        NoteKey.IsName(name)
            ? new NoteSigner(name, RandomNumberGenerator.GetBytes(Ed25519.SecretKeySize))
            : throw new FormatException(
                $"“{name}” is no name for a key: it has neither white space nor a plus sign, such as newsroom.example/ledger."
            );

    /// <summary>Reads a key.</summary>
    /// <exception cref="FormatException">It is none, or damaged; the message does not repeat it.</exception>
    public static NoteSigner Parse(string text)
    {
        var trimmed = text.Trim();
        if (!trimmed.StartsWith(Prefix, StringComparison.Ordinal))
        {
            throw new FormatException($"A private key begins with {Prefix}.");
        }

        var (name, id, seed) = NoteKey.Parts(trimmed[Prefix.Length..], "The text given");
        var read = new NoteSigner(name, seed);
        return read.Key.Id == id
            ? read
            : throw new FormatException($"The private key of {name} is damaged: it says its id is {id}, but it is {read.Key.Id}.");
    }

    /// <summary>The signature over a text; the same every time (RFC 8032).</summary>
    public byte[] Sign(byte[] text)
    {
        var signature = new byte[Ed25519.SignatureSize];
        Ed25519.Sign(_seed, 0, text, 0, text.Length, signature, 0);
        return signature;
    }

    /// <summary>The key as it is kept, secret.</summary>
    public string Secret() => $"{Prefix}{Key.Name}+{Key.Id}+{Convert.ToBase64String([NoteKey.Ed25519Type, .. _seed])}";
}
