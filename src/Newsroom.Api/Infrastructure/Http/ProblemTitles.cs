using System.Collections.Immutable;
using Microsoft.AspNetCore.WebUtilities;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>The title of a problem.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Code">The code of the problem; null for every other code of the status.</param>
/// <param name="Title">A noun phrase that never changes.</param>
public sealed record ProblemTitle(int Status, string? Code, string Title);

/// <summary>Lists the titles of problems. docs/api.md has the same list.</summary>
public static class ProblemTitles
{
    /// <summary>Gets all titles; those of a code precede the one of their status.</summary>
    public static ImmutableArray<ProblemTitle> All { get; } =
    [
        new(StatusCodes.Status400BadRequest, "validation", "Invalid request"),
        new(StatusCodes.Status400BadRequest, null, "Malformed request"),
        new(StatusCodes.Status401Unauthorized, null, "Authentication required"),
        new(StatusCodes.Status403Forbidden, "role-required", "Role required"),
        new(StatusCodes.Status403Forbidden, "role-not-held", "Role required"),
        new(StatusCodes.Status403Forbidden, null, "Permission denied"),
        new(StatusCodes.Status404NotFound, null, "Not found"),
        new(StatusCodes.Status409Conflict, null, "Conflicting edits"),
        new(StatusCodes.Status410Gone, "killed", "Gone"),
        new(StatusCodes.Status410Gone, null, "Erased"),
        new(StatusCodes.Status412PreconditionFailed, null, "Precondition failed"),
        new(StatusCodes.Status413PayloadTooLarge, null, "Content too large"),
        new(StatusCodes.Status415UnsupportedMediaType, null, "Unsupported media type"),
        new(StatusCodes.Status421MisdirectedRequest, null, "Misdirected request"),
        new(StatusCodes.Status422UnprocessableEntity, "gates-failed", "Gates failed"),
        new(StatusCodes.Status422UnprocessableEntity, null, "Rule violated"),
        new(StatusCodes.Status428PreconditionRequired, null, "Precondition required"),
        new(StatusCodes.Status429TooManyRequests, null, "Too many requests"),
        new(StatusCodes.Status500InternalServerError, "unreadable-event", "Unreadable event"),
        new(StatusCodes.Status500InternalServerError, null, "Internal error"),
        new(StatusCodes.Status503ServiceUnavailable, "request-timeout", "Request timeout"),
        new(StatusCodes.Status503ServiceUnavailable, null, "Service unavailable"),
    ];

    /// <summary>Returns the title of a problem; the reason phrase of a status that is not listed.</summary>
    public static string Of(int status, string? code = null)
    {
        var listed = All.FirstOrDefault(t => t.Status == status && (t.Code is null || t.Code == code));
        return listed?.Title ?? SentenceCase(ReasonPhrases.GetReasonPhrase(status));
    }

    private static string SentenceCase(string phrase) => phrase.Length == 0 ? "" : $"{phrase[0]}{phrase[1..].ToLowerInvariant()}";
}
