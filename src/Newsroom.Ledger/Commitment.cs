using System.Security.Cryptography;

namespace Newsroom.Ledger;

/// <summary>
/// Computes hiding commitments: HMAC-SHA256 of canonical JSON, keyed with 32 random bytes. Without the salt, a guessed value cannot be
/// tested against the digest. Destroying the salt makes the commitment permanently opaque.
/// </summary>
public static class Commitment
{
    /// <summary>The length of a salt in bytes.</summary>
    public const int SaltLength = 32;

    /// <summary>Generates a random salt.</summary>
    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltLength);

    /// <summary>Commits to canonical bytes under a salt.</summary>
    public static MerkleHash Of(byte[] salt, byte[] canonical) => new(HMACSHA256.HashData(salt, canonical));
}
