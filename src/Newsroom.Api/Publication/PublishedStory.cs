using System.Collections.Immutable;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Aggregation;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Api.Publication;

/// <summary>The published state of a story.</summary>
/// <param name="Id">The story.</param>
/// <param name="Slug">The slug.</param>
/// <param name="Desk">Its desk.</param>
/// <param name="Language">BCP 47, in its customary case.</param>
/// <param name="FirstPublished">When edition 1 was published.</param>
/// <param name="Updated">When the current edition was published, its fact checks changed, or it was taken down.</param>
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

    /// <summary>The column of <see cref="Replaces"/>.</summary>
    public const string ReplacesColumn = "replaces";

    /// <summary>The column of <see cref="TranslationOf"/>.</summary>
    public const string TranslationOfColumn = "translation_of";

    /// <summary>The column of <see cref="Slug"/>.</summary>
    public const string SlugColumn = "slug";

    /// <summary>The column of <see cref="Desk"/>.</summary>
    public const string DeskColumn = "desk";

    /// <summary>The column of <see cref="Language"/>.</summary>
    public const string LanguageColumn = "language";

    /// <summary>The column of <see cref="Updated"/>.</summary>
    public const string UpdatedColumn = "updated";

    /// <summary>Selects documents <c>d</c> of stories that are taken from readers, without reading the document.</summary>
    public const string IsTakenDown = $"d.{TakenDownColumn} is not null";

    /// <summary>Selects documents <c>d</c> of stories that are in lists: live ones, and retracted ones with their notice.</summary>
    public const string IsListed = $"(d.{TakenDownColumn} is null or d.data -> 'takedown' ->> 'status' = 'retracted')";

    /// <summary>The column of the time of <see cref="Takedown"/>.</summary>
    private const string TakenDownColumn = "takedownat";

    /// <summary>Gets the retracted or killed story for which it is a substitute; null where there is none.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>Gets the story of which it is a translation; null where there is none.</summary>
    public Guid? TranslationOf { get; init; }

    /// <summary>Gets the genre; null for a report.</summary>
    public Genre? Genre { get; init; }

    /// <summary>Gets the verdicts on its claims that are public; null where there are none.</summary>
    public ImmutableArray<PublishedClaim>? FactChecks { get; init; }

    /// <summary>Gets when public fact checks were published or withdrawn, in order; null where none were.</summary>
    public ImmutableArray<DateTimeOffset>? FactCheckChanges { get; init; }

    /// <summary>Gets the number of pieces of evidence that were public and are erased; null where none were.</summary>
    public int? ErasedEvidence { get; init; }

    /// <summary>Gets its takedown; null while it is live.</summary>
    public Takedown? Takedown { get; init; }

    /// <summary>Gets the version of the story that is shown: that of its last edition, fact check, takedown or release.</summary>
    public long StoryVersion
    {
        // Earlier builds stored editions without it.
        get => field == 0 ? Edition.Version : field;
        init;
    }

    /// <summary>Returns the state with an edition, and with what it says of the story.</summary>
    public PublishedStory With(Edition edition, EditionEvent published) =>
        this with
        {
            Slug = published.Slug,
            Desk = published.Desk,
            Language = LanguageTag.Canonical(published.Language),
            Replaces = published.Replaces,
            TranslationOf = published.TranslationOf,
            Genre = published.Genre,
            Edition = edition,
        };

    /// <summary>
    /// Returns when the words were last changed; null where that time does not identify them: they were changed twice in that second, or
    /// evidence in them can be erased.
    /// </summary>
    public DateTimeOffset? Modified()
    {
        if (FactChecks is not null)
        {
            return null;
        }

        var changes = Editions.Select(edition => edition.At).Concat(FactCheckChanges ?? []).Append(Updated).Distinct();
        return changes.Count(at => at.ToUnixTimeSeconds() == Updated.ToUnixTimeSeconds()) == 1 ? Updated : null;
    }

    /// <summary>Returns the refusal of every request for a withheld or killed story; null for one that has a page.</summary>
    public Refusal? Refuse() =>
        Takedown switch
        {
            { Status: PublicationStatus.Withheld } => Unknown(Slug),
            { Status: PublicationStatus.Killed, Notice: var notice } => new Refusal(RefusalKind.Gone, "killed", notice!),
            _ => null,
        };

    /// <summary>Returns the refusal of a slug under which nothing is published.</summary>
    public static Refusal Unknown(string slug) => Refusal.NotFound("unknown-slug", $"Nothing is published as \"{slug}\".");
}

/// <summary>A takedown: a published story was withheld, retracted or killed.</summary>
/// <param name="Status">Withheld, retracted or killed.</param>
/// <param name="At">When.</param>
/// <param name="Notice">The notice to readers; null for a withheld story.</param>
public sealed record Takedown(PublicationStatus Status, DateTimeOffset At, string? Notice);

/// <summary>An edition in a list.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Kind">The kind of the edition.</param>
/// <param name="At">When it was published.</param>
/// <param name="Note">The note to readers of a correction, clarification or editor's note.</param>
/// <param name="StoryVersion">The version of the story that published it.</param>
public sealed record EditionLine(int Number, EditionKind Kind, DateTimeOffset At, string? Note, long StoryVersion);

/// <summary>Projects publications to documents, and their notices to readers, inline.</summary>
public sealed partial class PublishedStoryProjection : SingleStreamProjection<PublishedStory, Guid>, IInlineProjection<IDocumentOperations>
{
    /// <summary>Returns the registration of the projection.</summary>
    public static ProjectionRegistration Registration() =>
        InlineProjection.OfStream("published", new PublishedStoryProjection(), otherViews: PublicNotice.View);

