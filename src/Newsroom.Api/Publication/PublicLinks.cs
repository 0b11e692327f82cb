using System.Collections.Immutable;
using Marten;
using Newsroom.Domain.Stories;
using Newsroom.Formats;

namespace Newsroom.Api.Publication;

/// <summary>A translation that readers can open.</summary>
/// <param name="Language">BCP 47.</param>
/// <param name="Slug">The slug.</param>
public sealed record PublicTranslation(string Language, string Slug);

/// <summary>The links between a published story and others: what readers can open, as it is now.</summary>
/// <param name="Translations">Live stories with the same original, and the original, in other languages.</param>
/// <param name="Replaces">The slug of the retracted story that it replaces. That of a killed one is not public again.</param>
/// <param name="ReplacedBy">The slug of the latest live substitute, where it is retracted or killed.</param>
internal sealed record PublicLinks(ImmutableArray<PublicTranslation> Translations, string? Replaces, string? ReplacedBy)
{
    private const int MaxLinks = 100;

    /// <summary>No links.</summary>
    public static readonly PublicLinks None = new([], null, null);

    /// <summary>Selects whether a document <c>d</c> has linked stories, or had them when they were published.</summary>
    public const string IsLinked = $"""
        (d.{PublishedStory.TranslationOfColumn} is not null or d.{PublishedStory.ReplacesColumn} is not null
        or exists (select from {PublishedStory.Table} t where t.{PublishedStory.TranslationOfColumn} = d.id)
        or exists (select from {PublishedStory.Table} r where r.{PublishedStory.ReplacesColumn} = d.id))
        """;

    /// <summary>Selects the transactions that wrote a document ($1) and its linked stories, as text. It changes when a link does.</summary>
    public const string Written = $"""
        select d.xmin::text || coalesce((
            select string_agg('.' || l.xmin::text, '' order by l.id) from (
                select o.id, o.xmin from {PublishedStory.Table} o
                where o.id in (d.{PublishedStory.TranslationOfColumn}, d.{PublishedStory.ReplacesColumn})
                union all
                select t.id, t.xmin from {PublishedStory.Table} t
                where t.{PublishedStory.TranslationOfColumn} = coalesce(d.{PublishedStory.TranslationOfColumn}, d.id) and t.id <> d.id
                union all
                select r.id, r.xmin from {PublishedStory.Table} r where r.{PublishedStory.ReplacesColumn} = d.id
            ) l
        ), '')
        from {PublishedStory.Table} d where d.id = $1
        """;

    /// <summary>Adds the links to an edition.</summary>
    public PublishedEdition AddTo(PublishedEdition edition) =>
        edition with
        {
            Translations = [.. Translations.Select(other => new EditionTranslation(other.Language, other.Slug))],
            ReplacedBy = ReplacedBy,
        };

    /// <summary>Reads the links of a story.</summary>
    public static async Task<PublicLinks> OfAsync(IQuerySession session, PublishedStory story, CancellationToken cancellationToken)
    {
        var original = story.TranslationOf ?? story.Id;
        var linked = await session
            .Query<PublishedStory>()
            .Where(s => s.TranslationOf == original || s.Id == original || s.Replaces == story.Id || s.Id == story.Replaces)
            .OrderByDescending(s => s.Updated)
            .Take(MaxLinks)
            .ToListAsync(cancellationToken);
        var others = linked.Where(other => other.Id != story.Id).ToList();
        var live = others.FindAll(other => other.Takedown is null);
        return new PublicLinks(
            [
                .. live.Where(other => (other.TranslationOf ?? other.Id) == original && other.Language != story.Language)
                    .Select(other => new PublicTranslation(other.Language, other.Slug))
                    .OrderBy(other => other.Language, StringComparer.Ordinal)
                    .ThenBy(other => other.Slug, StringComparer.Ordinal),
            ],
            others.Find(other => other.Id == story.Replaces && other.Takedown?.Status == PublicationStatus.Retracted)?.Slug,
            story.Takedown is null ? null : live.Find(other => other.Replaces == story.Id)?.Slug
        );
    }
}
