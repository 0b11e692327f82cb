using System.Reflection;
using Marten.Linq.Members;
using Marten.Schema;
using Newsroom.Api.Infrastructure.Persistence;
using Npgsql;
using NpgsqlTypes;
using Weasel.Core;
using Weasel.Postgresql;

namespace Newsroom.Api.Infrastructure.Projections;

/// <summary>A document that a table should contain.</summary>
/// <param name="Id">Its id, as text.</param>
/// <param name="Json">Its data.</param>
/// <param name="Version">The version of the stream that it is of.</param>
internal sealed record DocumentRow(string Id, string Json, long Version);

/// <summary>
/// Compares and writes documents in the database. Table, id type, duplicated fields and metadata columns are those of Marten's mapping.
/// </summary>
/// <param name="mapping">Marten's mapping.</param>
/// <param name="stream">The member with the document's stream; null where its id is the stream's.</param>
internal sealed class DocumentTable(IDocumentType mapping, DuplicatedField? stream)
{
    // Expressions of Marten's duplicated fields read the document from a column of this name.
    private const string Data = "data";

    private readonly string table = mapping.TableName.QualifiedName;
    private readonly string idType = PostgresqlProvider.Instance.GetDatabaseType(mapping.IdType, EnumStorage.AsString);
    private readonly IReadOnlyList<(string Name, string Value)> columns =
    [
        .. mapping.DuplicatedFields.Select(field => (Quoted(field.ColumnName), Selector(field))),
    ];
    private readonly string? version = mapping.Metadata.Revision is { Enabled: true } column ? column.Name : null;

    // Marten reads the column into an aggregate's member of this name, whatever the data say.
    private readonly bool isVersionRead = mapping.Metadata.Revision.Enabled && mapping.DocumentType.GetProperty("Version") is not null;

    private string StreamId => stream is null ? "d.id" : Selector(stream);

    /// <summary>Returns the id of a document, as text.</summary>
    public string IdOf(object document) =>
        mapping.IdMember switch
        {
            PropertyInfo property => $"{property.GetValue(document)}",
            FieldInfo field => $"{field.GetValue(document)}",
            _ => throw new InvalidOperationException($"{mapping.DocumentType.Name} has no id."),
        };

    /// <summary>Finds, and on request writes, the rows that are missing or different.</summary>
    public Task<List<string>> FindDifferentAsync(
        NpgsqlConnection connection,
        IReadOnlyCollection<DocumentRow> rows,
        bool repair,
        CancellationToken cancellationToken
    )
    {
        if (rows.Count == 0)
        {
            return Task.FromResult<List<string>>([]);
        }

        var sql = repair ? Upsert() : $"select e.id {Differing()}";
        return KeysAsync(
            connection,
            sql,
            [
                rows.Select(r => r.Id).ToArray(),
                new NpgsqlParameter { Value = rows.Select(r => r.Json).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb },
                rows.Select(r => r.Version).ToArray(),
            ],
            cancellationToken
        );
    }

    /// <summary>Finds the rows of streams that are none of those they should have.</summary>
    public Task<List<string>> FindExtraAsync(
        NpgsqlConnection connection,
        Guid[] streams,
        string[] ids,
        CancellationToken cancellationToken
    ) =>
        KeysAsync(
            connection,
            $"select d.id::text from {table} d where {StreamId} = any($1) and d.id::text <> all($2)",
            [streams, ids],
            cancellationToken
        );

    /// <summary>Finds the rows of streams that do not exist.</summary>
    public Task<List<string>> FindWithoutStreamAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        KeysAsync(
            connection,
            $"select d.id::text from {table} d where not exists (select from {MartenNames.Streams} s where s.id = {StreamId})",
            [],
            cancellationToken
        );

    /// <summary>Finds the rows of streams that do not exist, where the stream is derived from the id.</summary>
    public async Task<List<string>> FindWithoutStreamAsync(
        NpgsqlConnection connection,
        Func<string, Guid> streamOf,
        CancellationToken cancellationToken
    )
    {
        var ids = await KeysAsync(connection, $"select d.id::text from {table} d", [], cancellationToken);
        var streams = ids.ToDictionary(streamOf);
        var existing = await KeysAsync(
            connection,
            $"select s.id::text from {MartenNames.Streams} s where s.id = any($1)",
            [streams.Keys.ToArray()],
            cancellationToken
        );
        return [.. streams.ExceptBy(existing.Select(Guid.Parse), s => s.Key).Select(s => s.Value)];
    }

    /// <summary>Deletes rows.</summary>
    public async Task DeleteAsync(NpgsqlConnection connection, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        if (ids.Count > 0)
        {
            await using var delete = new NpgsqlCommand($"delete from {table} where id = any($1::{idType}[])", connection)
            {
                Parameters = { new() { Value = ids.ToArray() } },
            };
            await delete.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private string Differing()
    {
        var members = Join(columns.Select(c => $"{c.Value} as {c.Name}"));
        var differs = string.Concat(columns.Select(c => $" or d.{c.Name} is distinct from m.{c.Name}"));
        return $"""
            from unnest($1::text[], $2::jsonb[], $3::bigint[]) as e(id, {Data}, version)
            cross join lateral (select {members}) m
            left join {table} d on d.id = e.id::{idType}
            where d.data is distinct from e.{Data}{(isVersionRead ? $" or d.{version} is distinct from e.version" : "")}{differs}
            """;
    }

    private string Upsert()
    {
        List<(string Name, string Value)> written =
        [
            ("data", $"e.{Data}"),
            .. version is null ? [] : ((string, string)[])[(version, "e.version")],
            .. columns.Select(c => (c.Name, $"m.{c.Name}")),
        ];
        var (metadata, typed) = (mapping.Metadata, mapping.Metadata.DotNetType.Enabled);
        var modified = metadata.LastModified.Enabled ? $", {metadata.LastModified.Name} = now()" : "";
        return $"""
            insert into {table} as d (id, {Join(written.Select(w => w.Name))}{(typed ? $", {metadata.DotNetType.Name}" : "")})
            select e.id::{idType}, {Join(written.Select(w => w.Value))}{(typed ? $", '{mapping.DocumentType.FullName}'" : "")}
            {Differing()}
            on conflict (id) do update set {Join(written.Select(w => $"{w.Name} = excluded.{w.Name}"))}{modified}
            returning d.id::text
            """;
    }

    /// <summary>Returns the SQL of a duplicated field's value, as Marten assigns it in its updates.</summary>
    private static string Selector(DuplicatedField field)
    {
        var assignment = field.UpdateSqlFragment();
        return assignment[(assignment.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim();
    }

    private static string Quoted(string name) => $"\"{name}\"";

    private static string Join(IEnumerable<string> parts) => string.Join(", ", parts);

    private static async Task<List<string>> KeysAsync(
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

        return await command.ReadKeysAsync(cancellationToken);
    }
}
