using System.Data.Common;
using Newsroom.Api.Access;
using Newsroom.Api.Audit;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Numbers;
using Npgsql;

namespace Newsroom.Api.Numbers;

/// <summary>
/// Counts the acts and refusals of desks in weeks, in one round trip. Each week of a desk is a range of an index, so the cost depends on
/// what happened in these weeks, not on the length of the record.
/// </summary>
/// <param name="desks">The desks.</param>
/// <param name="span">The weeks.</param>
/// <param name="reader">The person whose unreadable stories are left out; null for a person who reads all.</param>
internal sealed class NumbersQuery(IReadOnlyList<Desk> desks, WeekSpan span, string? reader)
{
    private const string Ranges =
        "unnest($1::int[], $2::text[], $3::int[], $4::timestamptz[], $5::timestamptz[]) as w(desk, key, week, begins, ends)";

    // Each range is aggregated alone, so nothing is sorted; the host adds them up.
    private const string Acts = $"""
        select w.desk, w.week, c.* from {Ranges} cross join lateral (
            select count(*) filter (where a.kind = 'verdict-given') as verdicts, count(*) filter (where a.kind = 'check-lapsed'),
                count(*) filter (where a.kind = 'check-reinstated'),
                count(*) filter (where a.kind in ('edition-published', 'correction-published')),
                count(*) filter (where a.kind = 'correction-published')
            from {CountedActTable.Name} a where {OfRange}) c
        """;

    // Percentiles cannot be added up. OFFSET 0 keeps the ranges apart, so that each is one of the index.
    private const string Times = $"""
        select w.desk, w.week, count(*), percentile_disc(array[0.5, 0.9]) within group (order by e.waited)
        from {Ranges} cross join lateral (
            select a.waited from {CountedActTable.Name} a where a.waited is not null and {OfRange} offset 0) e
        group by grouping sets ((w.desk), (w.week), ())
        """;

    private const string Refusals = $"""
        select w.desk, w.week, e.reason, count(*)
        from {Ranges} cross join lateral (
            select a.arguments ->> 'reason' as reason from {AuditTable.Name} a where a.type = 'command_refused' and {OfRange} offset 0) e
        where e.reason is not null
        group by grouping sets ((w.desk, e.reason), (w.week, e.reason), (e.reason))
        """;

    private const string OfRange = "a.desk = w.key and a.at >= w.begins and a.at < w.ends and READABLE";

    /// <summary>Returns the time zone of a desk's weeks: its own, or UTC.</summary>
    public static TimeZoneInfo ZoneOf(Desk desk) => (desk.TimeZone is { } name ? DeskTime.ZoneOf(name) : null) ?? TimeZoneInfo.Utc;

    /// <summary>Counts.</summary>
    public async Task<CountedNumbers> ReadAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Command(Acts), Command(Times), Command(Refusals) } };
        await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
        var numbers = new CountedNumbers(desks);
        while (await rows.ReadAsync(cancellationToken))
        {
            numbers.AddActs(rows.GetInt32(0), rows.GetInt32(1), ReadActs(rows));
        }

        await rows.NextResultAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            // The total of nothing has no percentiles.
            long?[] percentiles = await rows.IsDBNullAsync(3, cancellationToken)
                ? [null, null]
                : await rows.GetFieldValueAsync<long?[]>(3, cancellationToken);
            numbers.AddTimes(Place(rows), (int)rows.GetInt64(2), percentiles[0], percentiles[1]);
        }

        await rows.NextResultAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            numbers.AddRefusals(Place(rows), new RefusalCount(rows.GetString(2), (int)rows.GetInt64(3)));
        }

        return numbers;
    }

    private static (int? Desk, int? Week) Place(DbDataReader row) => (Nullable(row, 0), Nullable(row, 1));

    private static int? Nullable(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    private static DeskNumbers ReadActs(DbDataReader row)
    {
        return DeskNumbers.None with
        {
            Verdicts = Count(2),
            Lapses = Count(3),
            Reinstatements = Count(4),
            Editions = Count(5),
            Corrections = Count(6),
        };

        int Count(int column) => (int)row.GetInt64(column);
    }

    private NpgsqlBatchCommand Command(string statement)
    {
        var readable = reader is null ? "true" : $"a.story not in ({ReadableStories.NotReadableBy("$6")})";
        var ranges = Places().ToList();
        var command = new NpgsqlBatchCommand(statement.Replace("READABLE", readable, StringComparison.Ordinal))
        {
            Parameters =
            {
                new() { Value = ranges.Select(r => r.Desk).ToArray() },
                new() { Value = ranges.Select(r => r.Key).ToArray() },
                new() { Value = ranges.Select(r => r.Week).ToArray() },
                new() { Value = ranges.Select(r => r.Begins).ToArray() },
                new() { Value = ranges.Select(r => r.Ends).ToArray() },
            },
        };
        if (reader is not null)
        {
            command.Parameters.Add(new() { Value = reader });
        }

        return command;
    }

    private IEnumerable<(int Desk, string Key, int Week, DateTime Begins, DateTime Ends)> Places()
    {
        for (var desk = 0; desk < desks.Count; desk++)
        {
            var (key, zone) = (IndexedKey.Of(desks[desk].Id), ZoneOf(desks[desk]));
            var begins = span.From.BeginsIn(zone).UtcDateTime;
            foreach (var (week, i) in span.Weeks.Select((week, i) => (week, i)))
            {
                var ends = week.Add(1).BeginsIn(zone).UtcDateTime;
                yield return (desk, key, i, begins, ends);
                begins = ends;
            }
        }
    }
}
