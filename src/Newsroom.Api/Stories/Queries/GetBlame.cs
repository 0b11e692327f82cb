using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.People.Queries;
using Newsroom.Api.Stories.Snapshots;
using Newsroom.Domain.People;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using Npgsql;

namespace Newsroom.Api.Stories.Queries;

/// <summary>Handles GET /stories/{storyId}/blame.</summary>
public static class GetBlameEndpoint
{
    // The time of an origin is read as text, because PostgreSQL would round 9999-12-31T23:59:59.9999999Z out of .NET's range. Each version
    // has a lookup: for a story with many more events than others, PostgreSQL would expect few rows and scan them all.
    internal const string Instants = $"""
        select e.* from unnest($2::bigint[]) as v(version)
        cross join lateral (
            select version, timestamp, data -> 'origin' ->> 'at', data -> 'origin' ->> 'commit' from {MartenNames.Events}
            where stream_id = $1 and version = v.version limit 1) e
        """;

    /// <summary>Returns a page of the spans of a story's texts: author, version, time, and the checks that cover them.</summary>
    [EndpointSummary(
        "List the spans of a story's texts with author, version, time and checks. They are those of now, of a version, of a recorded time "
            + "(at) or of a business time (asOf), from the beginning or after a position (after). A page has at most 1,000 spans; the "
            + "Link header names the "
            + "next page of the same version."
    )]
    [ProducesResponseType<BlameView>(StatusCodes.Status200OK)]
    [HasETag]
    public static async Task<IResult> GetAsync(
        Guid storyId,
        long? version,
        string? at,
        string? asOf,
        string? after,
        [Range(1, BlamePage.MaxSpans)] int? limit,
        HttpContext http,
        IQuerySession session,
        StoryReader stories,
        StoryGuard guard,
        NpgsqlDataSource database,
        CancellationToken cancellationToken
    )
    {
        if (PointInTime.Read(version, at, asOf, out var moment) is { } malformed)
        {
            return malformed.ToProblem();
        }

        if (TextPlace.Read(after, out var place) is { } misplaced)
        {
            return misplaced.ToProblem();
        }

        var found = moment is null
            ? await stories.LoadAsync(session, storyId, cancellationToken)
            : await StoryHistoryReader.AtAsync(session, storyId, moment, guard, cancellationToken);
        if (found is null)
        {
            return StoryNotFound.Problem(storyId, moment);
        }

        if (await guard.AdmitAsync(storyId, moment, cancellationToken) is { } refused)
        {
            return refused;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var page = BlamePage.Of(BlamedText.Of(found), place, Paging.Lines(limit, BlamePage.MaxSpans, BlamePage.MaxSpans));
        if (page.Last is not null)
        {
            Paging.LinkNext(http, page.Last.ToString(), moment is null ? found.Story.Version : null);
        }

        http.Response.Headers.ETag = IfMatch.ETag(found.Story.Version);
        return Results.Ok(await ViewAsync(found.Story, page, session, database, cancellationToken));
    }

    private static async Task<BlameView> ViewAsync(
        Story story,
        BlamePage page,
        IQuerySession session,
        NpgsqlDataSource database,
        CancellationToken cancellationToken
    )
    {
        var texts = page.Texts;
        var versions = texts.SelectMany(t => t.Spans.Select(s => s.Version).Concat(t.Cuts.Select(c => c.Version))).Distinct().ToArray();
        var instants = await InstantsOfAsync(database, story.Id, versions, cancellationToken);
        var names = await PersonNameLookup.LoadAsync(session, cancellationToken);
        var passages = texts.SelectMany(t => t.Spans).SelectMany(s => s.Passages).Distinct().Select(p => story.PassageOf(p)!).ToList();
        var checks = await CheckEventsQuery.ReadAsync(session, story with { Passages = [.. passages] }, cancellationToken);
        return new BlameView(story.Id, story.Version, [.. texts.Select(text => ViewOf(text, story, instants, names))])
        {
            Next = page.Last?.ToString(),
            Checks = [.. passages.SelectMany(p => p.StandingChecks.Select(check => checks.View(story.Id, p.Id, check)))],
        };
    }

    private static BlameViewText ViewOf(
        BlamedText text,
        Story story,
        Dictionary<long, (DateTimeOffset At, DateTimeOffset? Happened, string? Commit)> instants,
        PersonNames names
    ) =>
        new(
            text.Field,
            [
                .. text.Spans.Select(s => new BlameViewSpan(
                    s.Range,
                    s.Words,
                    s.Author,
                    names.Of(s.Author),
                    s.Version,
                    instants[s.Version].At,
                    instants[s.Version].Happened,
                    instants[s.Version].Commit,
                    s.Movers,
                    [.. s.Passages.Select(p => Covering(story.PassageOf(p)!))]
                )
                {
                    CoAuthors = [.. s.CoAuthors.Select(author => new BlameViewAuthor(author, names.Of(author)))],
                }),
            ],
            [.. text.Cuts.Select(c => new BlameViewCut(c.At, c.Author, names.Of(c.Author), c.Version, instants[c.Version].At))]
        );

    private static CoveringPassage Covering(Passage passage) =>
        new(passage.Id, passage.State(), [.. passage.StandingChecks.Select(c => new CoveringCheck(c.Checker, c.Verdict, c.Version, c.At))]);

    /// <summary>Reads the recorded and business times of versions.</summary>
    private static async Task<Dictionary<long, (DateTimeOffset At, DateTimeOffset? Happened, string? Commit)>> InstantsOfAsync(
        NpgsqlDataSource database,
        Guid story,
        long[] versions,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.CreateCommand(Instants);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = story });
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = versions });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var instants = new Dictionary<long, (DateTimeOffset, DateTimeOffset?, string?)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            instants[reader.GetInt64(0)] = (
                reader.GetFieldValue<DateTimeOffset>(1),
                reader.IsDBNull(2) ? null : DateTimeOffset.Parse(reader.GetString(2), CultureInfo.InvariantCulture),
                reader.IsDBNull(3) ? null : reader.GetString(3)
            );
        }

        return instants;
    }
}

