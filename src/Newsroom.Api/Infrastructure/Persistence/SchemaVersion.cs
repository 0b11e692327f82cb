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
/// Which program made the tables, as the comment on their schema. Comparing every table, index and function with the catalog takes as long
/// as the rest of a start, and finds nothing
/// where the same build did it before.
/// </summary>
internal static class SchemaVersion
{
    private const string Schema = "newsroom";

    /// <summary>What a database says that this build has brought up to date.</summary>
    public static string Current { get; } =
        $"Tables as made by build {Build()}. Without this comment the next start compares them with what the program wants.";

    /// <summary>Whether the database says so.</summary>
    public static async Task<bool> IsOnAsync(NpgsqlDataSource owner)
    {
        await using var read = owner.CreateCommand($"select obj_description(to_regnamespace('{Schema}'), 'pg_namespace')");
        return await read.ExecuteScalarAsync() as string == Current;
    }

    /// <summary>Has the database say so.</summary>
    public static Task PutOnAsync(NpgsqlDataSource owner) => CommentAsync(owner, $"'{Current}'");

    /// <summary>
    /// Has the database say nothing, before anything in it is changed: what a build leaves half done, no build finds current.
    /// </summary>
    public static async Task TakeOffAsync(NpgsqlDataSource owner)
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

    // Of everything that has a say in how the tables look: a module's id changes with its code.
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
