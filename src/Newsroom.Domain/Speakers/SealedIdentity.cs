using System.Security.Cryptography;
using System.Text;

namespace Newsroom.Domain.Speakers;

/// <summary>
/// Seals the identity of a confidential source: AES-256-GCM under a key for this source, the speaker as associated data, padded so that its
/// length reveals nothing. Destroying the key erases the identity.
/// </summary>
public static class SealedIdentity
{
    /// <summary>The length of a key in bytes.</summary>
    public const int KeyLength = 32;

    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Step = 256;

    /// <summary>Seals an identity as base64 of nonce, ciphertext and tag.</summary>
    public static string Seal(byte[] key, string speaker, string identity)
    {
        var text = Encoding.UTF8.GetBytes(identity);
        var filled = new byte[((text.Length / Step) + 1) * Step];
        text.CopyTo(filled, 0);
        var output = new byte[NonceLength + filled.Length + TagLength];
        RandomNumberGenerator.Fill(output.AsSpan(0, NonceLength));
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(
            output.AsSpan(0, NonceLength),
            filled,
            output.AsSpan(NonceLength, filled.Length),
            output.AsSpan(NonceLength + filled.Length),
            About(speaker)
        );
        return Convert.ToBase64String(output);
    }

    /// <summary>Opens a sealed identity.</summary>
    /// <exception cref="CryptographicException">The text is not sealed, or was sealed for another speaker or under another key.</exception>
    public static string Open(byte[] key, string speaker, string sealedIdentity)
    {
        var input = new byte[sealedIdentity.Length];
        if (!Convert.TryFromBase64String(sealedIdentity, input, out var length) || length < NonceLength + TagLength)
        {
            throw new CryptographicException("This is no sealed identity.");
        }

        var filled = new byte[length - NonceLength - TagLength];
        using var cipher = new AesGcm(key, TagLength);
        cipher.Decrypt(
            input.AsSpan(0, NonceLength),
            input.AsSpan(NonceLength, filled.Length),
            input.AsSpan(NonceLength + filled.Length, TagLength),
            filled,
            About(speaker)
        );
        return Encoding.UTF8.GetString(filled).TrimEnd('\0');
    }

    private static byte[] About(string speaker) => Encoding.UTF8.GetBytes($"speaker:{speaker}");
}
