using Microsoft.Net.Http.Headers;
using Newsroom.Formats;

namespace Newsroom.Api.Publication;

/// <summary>Selects the format of a published story by <c>Accept</c> (RFC 9110, 12.5.1).</summary>
public static class FormatNegotiation
{
    /// <summary>The media type of the JSON of this system, which is preferred where a request accepts several equally.</summary>
    public const string Json = "application/json";

    /// <summary>Gets the extensions of all formats, JSON first.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [EditionFormat.Json, .. EditionFormat.All.Select(format => format.Extension)];

    private static readonly IReadOnlyList<(string MediaType, string Extension)> Offered =
    [
        (Json, EditionFormat.Json),
        .. EditionFormat.All.Where(format => format.IsNegotiated).Select(format => (format.MediaType, format.Extension)),
    ];

    /// <summary>Gets the media types that a request can accept, for messages.</summary>
    public static string MediaTypes { get; } = string.Join(", ", Offered.Select(format => format.MediaType));

    /// <summary>Returns the extension of the format that a request prefers; null if it accepts none of them.</summary>
    /// <param name="headers">The headers of the request. A missing or unreadable <c>Accept</c> accepts everything.</param>
    public static string? Select(IHeaderDictionary headers)
    {
        if (!MediaTypeHeaderValue.TryParseList(headers.Accept, out var ranges) || ranges.Count == 0)
        {
            return EditionFormat.Json;
        }

        var (selected, best) = ((string?)null, 0.0);
        foreach (var (mediaType, extension) in Offered)
        {
            if (QualityOf(mediaType, ranges) is var quality && quality > best)
            {
                (selected, best) = (extension, quality);
            }
        }

        return selected;
    }

    // The most specific range decides. Parameters of a range, such as a character set, select nothing.
    private static double QualityOf(string mediaType, IList<MediaTypeHeaderValue> ranges)
    {
        var (quality, specific) = (0.0, -1);
        foreach (var range in ranges)
        {
            var rank = RankOf(mediaType, range);
            if (rank > specific)
            {
                (quality, specific) = (range.Quality ?? 1, rank);
            }
        }

        return quality;
    }

    private static int RankOf(string mediaType, MediaTypeHeaderValue range)
    {
        if (range.MatchesAllTypes)
        {
            return 0;
        }

        var type = mediaType.Split('/')[0];
        if (range.MatchesAllSubTypes)
        {
            return range.Type.Equals(type, StringComparison.OrdinalIgnoreCase) ? 1 : -1;
        }

        return range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase) ? 2 : -1;
    }
}
