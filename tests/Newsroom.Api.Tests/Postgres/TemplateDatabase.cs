using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Postgres;

/// <summary>
/// A migrated database with the desks world and metro, and the keys of its host. It is created once per run; PostgreSQL copies it in a
/// fraction of the time of a migration.
/// </summary>
internal static class TemplateDatabase
{
    private static readonly Lazy<Task<Template>> Made = new(MakeAsync);

    /// <summary>Creates a database as a copy, writes the keys into a data directory, and returns the connection string.</summary>
    public static async Task<string> CopyAsync(string data)
    {
        var template = await Made.Value;
        foreach (var (name, content) in template.Keys)
        {
            await File.WriteAllBytesAsync(Path.Combine(data, name), content);
        }

        return await TestServer.CopyDatabaseAsync(template.Database);
    }

    private static async Task<Template> MakeAsync()
    {
        var newsroom = new Newsroom { IsEmpty = true };
        await newsroom.InitializeAsync();
        var admin = newsroom.As("root", Role.Admin);
        foreach (var desk in new[] { "world", "metro" })
        {
            (await admin.PutAsync($"/desks/{desk}", new { name = desk, language = "en" })).Is(201);
        }

        await newsroom.CatchUpAsync();
        var keys = await newsroom.StopAsync();
        await TestServer.CloseDatabaseAsync(newsroom.Database);
        return new Template(newsroom.Database, keys);
    }

    private sealed record Template(string Database, IReadOnlyDictionary<string, byte[]> Keys);
}
