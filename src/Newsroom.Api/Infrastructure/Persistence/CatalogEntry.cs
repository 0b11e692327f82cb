using Npgsql;

namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>Describes a table, sequence or function of the schema.</summary>
/// <param name="Kind">table, sequence or function.</param>
/// <param name="Name">Its name, without the schema.</param>
/// <param name="Signature">Its name in statements, such as GRANT.</param>
internal sealed record CatalogEntry(string Kind, string Name, string Signature)
{
    private const string Sql = $"""
        select case c.relkind when 'S' then 'sequence' else 'table' end, c.relname, c.oid::regclass::text from pg_class c
        where c.relnamespace = '{MartenNames.Schema}'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
        union all
        select 'function', p.proname, p.oid::regprocedure::text from pg_proc p where p.pronamespace = '{MartenNames.Schema}'::regnamespace
        order by 1, 3
        """;

    /// <summary>Reads all entries.</summary>
    public static async Task<List<CatalogEntry>> ReadAllAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var entries = new List<CatalogEntry>();
        while (await rows.ReadAsync(cancellationToken))
        {
            entries.Add(new CatalogEntry(rows.GetString(0), rows.GetString(1), rows.GetString(2)));
        }

        return entries;
    }
}
