using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using Newsroom.Formats;
using Npgsql;

namespace Newsroom.Api.Publication;

/// <summary>Handles GET /published, GET /published/{slug} and GET /published/{slug}.{format}.</summary>
public static class GetPublishedEndpoint
{
    /// <summary>Lists the published stories, latest first.</summary>
    [EndpointSummary(
        "List the published stories, latest first. A retracted story is listed with its notice, a withheld or killed one not."
    )]
    [ProducesResponseType<Page<PublishedLine>>(StatusCodes.Status200OK)]
    public static async Task<IResult> ListAsync(
        string? desk,
        string? language,
        string? after,
        int? limit,
        HttpContext http,
        NpgsqlDataSource database,
        CancellationToken cancellationToken
    )
    {
        if (Keyset.Read(after, out var seen, CursorList.Published) is { } malformed)
        {
            return malformed.ToProblem();
        }

        if (PublishedList.RefuseLanguage(language) is { } noLanguage)
        {
            return noLanguage.ToProblem();
        }

        var lines = Paging.Lines(limit);
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(
            PublishedList.Select(PublishedLine.Columns, desk, language, seen, lines + 1, PublishedLine.Members)
        );
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var page = new List<(Guid Id, PublishedLine Line)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            page.Add((reader.GetGuid(0), PublishedLine.Read(reader)));
        }

        return Paging.Page(
            http,
            page,
            lines,
            row => new Keyset(row.Line.Updated, row.Id) { List = CursorList.Published },
            row => row.Line
        );
    }

    /// <summary>Returns a published story, now or at an instant, in the format that the request prefers.</summary>
    [EndpointSummary(
        "Get a published story, now or at an instant (at), in the format that Accept prefers. A retracted story has its notice and no "
            + "words, also at earlier instants. A killed one is 410 with its notice, a withheld one is not found."
    )]
    [ProducesResponseType<PublishedView>(StatusCodes.Status200OK)]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    [ProducesResponseType(StatusCodes.Status410Gone)]
    [HasFormats(AreNegotiated = true)]
    public static Task<IResult> GetAsync(
        string slug,
        string? at,
        HttpContext http,
        PublishedPages pages,
        CancellationToken cancellationToken
    )
    {
        http.Response.Headers.Append("Vary", "Accept");
        return FormatNegotiation.Select(http.Request.Headers) is { } extension
            ? pages.AnswerAsync(http, slug, extension, at, cancellationToken)
            : Task.FromResult(NotAcceptable($"A published story is available as {FormatNegotiation.MediaTypes}."));
    }

    /// <summary>Returns a published story, now or at an instant, in the format of an extension.</summary>
    [EndpointSummary(
        "Get a published story in a format, now or at an instant (at). Formats are html, json, md, ninjs (3.1), newsml (NewsML-G2 2.35) "
            + "and jsonld (schema.org). A retracted or killed story is canceled in the formats of agencies."
    )]
    [ProducesResponseType<PublishedView>(StatusCodes.Status200OK)]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    [ProducesResponseType<StandardDocument>(StatusCodes.Status200OK, "application/ld+json")]
    [HasFormats]
    public static Task<IResult> GetFormatAsync(
        string slug,
        string format,
        string? at,
        HttpContext http,
        PublishedPages pages,
        CancellationToken cancellationToken
    )
    {
        var accepted = string.Join(", ", FormatNegotiation.Extensions.Select(extension => $".{extension}"));
        return FormatNegotiation.Extensions.Contains(format)
            ? pages.AnswerAsync(http, slug, format, at, cancellationToken)
            : Task.FromResult(NotAcceptable($"A published story is available as {accepted}, not as .{format}."));
    }

    private static IResult NotAcceptable(string detail)
    {
        const string code = "not-acceptable";
        const int status = StatusCodes.Status406NotAcceptable;
        return Results.Problem(detail, statusCode: status, title: ProblemTitles.Of(status, code), type: ProblemTypes.UriOf(code));
    }
}

