using System.Text.Json.Serialization;
using JasperFx;
using JasperFx.Events;
using Marten;
using Marten.Events;
using Marten.Services.Json;
using Newsroom.Api.Infrastructure.Idempotency;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Npgsql;
using Weasel.Core;
using Wolverine.Marten;

namespace Newsroom.Api.Composition;

/// <summary>Configures the event store. What a module stores, the module configures.</summary>
internal static class MartenConfiguration
{
    private static readonly TimeSpan PollingInterval = TimeSpan.FromMilliseconds(100);

    // An article and its blame are sent and received in one piece each.
    private const int BufferSize = 32 * 1024;

    /// <summary>
    /// Adds the event store on a database. Its tables are there: <see cref="SchemaMigrator"/> creates them.
    /// </summary>
    public static IServiceCollection AddNewsroomStore(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(provider =>
            new NpgsqlDataSourceBuilder(Tuned(connectionString)).UseLoggerFactory(provider.GetRequiredService<ILoggerFactory>()).Build()
        );
        foreach (var projection in Modules.All.SelectMany(module => module.Projections))
        {
            services.AddProjection(projection);
        }

        services
            .AddMarten(Configure)
            .UseNpgsqlDataSource()
            .UseLightweightSessions()
            .IntegrateWithWolverine(integration => integration.UseWolverineManagedEventSubscriptionDistribution = true);
        return services;
    }

    private static void Configure(StoreOptions options)
    {
        options.DatabaseSchemaName = "newsroom";
        options.AutoCreateSchemaObjects = AutoCreate.None;
        options.UseSystemTextJsonForSerialization(
            EnumStorage.AsString,
            Casing.CamelCase,
            configure: json =>
            {
                // Every enum of the domain says itself how it is written; a converter of the store's would go first.
                foreach (var converter in json.Converters.OfType<JsonStringEnumConverter>().ToList())
                {
                    json.Converters.Remove(converter);
                }

                json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            }
        );
        options.Events.StreamIdentity = StreamIdentity.AsGuid;
        options.Events.AppendMode = EventAppendMode.QuickWithServerTimestamps;
        options.Events.UseExclusiveLockOnConcurrentAppends = true;
        options.Events.MetadataConfig.EnableAll();
        options.Events.MetadataConfig.UserNameEnabled = true;
        // Views look for events ten times a second instead of being woken by each: NOTIFY takes a lock of the whole database through every
        // commit, and a view
        // that is woken for each event does for one what it could do for twenty.
        options.Projections.FastPollingTime = PollingInterval;
        options.Projections.SlowPollingTime = PollingInterval;
        // Marten would pass over such events outside the projection's transaction, and over unknown types without a trace:
        // UnreadableEventSkipper parks them.
        options.Projections.Errors.SkipApplyErrors = false;
        options.Projections.Errors.SkipSerializationErrors = false;
        options.Projections.Errors.SkipUnknownEvents = false;

        foreach (var (name, type) in EventNames.All)
        {
            // An event is what its name says. The name of a .NET type beside it would bind the record to today's code, in 60 bytes each.
            options.Events.MapEventType(type, name);
            ((EventGraph)options.Events).EventMappingFor(type).DotNetTypeName = "";
        }

        options.AddIdempotencyRecords();
        foreach (var module in Modules.All)
        {
            module.ConfigureStore(options);
        }
    }

    // Without auto-prepare and no-reset PostgreSQL plans the append function anew on every call; pooled connections carry no session state
    // here.
    private static string Tuned(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 64,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
            WriteBufferSize = BufferSize,
            ReadBufferSize = BufferSize,
        }.ConnectionString;
}
