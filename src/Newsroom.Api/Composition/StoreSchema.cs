using JasperFx;
using JasperFx.Resources;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Weasel.Core;
using Weasel.Core.Migrations;
using Wolverine;

namespace Newsroom.Api.Composition;

/// <summary>The tables, indexes and functions of this build, which Marten and Wolverine compare with those of a database.</summary>
internal sealed class StoreSchema : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private StoreSchema(ServiceProvider services) => this.services = services;

    /// <summary>Creates it for a database, which it reaches as the owner.</summary>
    /// <param name="database">The database.</param>
    /// <param name="environment">The host's environment.</param>
    /// <param name="projections">The registered projections, with their tables and functions.</param>
    public static StoreSchema Of(Database database, IHostEnvironment environment, IEnumerable<ProjectionRegistration> projections) =>
        new(
            new ServiceCollection()
                .AddLogging(log => log.SetMinimumLevel(LogLevel.Warning).AddConsole())
                .AddSingleton(environment)
                .AddNewsroomStore(database.Maintenance, projections)
                .AddWolverine(options =>
                {
                    options.Discovery.DisableConventionalDiscovery();
                    options.ConfigureStorage();
                })
                .BuildServiceProvider()
        );

    /// <summary>Returns what differs in the database, by name.</summary>
    public async Task<IReadOnlyList<SchemaChange>> CompareAsync(CancellationToken cancellationToken)
    {
        var changes = new List<SchemaChange>();
        var compared = new HashSet<string>();
        foreach (var source in services.GetServices<IDatabaseSource>())
        {
            foreach (var database in await source.BuildDatabases())
            {
                var migration = await database.CreateMigrationAsync(cancellationToken);
                changes.AddRange(
                    migration
                        .Deltas.Where(delta => delta.Difference != SchemaPatchDifference.None)
                        .Where(delta => compared.Add(delta.SchemaObject.Identifier.QualifiedName))
                        .Select(delta => SchemaChange.Of(delta, database.Migrator))
                );
            }
        }

        return changes;
    }

    /// <summary>Creates what is missing, and changes what differs.</summary>
    /// <exception cref="SettingsException">A difference cannot be changed without losing data; the message names it.</exception>
    public async Task ApplyAsync()
    {
        using var host = new NotStarted(services);
        try
        {
            await host.SetupResources();
        }
        catch (AggregateException failure) when (failure.InnerExceptions.All(inner => inner is ResourceSetupException))
        {
            var reasons = failure.InnerExceptions.Select(inner => inner.GetBaseException().Message).Distinct();
            throw new SettingsException($"The schema cannot be migrated: {string.Join("; ", reasons)}", failure);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => services.DisposeAsync();

    // Resource discovery needs a host. A built host would be taken for the application by tools that wait for a program's host.
    private sealed class NotStarted(IServiceProvider services) : IHost
    {
        public IServiceProvider Services => services;

        public Task StartAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task StopAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public void Dispose() { }
    }
}
