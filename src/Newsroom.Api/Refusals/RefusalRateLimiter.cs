using Newsroom.Api.Infrastructure.Counting;
using Npgsql;
using Weasel.Postgresql.Tables;

namespace Newsroom.Api.Refusals;

/// <summary>Counts the refusals of each person and minute until they are recorded.</summary>
public static class RefusalRateLimiter
{
    private const string Name = "newsroom.refusal_tally";

    /// <summary>Gets the table.</summary>
    public static Table Table
    {
        get
        {
            var table = new Table(Name);
            table.AddColumn<string>("person").AsPrimaryKey();
            table.AddColumn("minute", "timestamptz").AsPrimaryKey();
            table.AddColumn<int>("refused").NotNull();
            return table;
        }
    }

    /// <summary>Counts a refusal within a transaction, and serializes appends to one stream.</summary>
    /// <returns>The number of refusals in that minute, this one included.</returns>
    public static async Task<int> CountAsync(
        NpgsqlConnection connection,
        string person,
        DateTimeOffset at,
        Guid stream,
        CancellationToken cancellationToken
    )
    {
        const string count =
            $"insert into {Name} values ($1, $2, 1) on conflict (person, minute) do update set refused = refusal_tally.refused + 1 "
            + "returning refused";
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(count)
                {
                    Parameters =
                    {
                        new NpgsqlParameter<string> { TypedValue = person },
                        new NpgsqlParameter<DateTime> { TypedValue = Minute.Of(at) },
                    },
                },
                new("select pg_advisory_xact_lock(hashtextextended($1, 0))")
                {
                    Parameters = { new NpgsqlParameter<string> { TypedValue = $"refusals {stream}" } },
                },
            },
        };
        return (int)(await batch.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Deletes and returns the completed minutes, within a transaction.</summary>
    public static async Task<IReadOnlyList<(string Person, DateTimeOffset Minute, int Refused)>> TakeAsync(
        NpgsqlConnection connection,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await using var take = new NpgsqlCommand($"delete from {Name} where minute < $1 returning person, minute, refused", connection);
        take.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = Minute.Of(now) });
        await using var taken = await take.ExecuteReaderAsync(cancellationToken);
        var minutes = new List<(string, DateTimeOffset, int)>();
        while (await taken.ReadAsync(cancellationToken))
        {
            minutes.Add((taken.GetString(0), taken.GetFieldValue<DateTimeOffset>(1), taken.GetInt32(2)));
        }

        return minutes;
    }
}
