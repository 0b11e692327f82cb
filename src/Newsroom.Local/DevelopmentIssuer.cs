using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Newsroom.Local;

/// <summary>Signs development tokens (RFC 7519, HS256) with a key in the data directory. Not for production.</summary>
public static class DevelopmentIssuer
{
    /// <summary>The issuer its tokens name.</summary>
    public const string Name = "newsroom-development";

    private const string KeyFile = "development-issuer.key";

    /// <summary>Returns the signing key of a data directory; creates it where it is missing.</summary>
    public static byte[] Key(string dataDirectory) =>
        Convert.FromHexString(
            PrivateFile.ReadOrCreate(
                Path.Combine(dataDirectory, KeyFile),
                () => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))
            )
        );

    /// <summary>Creates a token.</summary>
    /// <param name="key">The signing key.</param>
    /// <param name="user">The token's subject.</param>
    /// <param name="roles">The names of the roles it carries, in kebab case.</param>
    /// <param name="from">The start of its validity.</param>
    /// <param name="lifetime">The duration of its validity.</param>
    public static string Token(byte[] key, string user, IEnumerable<string> roles, DateTimeOffset from, TimeSpan lifetime)
    {
        var header = Encode(JsonSerializer.SerializeToUtf8Bytes(new { alg = "HS256", typ = "JWT" }));
        var payload = Encode(
            JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    iss = Name,
                    sub = user,
                    roles = roles.ToArray(),
                    nbf = from.ToUnixTimeSeconds(),
                    iat = from.ToUnixTimeSeconds(),
                    exp = from.Add(lifetime).ToUnixTimeSeconds(),
                }
            )
        );
        var signature = Encode(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"{header}.{payload}")));
        return $"{header}.{payload}.{signature}";
    }

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
