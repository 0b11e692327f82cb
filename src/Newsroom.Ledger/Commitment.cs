using System.Security.Cryptography;

namespace Newsroom.Ledger;

/// <summary>
/// A digest that says nothing of what it is of to who lacks its salt: HMAC-SHA256 of canonical JSON under 32 random bytes. Without the salt nobody
/// can try guesses; once the salt is destroyed nobody ever will.
/// </summary>
public static class Commitment
{
    /// <summary>The length of a salt in bytes.</summary>
    public const int SaltLength = 32;

    /// <summary>A new salt.</summary>
    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltLength);

    /// <summary>The commitment to canonical bytes under a salt.</summary>
    public static MerkleHash Of(byte[] salt, byte[] canonical) => new(HMACSHA256.HashData(salt, canonical));
}