    /// <summary>Handles publication events only.</summary>
    public PublishedStoryProjection()
    {
        IncludeType<StoryPublished>();
        IncludeType<StoryCorrected>();
        IncludeType<StoryWithheld>();
        IncludeType<StoryReleased>();
        IncludeType<StoryRetracted>();
        IncludeType<StoryKilled>();
        IncludeType<FactCheckPublished>();
        IncludeType<FactCheckWithdrawn>();
    }

    /// <summary>Returns the edition of an event.</summary>
    public static Edition EditionOf(EditionEvent published, EventMetadata metadata) =>
        new(published.Edition, published.Kind, metadata.At, metadata.Version, published.Article, published.Fingerprint, published.Passages);

    /// <summary>
    /// Replaces the published state with the latest edition, or removes words from it: of a retracted story the body and standfirst, of a
    /// killed one everything.
    /// </summary>
    public override PublishedStory? Evolve(PublishedStory? snapshot, Guid id, IEvent e)
    {
        var metadata = e.Metadata();

        // An event counts as not earlier than its predecessor, so a wrong clock shows no fact check in an earlier edition.
        var at = snapshot is { Updated: var before } && before > metadata.At ? before : metadata.At;
        return Next(snapshot, id, e.Data, metadata with { At = at }) is { } next ? next with { StoryVersion = metadata.Version } : null;
    }

    private static PublishedStory? Next(PublishedStory? snapshot, Guid id, object data, EventMetadata metadata) =>
        data switch
        {
            EditionEvent published => Published(snapshot, id, published, metadata),
            _ when snapshot is null => null,
            StoryWithheld => snapshot with { Takedown = new Takedown(PublicationStatus.Withheld, metadata.At, Notice: null) },
            StoryReleased => snapshot with { Takedown = null },
            StoryRetracted retracted => snapshot with
            {
                Updated = metadata.At,
                Edition = snapshot.Edition with { Article = snapshot.Edition.Article with { Standfirst = "", Body = "" } },
                FactChecks = null,
                Takedown = new Takedown(PublicationStatus.Retracted, metadata.At, retracted.Notice),
            },
            StoryKilled killed => snapshot with
            {
                Updated = metadata.At,
                Edition = snapshot.Edition with { Article = new Article("", "", "", "", "") },
                FactChecks = null,
                Editions = [.. snapshot.Editions.Select(line => line with { Note = null })],
                Takedown = new Takedown(PublicationStatus.Killed, metadata.At, killed.Notice),
            },
            FactCheckPublished published => Changed(
                snapshot,
                [.. snapshot.FactChecks ?? [], PublishedClaim.Of(published, metadata.At)],
                metadata
            ) with
            {
                ErasedEvidence = Sum(snapshot.ErasedEvidence, published.Evidence.Count(piece => piece.Kind == EvidenceKind.Erased)),
            },
            FactCheckWithdrawn withdrawn => Changed(
                snapshot,
                (snapshot.FactChecks ?? []).RemoveAll(shown => shown.Claim == withdrawn.Claim),
                metadata
            ),
            _ => snapshot,
        };

    private static PublishedStory Changed(PublishedStory snapshot, ImmutableArray<PublishedClaim> factChecks, EventMetadata metadata) =>
        snapshot with
        {
            Updated = metadata.At,
            FactChecks = factChecks.IsEmpty ? null : factChecks,
            FactCheckChanges = [.. snapshot.FactCheckChanges ?? [], metadata.At],
        };

    private static PublishedStory Published(PublishedStory? snapshot, Guid id, EditionEvent published, EventMetadata metadata)
    {
        var edition = EditionOf(published, metadata);
        var line = new EditionLine(edition.Number, edition.Kind, edition.At, (published as StoryCorrected)?.Note, edition.Version);
        var story = snapshot ?? new PublishedStory(id, "", "", "", metadata.At, metadata.At, edition, []);
        return story.With(edition, published) with
        {
            Updated = metadata.At,
            Editions = [.. story.Editions, line],
            Takedown = null,
        };
    }

    private static int? Sum(int? before, int erased) => before is null && erased == 0 ? null : (before ?? 0) + erased;

    /// <summary>Applies events as Marten does, but inserts a first edition without looking for an earlier one.</summary>
    async Task IInlineProjection<IDocumentOperations>.ApplyAsync(
        IDocumentOperations operations,
        IEnumerable<StreamAction> streams,
        CancellationToken cancellationToken
    )
    {
        foreach (var stream in streams)
        {
            var events = stream.Events.Where(e => IncludedEventTypes.Exists(type => type.IsAssignableFrom(e.EventType))).ToList();
            if (events.Count > 0)
            {
                var storage = await operations.FetchProjectionStorageAsync<PublishedStory, Guid>(stream.TenantId, cancellationToken);
                var before = events[0].Data is EditionEvent { Edition: 1 } ? null : await storage.LoadAsync(stream.Id, cancellationToken);
                storage.StoreProjection(
                    events.Aggregate(before, (page, e) => Evolve(page, stream.Id, e))!,
                    events[^1],
                    AggregationScope.SingleStream
                );
                foreach (var killed in events.Where(e => e.Data is StoryKilled).Select(e => e.Id))
                {
                    operations.DeleteWhere<PublicNotice>(notice => notice.Story == stream.Id && notice.Id != killed);
                }

                operations.Store(PublicNotice.Of(events).Select(notice => notice.Notice));
            }
        }
    }
}
