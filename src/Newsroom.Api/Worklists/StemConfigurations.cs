using System.Data.Common;
using Newsroom.Api.Infrastructure.Persistence;
using Weasel.Core;
using Weasel.Postgresql;
using DbCommandBuilder = Weasel.Core.DbCommandBuilder;

namespace Newsroom.Api.Worklists;

/// <summary>
/// The text search configurations of stories, in PostgreSQL: those of the server without their stop words. A search for "The Who" or "to be
/// or not to be" would otherwise have no word.
/// </summary>
internal sealed class StemConfigurations : ISchemaObject
{
    private const string Schema = MartenNames.Schema;

    // A configuration is that of the server named simple, but for words, and a dictionary has the option language only.
    private const string State = $"""
        select c.oid is not null,
            coalesce(
                (select array_agg((m.maptokentype, m.mapseqno, m.mapdict) order by m.maptokentype, m.mapseqno) from pg_ts_config_map m
                    where m.mapcfg = c.oid)
                = (select array_agg((m.maptokentype, m.mapseqno, case when t.alias in ('asciiword', 'word') then d.oid else m.mapdict end)
                        order by m.maptokentype, m.mapseqno) from pg_ts_config_map m
                    join ts_token_type('default') t on t.tokid = m.maptokentype where m.mapcfg = 'pg_catalog.simple'::regconfig)
                and d.dictinitoption = 'language = ' || quote_literal(l.name)
                and d.dicttemplate = (select s.dicttemplate from pg_ts_dict s where s.oid = 'pg_catalog.english_stem'::regdictionary)
                and c.cfgparser = (select s.cfgparser from pg_ts_config s where s.oid = 'pg_catalog.simple'::regconfig), false)
        from unnest(string_to_array(:names, ',')) l(name)
            left join pg_ts_config c on c.cfgname = l.name and c.cfgnamespace = to_regnamespace('{Schema}')
            left join pg_ts_dict d on d.dictname = l.name || '_stem' and d.dictnamespace = to_regnamespace('{Schema}')
        """;

    /// <inheritdoc/>
    public DbObjectName Identifier { get; } = PostgresqlProvider.Instance.Parse($"{Schema}.stem_configurations");

    /// <inheritdoc/>
    public void WriteCreateStatement(Migrator migrator, TextWriter writer)
    {
        foreach (var name in SearchLanguage.Stemmed)
        {
            writer.WriteLine($"create text search dictionary {Schema}.{name}_stem (template = pg_catalog.snowball, language = {name});");
            writer.WriteLine($"create text search configuration {Schema}.{name} (copy = pg_catalog.simple);");
            writer.WriteLine(
                $"alter text search configuration {Schema}.{name} alter mapping for asciiword, word with {Schema}.{name}_stem;"
            );
        }
    }

    /// <inheritdoc/>
    public void WriteDropStatement(Migrator migrator, TextWriter writer)
    {
        foreach (var name in SearchLanguage.Stemmed)
        {
            writer.WriteLine($"drop text search configuration if exists {Schema}.{name};");
            writer.WriteLine($"drop text search dictionary if exists {Schema}.{name}_stem;");
        }
    }

    /// <inheritdoc/>
    public void ConfigureQueryCommand(DbCommandBuilder builder)
    {
        var names = string.Join(',', SearchLanguage.Stemmed);
        builder.Append(State.Replace(":names", $"'{names}'", StringComparison.Ordinal) + ";");
    }

    /// <inheritdoc/>
    public async Task<ISchemaObjectDelta> CreateDeltaAsync(DbDataReader reader, CancellationToken cancellationToken = default)
    {
        var (isThere, isEqual) = (false, true);
        while (await reader.ReadAsync(cancellationToken))
        {
            isThere |= reader.GetBoolean(0);
            isEqual &= reader.GetBoolean(1);
        }

        if (isEqual)
        {
            return new SchemaObjectDelta(this, SchemaPatchDifference.None);
        }

        return new SchemaObjectDelta(this, isThere ? SchemaPatchDifference.Update : SchemaPatchDifference.Create);
    }

    /// <inheritdoc/>
    public IEnumerable<DbObjectName> AllNames() => [Identifier];
}
