using System.Globalization;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.People.Queries;
using Newsroom.Api.Publication;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Stories;
using Npgsql;

namespace Newsroom.Api.Stories.Queries;

/// <summary>A page of a story's versions.</summary>
/// <param name="Version">The version of the story now.</param>
/// <param name="IsGuarded">Whether the caller has to be admitted.</param>
/// <param name="Steps">The versions, in order.</param>
/// <param name="HasMore">Whether further versions follow.</param>
internal sealed record TimelinePage(long Version, bool IsGuarded, IReadOnlyList<TimelineStep> Steps, bool HasMore);

/// <summary>
/// Reads a page of a story's versions in one statement: columns of the events, names of people and numbers of editions. Of the events'
/// data it reads the origin of imported ones only.
/// </summary>
internal static class TimelineQuery
{
    /// <summary>The maximum size of the events of a page as they are stored, in bytes. At least one event is read.</summary>
    internal const int MaxSize = 4 * 1024 * 1024;

    private const string Events = $"""
        (select * from {MartenNames.Events} where stream_id = $1 and version > $2 order by version limit $3) e
            left join marks m on m.version = e.version
        """;

    private const string Editions = $"""
        (select * from marks where version > $2 order by version limit $3) m
            cross join lateral (select * from {MartenNames.Events} where stream_id = $1 and version = m.version limit 1) e
        """;

    /// <summary>Selects all versions.</summary>
    internal static readonly string OfEvents = StatementOf(Events);

    private static readonly string OfEditions = StatementOf(Editions);

    private static readonly Dictionary<string, EditionKind> Kinds = Enum.GetValues<EditionKind>().ToDictionary(k => k.ToKebabCase());

    private static readonly PersonNames Unnamed = new(new Dictionary<string, string>());

    /// <summary>Reads the versions of a story after a version; null where the story does not exist.</summary>
    public static async Task<TimelinePage?> ReadAsync(
        NpgsqlDataSource database,
        Guid story,
        long after,
        int lines,
        bool editions,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.CreateCommand(editions ? OfEditions : OfEvents);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = story });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = lines + 1 });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        TimelinePage? page = null;
        var steps = new List<TimelineStep>();
        while (await reader.ReadAsync(cancellationToken))
        {
            page ??= new TimelinePage(reader.GetInt64(0), reader.GetBoolean(1), steps, HasMore: false);
            if (await reader.IsDBNullAsync(2, cancellationToken))
            {
                break;
            }

            // One more event was read than asked for, and fewer are returned where they are large.
            page = page with { HasMore = reader.GetInt64(2) > Math.Min(steps.Count + 1, lines) };
            if (steps.Count < lines)
            {
                steps.Add(StepOf(reader));
            }
        }

        return page;
    }

    // The condition is evaluated once, and the data of an event is read only where its line is on the page.
    private static string StatementOf(string lines) =>
        $"""
            with marks as materialized (
                select (line ->> 'storyVersion')::bigint as version, (line ->> 'number')::int as edition, line ->> 'kind' as kind
                from {PublishedStory.Table} d cross join lateral jsonb_array_elements(d.data -> 'editions') line where d.id = $1),
            page as materialized (
                select e.version, e.type, e.timestamp, e.user_name, e.headers, e.data, m.edition, m.kind, count(*) over () as read,
                    row_number() over (order by e.version) as line, sum(pg_column_size(e.data)) over (order by e.version) as size
                from {lines})
            select s.version, s.guarded, p.read, p.version, p.timestamp, p.user_name, person.{PersonNamesQuery.NameInSql},
                p.headers ->> '{EventMetadataExtensions.RoleHeader}', p.type, p.edition, p.kind,
                p.data -> 'origin' ->> 'by', p.data -> 'origin' ->> 'at'
            from (select q.{MartenNames.VersionColumn} as version, {ReadableStories.Guarded("q.id")} as guarded
                from {StoryTables.Story} q where q.id = $1 offset 0) s
            left join page p on p.size <= {MaxSize} or p.line = 1
            left join {PersonNamesQuery.Table} person on person.id = p.user_name
            order by p.version
            """;

    private static TimelineStep StepOf(NpgsqlDataReader row)
    {
        var by = Text(row, 5) ?? "";
        return new TimelineStep(
            row.GetInt64(3),
            row.GetFieldValue<DateTimeOffset>(4),
            by,
            Text(row, 6) ?? Unnamed.Of(by),
            EventMetadataExtensions.RoleOf(Text(row, 7)),
            row.GetString(8)
        )
        {
            Edition = row.IsDBNull(9) ? null : row.GetInt32(9),
            Kind = Text(row, 10) is { } kind ? Kinds[kind] : null,
            OnBehalfOf = Text(row, 11),
            Happened = Text(row, 12) is { } happened ? DateTimeOffset.Parse(happened, CultureInfo.InvariantCulture) : null,
        };
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
