using System.Security.Cryptography;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Newsroom.Ledger;

/// <summary>Signs notes with a private key, written <c>PRIVATE+KEY+name+hex8+base64</c>.</summary>
public sealed class NoteSigner
{
    private const string Prefix = "PRIVATE+KEY+";

    private readonly byte[] seed;

    private NoteSigner(string name, byte[] seed)
    {
        this.seed = seed;
        var key = new byte[Ed25519.PublicKeySize];
        Ed25519.GeneratePublicKey(seed, 0, key, 0);
        Key = new NoteKey(name, key);
    }

    /// <summary>Gets the public key.</summary>
    public NoteKey Key { get; }

    /// <summary>Generates a key.</summary>
    /// <exception cref="FormatException">The name is invalid.</exception>
    public static NoteSigner Generate(string name) =>
        NoteKey.IsName(name)
            ? new NoteSigner(name, RandomNumberGenerator.GetBytes(Ed25519.SecretKeySize))
            : throw new FormatException(
                $"“{name}” is not a valid key name: use neither white space nor a plus sign, as in newsroom.example/ledger."
            );

    /// <summary>Parses a key.</summary>
    /// <exception cref="FormatException">The text is not a key, or is damaged; the message does not repeat it.</exception>
    public static NoteSigner Parse(string text)
    {
        var trimmed = text.Trim();
        if (!trimmed.StartsWith(Prefix, StringComparison.Ordinal))
        {
            throw new FormatException($"A private key must begin with {Prefix}.");
        }

        var (name, id, seed) = NoteKey.Parts(trimmed[Prefix.Length..], "The text given");
        var read = new NoteSigner(name, seed);
        return read.Key.Id == id
            ? read
            : throw new FormatException($"The private key of {name} is damaged: its id is {read.Key.Id}, not {id}.");
    }

    /// <summary>Signs a text deterministically (RFC 8032).</summary>
    public byte[] Sign(byte[] text)
    {
        var signature = new byte[Ed25519.SignatureSize];
        Ed25519.Sign(seed, 0, text, 0, text.Length, signature, 0);
        return signature;
    }

    /// <summary>Formats the private key for storage. Secret.</summary>
    public string Secret() => $"{Prefix}{Key.Name}+{Key.Id}+{Convert.ToBase64String([NoteKey.Ed25519Type, .. seed])}";
}
