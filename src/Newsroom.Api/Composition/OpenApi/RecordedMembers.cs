using System.Collections.Frozen;
using Microsoft.OpenApi;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Requests;

namespace Newsroom.Api.Composition.OpenApi;

/// <summary>
/// The members of responses that repeat what a request recorded, and so have its bounds. Others of the same name as a request's
/// member can be longer: the words of a passage grow with insertions.
/// </summary>
internal static class RecordedMembers
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.Ordinal,
        "body",
        "byline",
        "citation",
        "dateline",
        "description",
        "desk",
        "evidence",
        "excerpt",
        "gates",
        "headline",
        "identity",
        "language",
        "legalBasis",
        "locator",
        "method",
        "readers",
        "reason",
        "roles",
        "sha256",
        "slug",
        "standfirst",
        "url"
    );

    /// <summary>Adds the bounds of a member of a response to its schema.</summary>
    public static void Bound(OpenApiSchema schema, string member)
    {
        if (Names.Contains(member))
        {
            RequestTypes.Bound(schema, LimitTable.The(member));
        }
    }
}
