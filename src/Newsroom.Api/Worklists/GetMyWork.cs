using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Requests;

namespace Newsroom.Api.Worklists;

/// <summary>Handles GET /me/work.</summary>
public static class GetMyWorkEndpoint
{
    private const int DefaultPage = 25;

    /// <summary>Lists the work that waits for the caller in their roles, by priority, then oldest first.</summary>
    [EndpointSummary(
        "List the work that waits for the caller in their roles, by priority, then oldest first. Each item names the command that "
            + "settles it, with the known members of its body. Filter by kind, role, desk and story. Policies and erasures to decide "
            + "are on the first page."
    )]
    [ProducesResponseType<Page<WorkItem>>(StatusCodes.Status200OK)]
    public static async Task<IResult> GetAsync(
        [AsParameters] WorkFilter filter,
        string? after,
        int? limit,
        HttpContext http,
        CallingActor caller,
        IQuerySession session,
        WorkReader work,
        CancellationToken cancellationToken
    )
    {
        if (RankedKeyset.Read(after, out var seen, CursorList.Work) is { } malformed)
        {
            return malformed.ToProblem();
        }

        if (filter.Desk is { } desk && await session.LoadAsync<Desk>(desk, cancellationToken) is null)
        {
            return StoryFilter.UnknownDesk(desk).ToProblem();
        }

        var (items, next) = await work.ReadAsync(caller.Actor, filter, seen, Paging.Lines(limit ?? DefaultPage), cancellationToken);
        return Paging.Page(http, items, next?.ToString());
    }
}
