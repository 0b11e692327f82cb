using System.Collections.Immutable;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Aggregation;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Domain.Stories;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Api.Publication;

/// <summary>The published state of a story.</summary>
/// <param name="Id">The story.</param>
/// <param name="Slug">The slug.</param>
/// <param name="Desk">Its desk.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="FirstPublished">When edition 1 was published.</param>
/// <param name="Updated">When the current edition was published.</param>
/// <param name="Edition">The current edition.</param>
/// <param name="Editions">All editions from the first, with number, kind and time.</param>
public sealed record PublishedStory(
    Guid Id,
    string Slug,
    string Desk,
    string Language,
    DateTimeOffset FirstPublished,
    DateTimeOffset Updated,
    Edition Edition,
    ImmutableArray<EditionLine> Editions
)
{
    /// <summary>The table.</summary>
    public const string Table = $"{MartenNames.Documents}publishedstory";

    /// <summary>The column of <see cref="Slug"/>.</summary>
    public const string SlugColumn = "slug";
}

/// <summary>An edition in a list.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Kind">The kind of the edition.</param>
/// <param name="At">When it was published.</param>
/// <param name="Note">The note to readers of a correction, clarification or editor's note.</param>
/// <param name="StoryVersion">The version of the story that published it.</param>
public sealed record EditionLine(int Number, EditionKind Kind, DateTimeOffset At, string? Note, long StoryVersion);

/// <summary>Projects publications to documents, inline.</summary>
public sealed partial class PublishedStoryProjection : SingleStreamProjection<PublishedStory, Guid>, IInlineProjection<IDocumentOperations>
{
    /// <summary>Returns the registration of the projection.</summary>
    public static ProjectionRegistration Registration() => InlineProjection.OfStream("published", new PublishedStoryProjection());

    /// <summary>Handles publication events only.</summary>
    public PublishedStoryProjection()
    {
        IncludeType<StoryPublished>();
        IncludeType<StoryCorrected>();
    }

    /// <summary>Returns the edition of an event.</summary>
    public static Edition EditionOf(EditionEvent published, EventMetadata metadata) =>
        new(published.Edition, published.Kind, metadata.At, metadata.Version, published.Article, published.Fingerprint, published.Passages);

    /// <summary>Replaces the published state with the latest edition.</summary>
    public override PublishedStory? Evolve(PublishedStory? snapshot, Guid id, IEvent e)
    {
        if (e.Data is not EditionEvent published)
        {
            return snapshot;
        }

        var metadata = e.Metadata();
        var edition = EditionOf(published, metadata);
        var line = new EditionLine(edition.Number, edition.Kind, edition.At, (published as StoryCorrected)?.Note, edition.Version);
        return new PublishedStory(
            id,
            published.Slug,
            published.Desk,
            published.Language,
            snapshot?.FirstPublished ?? metadata.At,
            metadata.At,
            edition,
            [.. snapshot?.Editions ?? [], line]
        );
    }

    /// <summary>Applies events as Marten does, but inserts a first edition without looking for an earlier one.</summary>
    async Task IInlineProjection<IDocumentOperations>.ApplyAsync(
        IDocumentOperations operations,
        IEnumerable<StreamAction> streams,
        CancellationToken cancellationToken
    )
    {
        foreach (var stream in streams)
        {
            var editions = stream.Events.Where(e => e.Data is EditionEvent).ToList();
            if (editions.Count > 0)
            {
                var storage = await operations.FetchProjectionStorageAsync<PublishedStory, Guid>(stream.TenantId, cancellationToken);
                var before = editions[0].Data is EditionEvent { Edition: 1 } ? null : await storage.LoadAsync(stream.Id, cancellationToken);
                storage.StoreProjection(
                    editions.Aggregate(before, (page, e) => Evolve(page, stream.Id, e))!,
                    editions[^1],
                    AggregationScope.SingleStream
                );
            }
        }
    }
}
