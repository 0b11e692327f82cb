using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Formats;
using Npgsql;
using NpgsqlTypes;

namespace Newsroom.Api.Publication;

/// <summary>The links between a published story and others: what readers can open, as it is now.</summary>
/// <param name="Translations">Live stories with the same original, and the original, in other languages.</param>
/// <param name="Replaces">The slug of the retracted story that it replaces. That of a killed one is not public again.</param>
/// <param name="ReplacedBy">The slug of the latest live substitute, where it is retracted or killed.</param>
internal sealed record PublicLinks(ImmutableArray<PublicTranslation> Translations, string? Replaces, string? ReplacedBy)
{
    private const int MaxLinks = 100;

    /// <summary>No links.</summary>
    public static readonly PublicLinks None = new([], null, null);

    /// <summary>
    /// Selects whether a document <c>d</c> has linked stories. Only a story that was taken down has substitutes, so the others are not
    /// looked for.
    /// </summary>
    public const string IsLinked = $"""
        (d.{PublishedStory.TranslationOfColumn} is not null or d.{PublishedStory.ReplacesColumn} is not null
        or exists (select from {PublishedStory.Table} t where t.{PublishedStory.TranslationOfColumn} = d.id)
        or ({PublishedStory.IsTakenDown}
            and exists (select from {PublishedStory.Table} r where r.{PublishedStory.ReplacesColumn} = d.id)))
        """;

    /// <summary>Selects a digest of the transactions that wrote a document ($1) and its linked stories.</summary>
    public const string VersionsDigest = $"""
        select md5(d.xmin::text || coalesce((
            select string_agg('.' || l.xmin::text, '' order by l.id) from (
                select o.id, o.xmin from {PublishedStory.Table} o
                where o.id in (d.{PublishedStory.TranslationOfColumn}, d.{PublishedStory.ReplacesColumn})
                union all
                select t.id, t.xmin from {PublishedStory.Table} t
                where t.{PublishedStory.TranslationOfColumn} = coalesce(d.{PublishedStory.TranslationOfColumn}, d.id) and t.id <> d.id
                union all
                select r.id, r.xmin from {PublishedStory.Table} r where r.{PublishedStory.ReplacesColumn} = d.id
            ) l
        ), ''))
        from {PublishedStory.Table} d where d.id = $1
        """;

    // The articles of others are not read. Translations come last, so that a page with many of them still has its other links.
    private const string Linked = $"""
        select o.id, o.{PublishedStory.SlugColumn}, o.{PublishedStory.LanguageColumn}, o.{PublishedStory.TranslationOfColumn},
            o.{PublishedStory.ReplacesColumn}, o.data -> 'takedown' ->> 'status'
        from {PublishedStory.Table} o
        where o.id <> $1 and (o.{PublishedStory.TranslationOfColumn} = $2 or o.{PublishedStory.ReplacesColumn} = $1 or o.id in ($2, $3))
        order by o.{PublishedStory.TranslationOfColumn} is not distinct from $2, o.{PublishedStory.UpdatedColumn} desc
        limit $4
        """;

    /// <summary>Adds the links to an edition.</summary>
    public PublishedEdition AddTo(PublishedEdition edition) =>
        edition with
        {
            Translations = Translations,
            ReplacedBy = ReplacedBy,
        };

    /// <summary>Reads the links of a story.</summary>
    public static async Task<PublicLinks> OfAsync(NpgsqlDataSource database, PublishedStory story, CancellationToken cancellationToken)
    {
        var original = story.TranslationOf ?? story.Id;
        var others = await OthersAsync(database, story, original, cancellationToken);
        var live = others.FindAll(other => other.Status is null);
        return new PublicLinks(
            story.Takedown is { Status: PublicationStatus.Killed } ? [] : TranslationsOf(story, original, live),
            others.Find(other => other.Id == story.Replaces && other.Status == PublicationStatus.Retracted.ToKebabCase())?.Slug,
            story.Takedown is null ? null : live.Find(other => other.Replaces == story.Id)?.Slug
        );
    }

    /// <summary>Returns the latest story in each other language. The words of a killed story are not linked.</summary>
    private static ImmutableArray<PublicTranslation> TranslationsOf(PublishedStory story, Guid original, IEnumerable<Other> live) =>
        [
            .. live.Where(other => (other.TranslationOf ?? other.Id) == original)
                .DistinctBy(other => other.Language)
                .Where(other => other.Language != story.Language)
                .Select(other => new PublicTranslation(other.Language, other.Slug))
                .OrderBy(other => other.Language, StringComparer.Ordinal),
        ];

    private static async Task<List<Other>> OthersAsync(
        NpgsqlDataSource database,
        PublishedStory story,
        Guid original,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.CreateCommand(Linked);
        command.Parameters.Add(new() { Value = story.Id });
        command.Parameters.Add(new() { Value = original });
        command.Parameters.Add(new() { Value = (object?)story.Replaces ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new() { Value = MaxLinks });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var others = new List<Other>();
        while (await reader.ReadAsync(cancellationToken))
        {
            others.Add(
                new Other(
                    reader.GetGuid(0),
                    reader.GetString(1),
                    reader.GetString(2),
                    reader.GetFieldValue<Guid?>(3),
                    reader.GetFieldValue<Guid?>(4),
                    await reader.IsDBNullAsync(5, cancellationToken) ? null : reader.GetString(5)
                )
            );
        }

        return others;
    }

    private sealed record Other(Guid Id, string Slug, string Language, Guid? TranslationOf, Guid? Replaces, string? Status);
}
