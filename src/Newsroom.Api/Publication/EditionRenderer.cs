using System.Text.Json;
using Marten;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Stories;
using Newsroom.Formats;
using Npgsql;

namespace Newsroom.Api.Publication;

/// <summary>Renders the present edition of a story as its page shows it, for those who are not asked by a request.</summary>
internal sealed class EditionRenderer(NpgsqlDataSource database, IOptions<JsonOptions> json)
{
    /// <summary>Renders a story.</summary>
    /// <param name="session">The session.</param>
    /// <param name="story">The story.</param>
    /// <param name="extension">The extension of the format.</param>
    /// <param name="site">The publisher.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    /// <returns>
    /// The document; null for a story that has no page in the format, as a withheld one. Of a killed story it has the notice only.
    /// </returns>
    public async Task<RenderedDocument?> RenderAsync(
        IQuerySession session,
        PublishedStory story,
        string extension,
        Site site,
        CancellationToken cancellationToken
    )
    {
        var format = EditionFormat.Of(extension);
        if (story.Takedown is { Status: PublicationStatus.Withheld } || (format is null && story.Refuse() is not null))
        {
            return null;
        }

        var links = await PublicLinks.OfAsync(database, story, cancellationToken);
        if (format is null)
        {
            var view = JsonSerializer.SerializeToUtf8Bytes(PublishedView.Of(story, links), json.Value.SerializerOptions);
            return new RenderedDocument(view, "application/json; charset=utf-8", story.Modified());
        }

        var edition = await PublicEditions.WithQuotesAsync(session, database, story, cancellationToken);
        return new RenderedDocument(format.Render(links.AddTo(edition), site), format.ContentType, story.Modified());
    }
}
