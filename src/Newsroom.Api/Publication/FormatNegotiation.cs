using Microsoft.Net.Http.Headers;
using Newsroom.Api.Infrastructure.Http;
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
            if (AcceptedTypes.QualityOf(mediaType, ranges) is var quality && quality > best)
            {
                (selected, best) = (extension, quality);
            }
        }

        return selected;
    }
}
