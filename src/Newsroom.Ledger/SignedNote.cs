using System.Collections.Immutable;
using System.Text;

namespace Newsroom.Ledger;

/// <summary>Represents a signature of a note.</summary>
/// <param name="Name">The signer's name.</param>
/// <param name="KeyId">8 hexadecimal digits.</param>
public sealed record NoteSignature(string Name, string KeyId, ImmutableArray<byte> Signature);

/// <summary>Represents a text with signatures (C2SP signed-note).</summary>
/// <param name="Text">The signed text, including its last line feed.</param>
/// <param name="Signatures">The signatures, of known and unknown keys.</param>
public sealed record SignedNote(string Text, ImmutableArray<NoteSignature> Signatures)
{
    private const int MaxSignatures = 100;
    private const string SignaturePrefix = "— ";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Signs a text.</summary>
    public static SignedNote Sign(string text, params IEnumerable<NoteSigner> signers) =>
        new(text, [.. signers.Select(s => new NoteSignature(s.Key.Name, s.Key.Id, [.. s.Sign(Strict.GetBytes(text))]))]);

    /// <summary>Parses a note.</summary>
    /// <exception cref="FormatException">The bytes are not a signed note; the message says why.</exception>
    public static SignedNote Parse(byte[] note)
    {
        try
        {
            return Parse(Strict.GetString(note));
        }
        catch (DecoderFallbackException problem)
        {
            throw new FormatException("The note is not valid UTF-8.", problem);
        }
    }

    /// <summary>Parses a note.</summary>
    /// <exception cref="FormatException">The text is not a signed note; the message says why.</exception>
    public static SignedNote Parse(string note)
    {
        if (note.Any(c => c < ' ' && c != '\n'))
        {
            throw new FormatException("A signed note must not contain control characters other than line feeds.");
        }

        var split = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (split < 0 || note.Length == split + 2 || note[^1] != '\n')
        {
            throw new FormatException("A signed note must be a text, an empty line, and signatures, each ending in a line feed.");
        }

        var lines = note[(split + 2)..^1].Split('\n');
        return lines.Length > MaxSignatures
            ? throw new FormatException($"A signed note may have at most {MaxSignatures} signatures.")
            : new SignedNote(note[..(split + 1)], [.. lines.Select(Read)]);
    }

    /// <summary>Returns the known keys that signed the note. Signatures of unknown keys are ignored.</summary>
    /// <exception cref="FormatException">A signature names a known key but does not verify.</exception>
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
                    throw new FormatException($"The signature of {key.Name} ({key.Id}) does not match this text.");
                }

                signed.Add(key);
            }
        }

        return signed.ToImmutable();
    }

    /// <summary>Formats the note.</summary>
    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(Line))}";

    private static string Line(NoteSignature signature)
    {
        byte[] encoded = [.. Convert.FromHexString(signature.KeyId), .. signature.Signature];
        return $"{SignaturePrefix}{signature.Name} {Convert.ToBase64String(encoded)}\n";
    }

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
            : throw new FormatException("A signature line must be “— name base64”.");
    }
}
