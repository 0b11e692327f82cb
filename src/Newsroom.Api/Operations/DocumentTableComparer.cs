using Marten;
using Newsroom.Api.Infrastructure.Persistence;
using Npgsql;
using NpgsqlTypes;

namespace Newsroom.Api.Operations;

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
internal sealed record DocumentTableComparer(string Name, Type Type, string Key, string? Of = null)
{
    /// <summary>The keys of rows that are missing or other than they should be; as they should be from then on, where they are repaired.</summary>
    public Task<List<string>> Different(
        NpgsqlConnection connection,
        IDocumentStore store,
        IReadOnlyCollection<ExpectedRow> rows,
        bool repair,
        CancellationToken cancellationToken
    )
    {
        if (rows.Count == 0)
        {
            return Task.FromResult<List<string>>([]);
        }

        var table = TableOf(store);
        var differing =
            $"from unnest($1::text[], $2::jsonb[], $3::bigint[]) as e(id, json, version) left join {table} d on d.id = e.id::{Key} where d.data is distinct from e.json{(ShowsVersion ? " or d.mt_version is distinct from e.version" : "")}{Each(c => $" or d.{c.Name} is distinct from {c.In("e.json")}")}";
        return Keys(
            connection,
            !repair
                ? $"select e.id {differing}"
                : $"""
                insert into {table} as d (id, data, mt_dotnet_type{(IsVersioned ? ", mt_version" : "")}{Each(c => $", {c.Name}")})
                select e.id::{Key}, e.json, '{Type.FullName}'{(IsVersioned ? ", e.version" : "")}{Each(c =>
                    $", {c.In("e.json")}"
                )} {differing}
                on conflict (id) do update set data = excluded.data{(IsVersioned ? ", mt_version = excluded.mt_version" : "")}{Each(c =>
                    $", {c.Name} = excluded.{c.Name}"
                )}, mt_last_modified = now() returning d.id::text
                """,
            [
                rows.Select(r => r.Id).ToArray(),
                new NpgsqlParameter { Value = rows.Select(r => r.Json).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb },
                rows.Select(r => r.Version).ToArray(),
            ],
            cancellationToken
        );
    }

    /// <summary>The keys of rows of streams that should not be there; gone from then on, where they are repaired.</summary>
    public async Task<List<string>> Extra(
        NpgsqlConnection connection,
        IDocumentStore store,
        Guid[] streams,
        IReadOnlyCollection<ExpectedRow> rows,
        bool repair,
        CancellationToken cancellationToken
    )
    {
        if (StreamKind is not null)
        {
            return [];
        }

        var extra = await Keys(
            connection,
            $"select d.id::text from {TableOf(store)} d where {Of ?? "d.id"} = any($1) and d.id::text <> all($2)",
            [streams, rows.Select(r => r.Id).ToArray()],
            cancellationToken
        );
        if (repair)
        {
            await Delete(connection, store, extra, cancellationToken);
        }

        return extra;
    }

    /// <summary>The keys of rows of streams there are none of.</summary>
    public async Task<List<string>> Orphans(NpgsqlConnection connection, IDocumentStore store, CancellationToken cancellationToken)
    {
        if (StreamKind is null)
        {
            return await Keys(
                connection,
                $"select d.id::text from {TableOf(store)} d where not exists (select from newsroom.mt_streams s where s.id = {Of ?? "d.id"})",
                [],
                cancellationToken
            );
        }

        var streams = (await Keys(connection, $"select d.id::text from {TableOf(store)} d", [], cancellationToken)).ToDictionary(key =>
            Record.StreamOf(StreamKind, key)
        );
        var there = await Keys(
            connection,
            "select s.id::text from newsroom.mt_streams s where s.id = any($1)",
            [streams.Keys.ToArray()],
            cancellationToken
        );
        return [.. streams.ExceptBy(there.Select(Guid.Parse), s => s.Key).Select(s => s.Value)];
    }

    /// <summary>Takes out rows.</summary>
    public async Task Delete(
        NpgsqlConnection connection,
        IDocumentStore store,
        IReadOnlyCollection<string> keys,
        CancellationToken cancellationToken
    )
    {
        if (keys.Count > 0)
        {
            await using var delete = new NpgsqlCommand($"delete from {TableOf(store)} where id = any($1::{Key}[])", connection)
            {
                Parameters = { new() { Value = keys.ToArray() } },
            };
            await delete.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Of a view keyed by name, the kind of stream that the names are of; null where rows name their streams themselves.</summary>
    public string? StreamKind { get; init; }

    /// <summary>Members that the store keeps in columns of their own too.</summary>
    public IReadOnlyList<MemberColumn> Columns { get; init; } = [];

    /// <summary>Whether a member of the document is read from the version that the store keeps beside it.</summary>
    public bool ShowsVersion { get; init; }

    /// <summary>Whether the store keeps the stream's version beside the document: it does of those that follow one.</summary>
    public required bool IsVersioned { get; init; }

    private string Each(Func<MemberColumn, string> sql) => string.Concat(Columns.Select(sql));

    private string TableOf(IDocumentStore store) => store.Options.FindOrResolveDocumentType(Type).TableName.QualifiedName;

    private static async Task<List<string>> Keys(
        NpgsqlConnection connection,
        string sql,
        object[] parameters,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter as NpgsqlParameter ?? new() { Value = parameter });
        }

        return await command.Keys(cancellationToken);
    }
}
