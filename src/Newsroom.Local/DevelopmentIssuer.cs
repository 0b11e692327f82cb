using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Newsroom.Local;

/// <summary>Signs development tokens (RFC 7519, HS256) with a key in the data directory. Not for production.</summary>
public static class DevelopmentIssuer
{
    /// <summary>The issuer its tokens name.</summary>
    public const string Name = "newsroom-development";

    /// <summary>The claim of its tokens that names the title.</summary>
    public const string TitleClaim = "title";

    private const string KeyFile = "development-issuer.key";

    private static readonly JsonSerializerOptions Given = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

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
    /// <param name="title">The title that it is for; null where the installation has one newsroom.</param>
    public static string Token(
        byte[] key,
        string user,
        IEnumerable<string> roles,
        DateTimeOffset from,
        TimeSpan lifetime,
        string? title = null
    ) => Token(key, new Claims(user, [.. roles], Subscriber: null, title), from, lifetime);

    /// <summary>Creates a token of a subscriber, which has no roles.</summary>
    /// <param name="key">The signing key.</param>
    /// <param name="subscriber">The id of the subscriber.</param>
    /// <param name="from">The start of its validity.</param>
    /// <param name="lifetime">The duration of its validity.</param>
    /// <param name="title">The title that it is for; null where the installation has one newsroom.</param>
    public static string SubscriberToken(
        byte[] key,
        string subscriber,
        DateTimeOffset from,
        TimeSpan lifetime,
        string? title = null
    ) => Token(key, new Claims($"subscriber:{subscriber}", Roles: null, subscriber, title), from, lifetime);

    private static string Token(byte[] key, Claims claims, DateTimeOffset from, TimeSpan lifetime)
    {
        var header = Encode(JsonSerializer.SerializeToUtf8Bytes(new { alg = "HS256", typ = "JWT" }));
        var payload = Encode(
            JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    iss = Name,
                    sub = claims.Subject,
                    roles = claims.Roles,
                    subscriber = claims.Subscriber,
                    title = claims.Title,
                    nbf = from.ToUnixTimeSeconds(),
                    iat = from.ToUnixTimeSeconds(),
                    exp = from.Add(lifetime).ToUnixTimeSeconds(),
                },
                Given
            )
        );
        var signature = Encode(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"{header}.{payload}")));
        return $"{header}.{payload}.{signature}";
    }

    private sealed record Claims(string Subject, string[]? Roles, string? Subscriber, string? Title);

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
