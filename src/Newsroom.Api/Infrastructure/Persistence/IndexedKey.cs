using System.Security.Cryptography;
using System.Text;

namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>
/// Shortens what read models store in indexed columns: PostgreSQL refuses a row whose index entry exceeds 2,704 bytes, and events may
/// contain longer names. Values to look up are shortened the same way.
/// </summary>
public static class IndexedKey
{
    /// <summary>The longest key, in bytes of UTF-8. Two fit into one index entry with its other columns.</summary>
    public const int MaxBytes = 1000;

    private const int DigestLength = 16;

    /// <summary>Returns a name of up to <see cref="MaxBytes"/> unchanged, a longer one as its beginning and a digest.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(name))]
    public static string? Of(string? name)
    {
        if (name is null || Encoding.UTF8.GetByteCount(name) <= MaxBytes)
        {
            return name;
        }

        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..DigestLength];
        var kept = new StringBuilder();
        var bytes = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > MaxBytes - DigestLength - "…".Length * 3)
            {
                break;
            }

            kept.Append(rune.ToString());
        }

        return $"{kept}…{digest}";
    }
}
