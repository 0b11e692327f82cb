using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Npgsql;

namespace Newsroom.Api.Publication;

/// <summary>Handles GET /corrections.</summary>
public static class GetCorrectionsEndpoint
{
    // Of a withheld story nothing is public. A kill deletes the earlier notices. The slug of a killed story has the words of its headline,
    // so only a request that names it is answered with it.
    private const string Select = $"""
        select n.data, case when $1::text is null and t.status = 'killed' then null else p.{PublishedStory.SlugColumn} end,
            p.data -> 'edition' -> 'article' ->> 'headline'
        from {PublicNotice.Table} n
            join {PublishedStory.Table} p on p.id = n.{PublicNotice.StoryColumn}
            cross join lateral (select coalesce(p.data -> 'takedown' ->> 'status', 'live') as status) t
        where t.status <> 'withheld'
            and ($1::text is null or p.{PublishedStory.SlugColumn} = $1)
            and ($2::timestamptz is null or (n.{PublicNotice.AtColumn}, n.id) < ($2, $3::uuid))
        order by n.{PublicNotice.AtColumn} desc, n.id desc limit $4
        """;

    private const string IsPublic = $"""
        select from {PublishedStory.Table} d
        where d.{PublishedStory.SlugColumn} = $1 and coalesce(d.data -> 'takedown' ->> 'status', 'live') <> 'withheld'
        """;

    /// <summary>Lists the notices to readers, latest first.</summary>
    [EndpointSummary(
        "List corrections, clarifications, editor's notes, retractions and kills, latest first; slug selects those of one story."
    )]
    [ProducesResponseType<Page<CorrectionLine>>(StatusCodes.Status200OK)]
    [ProducesResponseType(StatusCodes.Status404NotFound)]
    public static async Task<IResult> GetAsync(
        string? slug,
        string? after,
        int? limit,
        HttpContext http,
        IDocumentStore store,
        NpgsqlDataSource database,
        CancellationToken cancellationToken
    )
    {
        if (Keyset.Read(after, out var seen, CursorList.Corrections) is { } malformed)
        {
            return malformed.ToProblem();
        }

        var lines = Paging.Lines(limit);
        await using var command = database.CreateCommand(Select);
        command.Parameters.Add(new() { Value = (object?)slug ?? DBNull.Value });
        command.Parameters.Add(new() { Value = (object?)seen?.At.UtcDateTime ?? DBNull.Value });
        command.Parameters.Add(new() { Value = seen?.Id ?? Guid.Empty });
        command.Parameters.Add(new() { Value = lines + 1 });
        var (page, json) = (new List<(PublicNotice Notice, string? Slug, string Headline)>(), store.Options.Serializer());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var named = await reader.IsDBNullAsync(1, cancellationToken) ? null : reader.GetString(1);
            page.Add((json.FromJson<PublicNotice>(reader, 0), named, reader.GetString(2)));
        }

        await reader.CloseAsync();
        if (page.Count == 0 && slug is not null && !await IsPublicAsync(database, slug, cancellationToken))
        {
            return PublishedStory.Unknown(slug).ToProblem();
        }

        return Paging.Page(
            http,
            page,
            lines,
            line => new Keyset(line.Notice.At, line.Notice.Id) { List = CursorList.Corrections },
            line => CorrectionLine.Of(line.Notice, line.Slug, line.Headline)
        );
    }

    private static async Task<bool> IsPublicAsync(NpgsqlDataSource database, string slug, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(IsPublic);
        command.Parameters.Add(new() { Value = slug });
        await using var found = await command.ExecuteReaderAsync(cancellationToken);
        return await found.ReadAsync(cancellationToken);
    }
}

/// <summary>A notice to readers in the public ledger of corrections.</summary>
/// <param name="Slug">The slug of the story; null for a killed story, unless the request names it.</param>
/// <param name="Headline">Its present headline to readers; empty for a killed story.</param>
/// <param name="Kind">The kind of notice.</param>
/// <param name="At">When it was published.</param>
/// <param name="Edition">The edition that it published, or the last one of a story taken down.</param>
/// <param name="Text">The words to readers.</param>
public sealed record CorrectionLine(string? Slug, string Headline, NoticeKind Kind, DateTimeOffset At, int Edition, string Text)
{
    /// <summary>Creates the line of a notice.</summary>
    internal static CorrectionLine Of(PublicNotice notice, string? slug, string headline) =>
        new(slug, headline, notice.Kind, notice.At, notice.Edition, notice.Text);
}