/// <summary>A published story in a list.</summary>
/// <param name="Slug">The slug.</param>
/// <param name="Headline">The headline.</param>
/// <param name="Standfirst">The standfirst.</param>
/// <param name="Byline">The byline.</param>
/// <param name="Desk">The desk.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Edition">The edition.</param>
/// <param name="FirstPublished">When edition 1 was published.</param>
/// <param name="Updated">When this edition was published, its fact checks changed, or the story was retracted.</param>
public sealed record PublishedLine(
    string Slug,
    string Headline,
    string Standfirst,
    string Byline,
    string Desk,
    string Language,
    int Edition,
    DateTimeOffset FirstPublished,
    DateTimeOffset Updated
)
{
    /// <summary>Gets whether the story is live or retracted.</summary>
    public PublicationStatus Status { get; init; }

    /// <summary>Gets the notice of a retracted story; null otherwise.</summary>
    public string? Notice { get; init; }

    /// <summary>Joins documents <c>d</c> with the members of a line. A document may be large, and is decompressed once.</summary>
    internal const string Members = """
        cross join lateral jsonb_to_record(d.data) as m (
            slug text, desk text, language text, "firstPublished" text, updated text, edition jsonb, takedown jsonb)
        """;

    /// <summary>Selects the columns that <see cref="Read"/> reads.</summary>
    internal const string Columns = """
        d.id, m.slug, m.edition #>> '{article,headline}', m.edition #>> '{article,standfirst}', m.edition #>> '{article,byline}',
        m.desk, m.language, (m.edition ->> 'number')::int, m."firstPublished", m.updated, m.takedown ->> 'status' is not null,
        m.takedown ->> 'notice'
        """;

    /// <summary>Reads a line from a row.</summary>
    internal static PublishedLine Read(DbDataReader row) =>
        new(
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            row.GetString(4),
            row.GetString(5),
            row.GetString(6),
            row.GetInt32(7),
            DateTimeOffset.Parse(row.GetString(8), CultureInfo.InvariantCulture),
            DateTimeOffset.Parse(row.GetString(9), CultureInfo.InvariantCulture)
        )
        {
            // Of the stories that are taken down, lists have the retracted ones only.
            Status = row.GetBoolean(10) ? PublicationStatus.Retracted : PublicationStatus.Live,
            Notice = row.GetValue(11) as string,
        };
}

/// <summary>A published story.</summary>
/// <param name="Slug">The slug.</param>
/// <param name="Headline">The headline.</param>
/// <param name="Standfirst">The standfirst.</param>
/// <param name="Body">Markdown; HTML comments are emptied.</param>
/// <param name="Byline">The byline.</param>
/// <param name="Dateline">The dateline.</param>
/// <param name="Desk">The desk.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Edition">The edition.</param>
/// <param name="Kind">The kind of the edition.</param>
/// <param name="FirstPublished">When edition 1 was published.</param>
/// <param name="Updated">When this edition was published, its fact checks changed, or the story was retracted.</param>
/// <param name="Editions">All editions.</param>
public sealed record PublishedView(
    string Slug,
    string Headline,
    string Standfirst,
    string Body,
    string Byline,
    string Dateline,
    string Desk,
    string Language,
    int Edition,
    EditionKind Kind,
    DateTimeOffset FirstPublished,
    DateTimeOffset Updated,
    ImmutableArray<EditionLine> Editions
)
{
    /// <summary>Gets whether the story is live or retracted. A retracted one has no standfirst and no body.</summary>
    public PublicationStatus Status { get; init; }

    /// <summary>Gets the notice of a retracted story; null otherwise.</summary>
    public string? Notice { get; init; }

    /// <summary>Gets the genre.</summary>
    public Genre Genre { get; init; }

    /// <summary>Gets the verdicts on its claims that are public.</summary>
    public ImmutableArray<PublishedFactCheck> FactChecks { get; init; } = [];

    /// <summary>
    /// Gets the live translations of the story, and the story that it translates, by language. A page of the past has no links.
    /// </summary>
    public ImmutableArray<PublicTranslation> Translations { get; init; } = [];

    /// <summary>Gets the slug of the retracted story for which it is a substitute; null where there is none.</summary>
    public string? Replaces { get; init; }

    /// <summary>Gets the slug of the latest substitute for a retracted story; null where there is none.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>Creates the view.</summary>
    internal static PublishedView Of(PublishedStory story, PublicLinks links)
    {
        var article = story.Edition.Article;
        return new PublishedView(
            story.Slug,
            article.Headline,
            article.Standfirst,
            VisibleText.WithoutComments(article.Body),
            article.Byline,
            article.Dateline,
            story.Desk,
            story.Language,
            story.Edition.Number,
            story.Edition.Kind,
            story.FirstPublished,
            story.Updated,
            story.Editions
        )
        {
            Status = story.Takedown?.Status ?? PublicationStatus.Live,
            Notice = story.Takedown?.Notice,
            Genre = story.Genre ?? Genre.Report,
            FactChecks = [.. (story.FactChecks ?? []).Select(shown => shown.FactCheck)],
            Translations = links.Translations,
            Replaces = links.Replaces,
            ReplacedBy = links.ReplacedBy,
        };
    }
}
