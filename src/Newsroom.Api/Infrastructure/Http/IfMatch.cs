using System.Globalization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>Reads and writes versions as entity tags (RFC 9110, 13.1.1): version 17 is <c>"v17"</c>.</summary>
public static class IfMatch
{
    // Separates the version from the number of erased parts.
    private const char Erasures = '.';

    /// <summary>Returns the entity tag of a version.</summary>
    public static string ETag(long version) => ETag(version, erased: 0);

    /// <summary>Returns the entity tag of a version some parts of which were erased since: <c>"v17.2"</c>.</summary>
    /// <param name="version">The version.</param>
    /// <param name="erased">The number of erased parts.</param>
    public static string ETag(long version, int erased) =>
        string.Create(CultureInfo.InvariantCulture, $"\"v{version}{(erased > 0 ? $"{Erasures}{erased}" : "")}\"");

    /// <summary>Reads the version that the caller saw, null where none is named; returns a refusal where the header is invalid.</summary>
    public static Refusal? Read(HttpRequest request, out long? version)
    {
        version = null;
        var header = request.Headers.IfMatch.ToString().Trim();
        if (header.Length == 0)
        {
            return null;
        }

        if (
            header is ['"', 'v', .. var tag, '"']
            && tag.Split(Erasures, 2) is [var digits, .. var erased]
            && erased.All(count => int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
        )
        {
            version = seen;
            return null;
        }

        var given = header.Length > 100 ? $"{header[..100]}…" : header;
        return new Refusal(
            RefusalKind.Malformed,
            "if-match",
            $"If-Match must name one version, as the ETag of the story: \"v17\" in quotation marks. It is {given}."
        );
    }
}