/// <summary>The authors of a story's texts.</summary>
/// <param name="Story">The story.</param>
/// <param name="Version">Its version.</param>
/// <param name="Texts">The texts that have or had words; the Link header names the next page of the same version.</param>
public sealed record BlameView(Guid Story, long Version, ImmutableArray<BlameViewText> Texts)
{
    /// <summary>Gets the current checks of the passages on this page, with their evidence.</summary>
    public required ImmutableArray<CheckView> Checks { get; init; }

    /// <summary>Gets the cursor of the next page; null on the last page.</summary>
    public string? Next { get; init; }
}

/// <summary>The authors of a text.</summary>
/// <param name="Field">The field.</param>
/// <param name="Spans">The spans in order; concatenated over all pages they are the text.</param>
/// <param name="Cuts">The places where words were removed and not restored.</param>
public sealed record BlameViewText(ArticleField Field, ImmutableArray<BlameViewSpan> Spans, ImmutableArray<BlameViewCut> Cuts);

/// <summary>A run of words with one author and version, in the same passages from end to end.</summary>
/// <param name="Range">The range, in UTF-16 code units.</param>
/// <param name="Words">The words.</param>
/// <param name="By">The author's identity.</param>
/// <param name="Name">The author's name.</param>
/// <param name="Version">The version that inserted them.</param>
/// <param name="At">When that version was recorded.</param>
/// <param name="Happened">The business time of imported words.</param>
/// <param name="Commit">The commit of imported words.</param>
/// <param name="Movers">The people who moved or restored them.</param>
/// <param name="Passages">The passages that contain them, with their current checks.</param>
public sealed record BlameViewSpan(
    TextRange Range,
    string Words,
    string By,
    string Name,
    long Version,
    DateTimeOffset At,
    DateTimeOffset? Happened,
    string? Commit,
    ImmutableArray<string> Movers,
    ImmutableArray<CoveringPassage> Passages
)
{
    /// <summary>Gets the co-authors of imported words.</summary>
    public ImmutableArray<BlameViewAuthor> CoAuthors { get; init; } = [];
}

/// <summary>A co-author.</summary>
/// <param name="By">The identity.</param>
/// <param name="Name">The name.</param>
public sealed record BlameViewAuthor(string By, string Name);

/// <summary>A place where words were removed.</summary>
/// <param name="Place">Offset in the text, in UTF-16 code units.</param>
/// <param name="By">The person who removed them.</param>
/// <param name="Name">Their name.</param>
/// <param name="Version">The version that removed them.</param>
/// <param name="At">When that version was recorded.</param>
public sealed record BlameViewCut(int Place, string By, string Name, long Version, DateTimeOffset At);

/// <summary>A passage that contains a span.</summary>
/// <param name="Id">The passage, such as <c>q1</c>.</param>
/// <param name="State">The state of its checks.</param>
/// <param name="Checks">Its current checks.</param>
public sealed record CoveringPassage(string Id, PassageState State, ImmutableArray<CoveringCheck> Checks);

/// <summary>A current check.</summary>
/// <param name="Checker">The fact-checker.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Version">The version that recorded it.</param>
/// <param name="At">When it was recorded.</param>
public sealed record CoveringCheck(string Checker, Verdict Verdict, long Version, DateTimeOffset At);
