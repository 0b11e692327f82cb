using System.Collections.Immutable;
using System.Text;

namespace Newsroom.Ledger;

/// <summary>A signature under a note.</summary>
/// <param name="Name">The signer's name.</param>
/// <param name="KeyId">8 hexadecimal digits.</param>
/// <param name="Signature">What the key signed.</param>
public sealed record NoteSignature(string Name, string KeyId, ImmutableArray<byte> Signature);

/// <summary>A text with signatures under it (C2SP signed-note).</summary>
/// <param name="Text">What is signed, its last line break included.</param>
/// <param name="Signatures">The signatures, of keys known or not.</param>
public sealed record SignedNote(string Text, ImmutableArray<NoteSignature> Signatures)
{
    private const int MostSignatures = 100;
    private const string SignaturePrefix = "— ";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Signs a text.</summary>
    public static SignedNote Sign(string text, params IEnumerable<NoteSigner> signers) =>
        new(text, [.. signers.Select(s => new NoteSignature(s.Key.Name, s.Key.Id, [.. s.Sign(Strict.GetBytes(text))]))]);

    /// <summary>Reads a note's bytes.</summary>
    /// <exception cref="FormatException">It is no signed note; the message says why.</exception>
    public static SignedNote Parse(byte[] note)
    {
        try
        {
            return Parse(Strict.GetString(note));
        }
        catch (DecoderFallbackException)
        {
            throw new FormatException("A signed note is UTF-8, and this is not.");
        }
    }

    /// <summary>Reads a note.</summary>
    /// <exception cref="FormatException">It is no signed note; the message says why.</exception>
    public static SignedNote Parse(string note)
    {
        if (note.Any(c => c < ' ' && c != '\n'))
        {
            throw new FormatException("A signed note has no control characters but line breaks.");
        }

        var split = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (split < 0 || note.Length == split + 2 || note[^1] != '\n')
        {
            throw new FormatException("A signed note is a text, an empty line, and signatures, each with a line break.");
        }

        var lines = note[(split + 2)..^1].Split('\n');
        return lines.Length > MostSignatures
            ? throw new FormatException($"This note has more than {MostSignatures} signatures.")
            : new SignedNote(note[..(split + 1)], [.. lines.Select(Read)]);
    }

    /// <summary>The keys of these that signed the note. A signature of another key says nothing, for or against.</summary>
    /// <exception cref="FormatException">One of these keys is named, but the signature is not its.</exception>
    public ImmutableArray<NoteKey> SignedBy(IEnumerable<NoteKey> known)
    {
        var text = Strict.GetBytes(Text);
        var keys = known.ToList();
        var signed = ImmutableArray.CreateBuilder<NoteKey>();
        foreach (var signature in Signatures)
        {
            foreach (var key in keys.Where(k => k.Name == signature.Name && k.Id == signature.KeyId))
            {
                if (!key.Verifies(text, [.. signature.Signature]))
                {
                    throw new FormatException($"The signature of {key.Name} ({key.Id}) is not over this text.");
                }

                signed.Add(key);
            }
        }

        return signed.ToImmutable();
    }

    /// <summary>The note as it is handed on.</summary>
    public override string ToString() =>
        $"{Text}\n{string.Concat(Signatures.Select(s => $"{SignaturePrefix}{s.Name} {Convert.ToBase64String([.. Convert.FromHexString(s.KeyId), .. s.Signature])}\n"))}";

    private static NoteSignature Read(string line)
    {
        var bytes = new byte[line.Length];
        return
            line.StartsWith(SignaturePrefix, StringComparison.Ordinal)
            && line[SignaturePrefix.Length..].Split(' ') is [var name, var encoded]
            && NoteKey.IsName(name)
            && Convert.TryFromBase64String(encoded, bytes, out var length)
            && length > 4
            && Convert.ToBase64String(bytes, 0, length) == encoded
            ? new NoteSignature(name, Convert.ToHexStringLower(bytes.AsSpan(0, 4)), [.. bytes[4..length]])
            : throw new FormatException("A signature of this note is not “— name base64”.");
    }
}
