using Microsoft.Net.Http.Headers;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>Reads which media types a request accepts (RFC 9110, 12.5.1).</summary>
internal static class AcceptedTypes
{
    /// <summary>Returns whether a request prefers HTML to JSON, as browsers do.</summary>
    public static bool PrefersHtml(IHeaderDictionary headers) =>
        MediaTypeHeaderValue.TryParseList(headers.Accept, out var ranges)
        && QualityOf("text/html", ranges) > QualityOf("application/json", ranges);

    /// <summary>
    /// Returns the quality of a media type, by the most specific range. Parameters of a range, such as a character set, select
    /// nothing.
    /// </summary>
    public static double QualityOf(string mediaType, IList<MediaTypeHeaderValue> ranges)
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
