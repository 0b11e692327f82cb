using System.Collections.Immutable;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Numbers;
using Newsroom.Domain.Stories;
using Npgsql;

namespace Newsroom.Api.Numbers;

/// <summary>GET /numbers</summary>
public static class GetNumbersEndpoint
{
    /// <summary>Returns the numbers of a desk, or of all, by week.</summary>
    [EndpointSummary(
        "Get time to verify, lapsed verdicts, corrections and refusals of a desk, or of all desks, by ISO week. Weeks are in the time "
            + "zone of the desk. Stories that the caller may not read are not counted."
    )]
    [ProducesResponseType<NumbersReport>(StatusCodes.Status200OK)]
    public static async Task<IResult> GetAsync(
        string? desk,
        string? from,
        string? to,
        IQuerySession session,
        NpgsqlDataSource database,
        CallingActor caller,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<Desk> desks;
        if (desk is null)
        {
            desks = await session.Query<Desk>().OrderBy(d => d.Id).ToListAsync(cancellationToken);
        }
        else if (await session.LoadAsync<Desk>(desk, cancellationToken) is { } known)
        {
            desks = [known];
        }
        else
        {
            return Refusal.NotFound("unknown-desk", $"There is no desk \"{desk}\".").ToProblem();
        }

        var present = IsoWeek.Of(clock.GetUtcNow(), desk is null ? TimeZoneInfo.Utc : NumbersQuery.ZoneOf(desks[0]));
        if (WeekSpan.Read(from, to, present, out var span) is { } malformed)
        {
            return malformed.ToProblem();
        }

        var query = new NumbersQuery(desks, span, StoryReaders.ReadsAll(caller.Actor) ? null : caller.Actor.Person);
        var numbers = await query.ReadAsync(database, cancellationToken);
        return Results.Ok(
            new NumbersReport(
                $"{span.From}",
                $"{span.To}",
                desk,
                desk is null ? null : NumbersQuery.ZoneOf(desks[0]).Id,
                numbers.Of(null, null),
                [.. span.Weeks.Select((week, i) => new NumbersOfWeek($"{week}", week.Monday, numbers.Of(null, i)))],
                [.. desks.Select(d => new NumbersOfDesk(d.Id, d.Name, numbers.Of(d.Id, null)))]
            )
        );
    }
}

/// <summary>How the work of desks went, by week and by desk. Stories that the reader may not read are not counted.</summary>
/// <param name="From">The first week, such as <c>2026-W37</c>.</param>
/// <param name="To">The last week, included.</param>
/// <param name="Desk">The only desk that is counted; null for all.</param>
/// <param name="TimeZone">The time zone of the weeks; null where the weeks of each desk are in its own.</param>
/// <param name="Total">The numbers of all weeks and desks.</param>
/// <param name="Weeks">The numbers of each week, in order.</param>
/// <param name="Desks">The numbers of each desk over all weeks.</param>
public sealed record NumbersReport(
    string From,
    string To,
    string? Desk,
    string? TimeZone,
    DeskNumbers Total,
    ImmutableArray<NumbersOfWeek> Weeks,
    ImmutableArray<NumbersOfDesk> Desks
);

/// <summary>The numbers of a week.</summary>
/// <param name="Week">The week, such as <c>2026-W48</c>.</param>
/// <param name="Monday">Its first day.</param>
/// <param name="Numbers">Its numbers.</param>
public sealed record NumbersOfWeek(string Week, DateOnly Monday, DeskNumbers Numbers);

/// <summary>The numbers of a desk.</summary>
/// <param name="Desk">The desk.</param>
/// <param name="Name">Its name.</param>
/// <param name="Numbers">Its numbers.</param>
public sealed record NumbersOfDesk(string Desk, string Name, DeskNumbers Numbers);
