using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Npgsql;

namespace Newsroom.Api.Stories.Queries;

/// <summary>Handles GET /stories/{storyId}/timeline.</summary>
public static class GetTimelineEndpoint
{
    /// <summary>Returns a page of a story's versions without their content, oldest first.</summary>
    [EndpointSummary(
        "List a story's versions, oldest first or after a version. Each has the type of its event, who, when, and the edition that it "
            + "published. With editions=true only editions. Sentences and reasons are in the history. A page of very large events has "
            + "fewer."
    )]
    [ProducesResponseType<Page<TimelineStep>>(StatusCodes.Status200OK)]
    [HasETag]
    public static async Task<IResult> GetAsync(
        Guid storyId,
        long? after,
        int? limit,
        bool? editions,
        HttpContext http,
        NpgsqlDataSource database,
        StoryGuard guard,
        CancellationToken cancellationToken
    )
    {
        var (seen, lines) = (Math.Max(after ?? 0, 0), Paging.Lines(limit));
        if (await TimelineQuery.ReadAsync(database, storyId, seen, lines, editions ?? false, cancellationToken) is not { } page)
        {
            return StoryNotFound.Problem(storyId);
        }

        guard.Watch(page.IsGuarded);
        if (await guard.AdmitAsync(storyId, cancellationToken) is { } refused)
        {
            return refused;
        }

        http.Response.Headers.ETag = IfMatch.ETag(page.Version);
        return Paging.Page(http, page.Steps, page.HasMore ? page.Steps[^1].Version.ToString(CultureInfo.InvariantCulture) : null);
    }
}

/// <summary>A version of a story.</summary>
/// <param name="Version">The version.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">The actor's identity.</param>
/// <param name="Name">The actor's name.</param>
/// <param name="As">The role in which the actor acted.</param>
/// <param name="Type">The storage name of the event.</param>
public sealed record TimelineStep(long Version, DateTimeOffset At, string By, string Name, Role? As, string Type)
{
    /// <summary>Gets the number of the edition, for a publication.</summary>
    public int? Edition { get; init; }

    /// <summary>Gets the kind of the edition, for a publication.</summary>
    public EditionKind? Kind { get; init; }

    /// <summary>Gets the original author of an imported event; <see cref="By"/> imported it.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>Gets the business time of an imported event.</summary>
    public DateTimeOffset? Happened { get; init; }
}
