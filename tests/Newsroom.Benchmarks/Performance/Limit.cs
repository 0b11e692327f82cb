using Npgsql;
using NpgsqlTypes;

namespace Newsroom.Benchmarks.Performance;

/// <summary>Measures the PostgreSQL baseline: held connections, prepared statements, one read by key and one append per cycle.</summary>
internal sealed class Limit : IAsyncDisposable
{
    private const string Copy = "newsroom_limit";
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1.5);

    private readonly ServedNewsroom newsroom;
    private readonly NpgsqlDataSource database;
    private readonly List<Connection> connections = [];
    private readonly string story;
    private readonly string @event;

    private Limit(ServedNewsroom newsroom, NpgsqlDataSource database, string story, string happened) =>
        (this.newsroom, this.database, this.story, @event) = (newsroom, database, story, happened);

    /// <summary>Copies the database, which must not be in use.</summary>
    /// <param name="newsroom">The API, with at least one revised story.</param>
    /// <param name="clients">The number of connections.</param>
    public static async Task<Limit> OfAsync(ServedNewsroom newsroom, int clients)
    {
        var story = await newsroom.ScalarAsync<string>(
            "select data::text from newsroom.mt_doc_story d where mt_version = (select max(mt_version) from newsroom.mt_doc_story) limit 1"
        );
        var happened = await newsroom.ScalarAsync<string>(
            "select data::text from newsroom.mt_events where type = 'article_revised' order by seq_id desc limit 1"
        );
        await newsroom.StopServingAsync();
        var named = new NpgsqlConnectionStringBuilder(newsroom.ConnectionString);
        var original = named.Database;
        named.Database = "postgres";
        NpgsqlConnection.ClearAllPools();
        newsroom.Database.Clear();
        await using (var postgres = new NpgsqlConnection(named.ConnectionString))
        {
            await postgres.OpenAsync();
            await using var copy = new NpgsqlCommand(
                $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{original}'",
                postgres
            );
            await copy.ExecuteNonQueryAsync();
            copy.CommandText = $"create database {Copy} template \"{original}\"";
            await copy.ExecuteNonQueryAsync();
        }

        named.Database = Copy;
        named.MaxPoolSize = 200;
        var limit = new Limit(newsroom, NpgsqlDataSource.Create(named.ConnectionString), story, happened);
        await limit.ConnectAsync(clients);
        await newsroom.ServeAsync();
        return limit;
    }

    /// <summary>
    /// Measures a load and the baseline alternating, because machines are shared: compared values are measured within seconds.
    /// </summary>
    /// <param name="clients">The number of clients and connections.</param>
    /// <param name="turns">The number of rounds.</param>
    /// <param name="turn">Runs one round of the load.</param>
    /// <returns>The combined load, and the median of its rates relative to the baseline.</returns>
    public async Task<(Load Load, double OfLimit)> BesideAsync(int clients, int turns, Func<Task<Load>> turn)
    {
        var (loads, shares) = (new List<Load>(), new List<double>());
        var before = await Load.ForAsync(clients, Turn, ReadAndAppendAsync);
        for (var at = 0; at < turns; at++)
        {
            loads.Add(await turn());
            var after = await Load.ForAsync(clients, Turn, ReadAndAppendAsync);
            shares.Add(loads[^1].Rate / ((before.Rate + after.Rate) / 2));
            before = after;
        }

        shares.Sort();
        return (Load.Of(loads), shares[turns / 2]);
    }

    /// <summary>Reads a story and appends an event.</summary>
    public async Task ReadAndAppendAsync(int client)
    {
        await connections[client].ReadAsync();
        await connections[client].AppendAsync();
    }

    public Task InsertAsync(int client) => connections[client].InsertAsync();

    /// <summary>Returns the rows per second of COPY.</summary>
    public async Task<double> CopyRateAsync(int rows)
    {
        await using var connection = await database.OpenConnectionAsync();
        var running = System.Diagnostics.Stopwatch.StartNew();
        await using (var copy = await connection.BeginBinaryImportAsync("copy one_row (id, data) from stdin (format binary)"))
        {
            for (var row = 0; row < rows; row++)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(Guid.NewGuid(), NpgsqlDbType.Uuid);
                await copy.WriteAsync(@event, NpgsqlDbType.Jsonb);
            }

            await copy.CompleteAsync();
        }

        return rows / running.Elapsed.TotalSeconds;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
        }

        await database.DisposeAsync();
        await newsroom.RunAsync($"drop database {Copy} with (force)");
    }

    private async Task ConnectAsync(int clients)
    {
        await using (var table = database.CreateCommand("create table one_row (id uuid primary key, data jsonb not null)"))
        {
            await table.ExecuteNonQueryAsync();
        }

        for (var client = 0; client < clients; client++)
        {
            connections.Add(await Connection.OpenAsync(await database.OpenConnectionAsync(), story, @event));
        }
    }

    private sealed class Connection(NpgsqlConnection connection, NpgsqlCommand read, NpgsqlBatch append, NpgsqlCommand insert)
        : IAsyncDisposable
    {
        public static async Task<Connection> OpenAsync(NpgsqlConnection connection, string story, string happened)
        {
            var id = Guid.NewGuid();
            var document = System.Text.Json.Nodes.JsonNode.Parse(story)!;
            document["slug"] = id.ToString();
            document["id"] = id;
            var read = new NpgsqlCommand("select id, data, mt_version from newsroom.mt_doc_story where id = $1", connection)
            {
                Parameters = { new() { Value = id } },
            };
            var batch = new NpgsqlBatch(connection);
            var call = new NpgsqlBatchCommand("select newsroom.mt_quick_append_events($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14)");
            (object Value, NpgsqlDbType Type)[] parameters =
            [
                (id, NpgsqlDbType.Uuid),
                ("story", NpgsqlDbType.Varchar),
                ("*DEFAULT*", NpgsqlDbType.Varchar),
                (new[] { Guid.NewGuid() }, NpgsqlDbType.Array | NpgsqlDbType.Uuid),
                (new[] { "article_revised" }, NpgsqlDbType.Array | NpgsqlDbType.Varchar),
                (new[] { "" }, NpgsqlDbType.Array | NpgsqlDbType.Varchar),
                (new[] { happened }, NpgsqlDbType.Array | NpgsqlDbType.Jsonb),
                (new byte[]?[] { null }, NpgsqlDbType.Array | NpgsqlDbType.Bytea),
                (new[] { "revise-article" }, NpgsqlDbType.Array | NpgsqlDbType.Varchar),
                (new[] { Guid.NewGuid().ToString("N") }, NpgsqlDbType.Array | NpgsqlDbType.Varchar),
                (new[] { """{"as": "editor"}""" }, NpgsqlDbType.Array | NpgsqlDbType.Jsonb),
                (new[] { "ana@newsroom-development" }, NpgsqlDbType.Array | NpgsqlDbType.Varchar),
                (new[] { DateTime.UtcNow }, NpgsqlDbType.Array | NpgsqlDbType.TimestampTz),
                (DBNull.Value, NpgsqlDbType.Bigint),
            ];
            foreach (var (value, type) in parameters)
            {
                call.Parameters.Add(new() { Value = value, NpgsqlDbType = type });
            }

            batch.BatchCommands.Add(call);
            batch.BatchCommands.Add(
                new(
                    "insert into newsroom.mt_doc_story (id, data, mt_version) values ($1, $2, 1) on conflict (id) do update "
                        + "set data = excluded.data, mt_version = mt_doc_story.mt_version + 1"
                )
                {
                    Parameters =
                    {
                        new() { Value = id },
                        new() { Value = document.ToJsonString(), NpgsqlDbType = NpgsqlDbType.Jsonb },
                    },
                }
            );
            var insert = new NpgsqlCommand("insert into one_row values ($1, $2)", connection)
            {
                Parameters =
                {
                    new() { Value = id },
                    new() { Value = happened, NpgsqlDbType = NpgsqlDbType.Jsonb },
                },
            };
            await read.PrepareAsync();
            await batch.PrepareAsync();
            await insert.PrepareAsync();
            return new Connection(connection, read, batch, insert);
        }

        public async Task ReadAsync()
        {
            await using var row = await read.ExecuteReaderAsync();
            if (await row.ReadAsync())
            {
                row.GetString(1);
            }
        }

        public async Task AppendAsync()
        {
            append.BatchCommands[0].Parameters[3].Value = new[] { Guid.NewGuid() };
            await append.ExecuteNonQueryAsync();
        }

        public async Task InsertAsync()
        {
            insert.Parameters[0].Value = Guid.NewGuid();
            await insert.ExecuteNonQueryAsync();
        }

        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
