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

/// <summary>What readers see of a story.</summary>
/// <param name="Id">The story.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Desk">Its desk.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="FirstPublished">When edition 1 went out.</param>
/// <param name="Updated">When the current edition did.</param>
/// <param name="Edition">The current edition.</param>
/// <param name="Editions">Every edition's number, kind and time, from the first.</param>
public sealed record PublishedStory(
    Guid Id,
    string Slug,
    string Desk,
    string Language,
    DateTimeOffset FirstPublished,
    DateTimeOffset Updated,
    Edition Edition,
    ImmutableArray<EditionLine> Editions
);

/// <summary>One line of the list of editions.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Kind">What it was to readers.</param>
/// <param name="At">When it went out.</param>
/// <param name="Note">Of a correction, clarification or editor's note, what readers are told.</param>
/// <param name="StoryVersion">The story's version that made it, for those who may read the story.</param>
public sealed record EditionLine(int Number, EditionKind Kind, DateTimeOffset At, string? Note, long StoryVersion);

/// <summary>The published view, inline, of publication events only.</summary>
public sealed partial class PublishedStoryProjection : SingleStreamProjection<PublishedStory, Guid>, IInlineProjection<IDocumentOperations>
{
    /// <summary>Registers it.</summary>
    public static ProjectionRegistration Registration() => InlineProjection.OfStream("published", new PublishedStoryProjection());

    /// <summary>Takes part only in publication.</summary>
    public PublishedStoryProjection()
    {
        IncludeType<StoryPublished>();
        IncludeType<StoryCorrected>();
    }

    /// <summary>The edition that an event brought.</summary>
    public static Edition EditionOf(EditionEvent published, EventMetadata stamp) =>
        new(published.Edition, published.Kind, stamp.At, stamp.Version, published.Article, published.Fingerprint, published.Passages);

    /// <summary>The latest edition is what readers see.</summary>
    public override PublishedStory? Evolve(PublishedStory? snapshot, Guid id, IEvent e)
    {
        if (e.Data is not EditionEvent published)
        {
            return snapshot;
        }

        var stamp = e.Metadata();
        var edition = EditionOf(published, stamp);
        var line = new EditionLine(edition.Number, edition.Kind, edition.At, (published as StoryCorrected)?.Note, edition.Version);
        return new PublishedStory(
            id,
            published.Slug,
            published.Desk,
            published.Language,
            snapshot?.FirstPublished ?? stamp.At,
            stamp.At,
            edition,
            [.. snapshot?.Editions ?? [], line]
        );
    }

    /// <summary>Does what the store would do, but for a first edition: there is none before it that would have to be looked for.</summary>
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
