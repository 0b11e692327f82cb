using Marten;
using Newsroom.Api.Hosting;
using Npgsql;

namespace Newsroom.Api.Rebuilding;

/// <summary>A row of a view as the events say it should be.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Json">The document.</param>
/// <param name="Version">The version of the stream that it is of.</param>
internal sealed record ExpectedRow(string Id, string Json, long Version);

/// <summary>A member of a document that the store keeps in a column of its own too.</summary>
/// <param name="Name">The column.</param>
/// <param name="Type">Its type.</param>
/// <param name="Member">The member, where it is named otherwise.</param>
internal sealed record MemberColumn(string Name, string Type = "text", string? Member = null)
{
    /// <summary>What the column should hold, by a document.</summary>
    public string In(string json) => $"({json} ->> '{Member ?? Name}')::{Type}";
}

/// <summary>A view kept as documents, compared and written in the database: what is kept never comes here.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its documents.</param>
/// <param name="Key">The type of their keys, uuid or text.</param>
/// <param name="Of">What of a document says whose it is, where a stream has several: an expression of type uuid. Null where the key does.</param>
internal sealed record DocumentView(string Name, Type Type, string Key, string? Of = null)
{
    /// <summary>The keys of rows that are missing or other than they should be.</summary>
    public Task<List<string>> Different(NpgsqlConnection connection, IDocumentStore store, IReadOnlyCollection<ExpectedRow> rows, CancellationToken cancel) => rows.Count == 0 ? Task.FromResult<List<string>>([]) : Keys(
        connection,
        $"select e.id from unnest($1::text[], $2::text[]) as e(id, json) left join {TableOf(store)} d on d.id = e.id::{Key} where d.data is distinct from e.json::jsonb{string.Concat(Columns.Select(c => $" or d.{c.Name} is distinct from {c.In("e.json::jsonb")}"))}",
        [rows.Select(r => r.Id).ToArray(), rows.Select(r => r.Json).ToArray()],
        cancel);

    /// <summary>The keys of rows of streams that should not be there.</summary>
    public Task<List<string>> Extra(NpgsqlConnection connection, IDocumentStore store, Guid[] streams, IReadOnlyCollection<ExpectedRow> rows, CancellationToken cancel) => StreamKind is not null ? Task.FromResult<List<string>>([]) : Keys(
        connection,
        $"select d.id::text from {TableOf(store)} d where {Of ?? "d.id"} = any($1) and d.id::text <> all($2)",
        [streams, rows.Select(r => r.Id).ToArray()],
        cancel);

    /// <summary>The keys of rows of streams there are none of.</summary>
    public async Task<List<string>> Orphans(NpgsqlConnection connection, IDocumentStore store, CancellationToken cancel)
    {
        if (StreamKind is null)
        {
            return await Keys(connection, $"select d.id::text from {TableOf(store)} d where not exists (select from newsroom.mt_streams s where s.id = {Of ?? "d.id"})", [], cancel);
        }

        var streams = (await Keys(connection, $"select d.id::text from {TableOf(store)} d", [], cancel)).ToDictionary(key => Record.StreamOf(StreamKind, key));
        var there = await Keys(connection, "select s.id::text from newsroom.mt_streams s where s.id = any($1)", [streams.Keys.ToArray()], cancel);
        return [.. streams.ExceptBy(there.Select(Guid.Parse), s => s.Key).Select(s => s.Value)];
    }

    /// <summary>Writes rows as they should be.</summary>
    public async Task Write(NpgsqlConnection connection, IDocumentStore store, IReadOnlyCollection<ExpectedRow> rows, CancellationToken cancel)
    {
        if (rows.Count == 0)
        {
            return;
        }

        await using var write = new NpgsqlCommand(
            $"""
            insert into {TableOf(store)} (id, data, mt_dotnet_type {(IsVersioned ? ", mt_version" : "")}{string.Concat(Columns.Select(c => $", {c.Name}"))})
            select e.id::{Key}, e.json::jsonb, $3 {(IsVersioned ? ", e.version" : "")}{string.Concat(Columns.Select(c => $", {c.In("e.json::jsonb")}"))} from unnest($1::text[], $2::text[], $4::bigint[]) as e(id, json, version)
            on conflict (id) do update set data = excluded.data {(IsVersioned ? ", mt_version = excluded.mt_version" : "")}{string.Concat(Columns.Select(c => $", {c.Name} = excluded.{c.Name}"))}, mt_last_modified = now()
            """,
            connection)
        {
            Parameters = { new() { Value = rows.Select(r => r.Id).ToArray() }, new() { Value = rows.Select(r => r.Json).ToArray() }, new() { Value = Type.FullName }, new() { Value = rows.Select(r => r.Version).ToArray() } },
        };
        await write.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Takes out rows.</summary>
    public async Task Delete(NpgsqlConnection connection, IDocumentStore store, IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        if (keys.Count > 0)
        {
            await using var delete = new NpgsqlCommand($"delete from {TableOf(store)} where id::text = any($1)", connection) { Parameters = { new() { Value = keys.ToArray() } } };
            await delete.ExecuteNonQueryAsync(cancel);
        }
    }

    /// <summary>Of a view keyed by name, the kind of stream that the names are of; null where rows name their streams themselves.</summary>
    public string? StreamKind { get; init; }

    /// <summary>Members that the store keeps in columns of their own too.</summary>
    public IReadOnlyList<MemberColumn> Columns { get; init; } = [];

    /// <summary>Whether the store keeps the stream's version beside the document: it does of those that follow one.</summary>
    public required bool IsVersioned { get; init; }

    private string TableOf(IDocumentStore store) => store.Options.FindOrResolveDocumentType(Type).TableName.QualifiedName;

    private static async Task<List<string>> Keys(NpgsqlConnection connection, string sql, object[] parameters, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        }

        await using var reader = await command.ExecuteReaderAsync(cancel);
        var keys = new List<string>();
        while (await reader.ReadAsync(cancel))
        {
            keys.Add(reader.GetString(0));
        }

        return keys;
    }
}
