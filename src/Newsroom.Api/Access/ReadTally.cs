using Newsroom.Api.Infrastructure.Counting;
using Newsroom.Domain.Stories;
using Npgsql;
using Weasel.Postgresql.Tables;

namespace Newsroom.Api.Access;

/// <summary>Counts the recorded reads of each person, story, part and minute.</summary>
internal static class ReadTally
{
    private const string Name = "newsroom.read_tally";

    private const string Count = $"""
        insert into {Name} values ($1, $2, $3, $4, 1)
        on conflict (person, story, what, minute) do update set reads = read_tally.reads + 1 returning reads
        """;

    /// <summary>Gets the table.</summary>
    public static Table Table
    {
        get
        {
            var table = new Table(Name);
            table.AddColumn<string>("person").AsPrimaryKey();
            table.AddColumn<Guid>("story").AsPrimaryKey();
            table.AddColumn<string>("what").AsPrimaryKey();
            table.AddColumn("minute", "timestamptz").AsPrimaryKey();
            table.AddColumn<int>("reads").NotNull();
            return table;
        }
    }

    /// <summary>Counts a read within a transaction.</summary>
    /// <returns>The number of such reads in that minute, this one included.</returns>
    public static async Task<int> CountAsync(
        NpgsqlConnection connection,
        string person,
        StoryRead read,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(Count, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = person },
                new NpgsqlParameter<Guid> { TypedValue = read.Story },
                new NpgsqlParameter<string> { TypedValue = read.What },
                new NpgsqlParameter<DateTime> { TypedValue = Minute.Of(at) },
            },
        };
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Serializes appends to the streams of these stories until the transaction ends.</summary>
    public static async Task LockAsync(NpgsqlConnection connection, IEnumerable<Guid> stories, CancellationToken cancellationToken)
    {
        foreach (var story in stories.Distinct().Order())
        {
            await using var command = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended($1, 0))", connection);
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = $"reads {story}" });
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Deletes the completed minutes, and returns those with more reads than were recorded individually.</summary>
    public static async Task<IReadOnlyList<StoryReadsCounted>> TakeAsync(
        NpgsqlConnection connection,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await using var take = new NpgsqlCommand(
            $"delete from {Name} where minute < $1 returning person, story, what, minute, reads",
            connection
        );
        take.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = Minute.Of(now) });
        await using var taken = await take.ExecuteReaderAsync(cancellationToken);
        var counted = new List<StoryReadsCounted>();
        while (await taken.ReadAsync(cancellationToken))
        {
            counted.Add(
                new StoryReadsCounted(
                    taken.GetGuid(1),
                    taken.GetString(0),
                    taken.GetString(2),
                    taken.GetFieldValue<DateTimeOffset>(3),
                    taken.GetInt32(4) - StoryRead.MaxPerMinute
                )
            );
        }

        return counted.FindAll(c => c.Count > 0);
    }
}
