using System.Reflection;
using System.Security.Cryptography;
using Marten;
using Newsroom.Domain.Stories;
using Npgsql;
using Weasel.Core;
using Weasel.Postgresql;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Postgresql;
using Wolverine.RDBMS;

namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>
/// Stores which build created the tables, as the comment on their schema. Comparing every table, index and function with the catalog takes
/// as long as the rest of a start, and is not needed where the same build did it before.
/// </summary>
internal static class SchemaVersion
{
    private const string Schema = MartenNames.Schema;

    /// <summary>The comment of a database that this build has migrated.</summary>
    public static string Current { get; } =
        $"Tables created by build {Build()}. Without this comment the next start compares them with those of the program.";

    /// <summary>Returns whether this build has migrated the database.</summary>
    public static async Task<bool> IsCurrentAsync(NpgsqlDataSource owner)
    {
        await using var read = owner.CreateCommand($"select obj_description(to_regnamespace('{Schema}'), 'pg_namespace')");
        return await read.ExecuteScalarAsync() as string == Current;
    }

    /// <summary>Stores that this build has migrated the database.</summary>
    public static Task SetAsync(NpgsqlDataSource owner) => CommentAsync(owner, $"'{Current}'");

    /// <summary>
    /// Removes the comment before a migration, so that no build takes one that was interrupted for complete.
    /// </summary>
    public static async Task ClearAsync(NpgsqlDataSource owner)
    {
        await using var there = owner.CreateCommand($"select to_regnamespace('{Schema}') is not null");
        if (await there.ExecuteScalarAsync() is true)
        {
            await CommentAsync(owner, "null");
        }
    }

    private static async Task CommentAsync(NpgsqlDataSource owner, string comment)
    {
        await using var write = owner.CreateCommand($"comment on schema {Schema} is {comment}");
        await write.ExecuteNonQueryAsync();
    }

    // Of all assemblies that decide the schema: a module's id changes with its code.
    private static string Build()
    {
        Assembly[] made =
        [
            typeof(Program).Assembly,
            typeof(Story).Assembly,
            typeof(DocumentStore).Assembly,
            typeof(JasperFx.Events.IEvent).Assembly,
            typeof(SchemaMigration).Assembly,
            typeof(PostgresqlMigrator).Assembly,
            typeof(WolverineOptions).Assembly,
            typeof(MartenIntegration).Assembly,
            typeof(PostgresqlConfigurationExtensions).Assembly,
            typeof(DatabaseSettings).Assembly,
        ];
        return Convert.ToHexStringLower(
            SHA256.HashData(made.SelectMany(assembly => assembly.ManifestModule.ModuleVersionId.ToByteArray()).ToArray())
        );
    }
}
