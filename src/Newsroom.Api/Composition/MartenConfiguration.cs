using System.Text.Json.Serialization;
using JasperFx;
using JasperFx.Events;
using Marten;
using Marten.Events;
using Marten.Services.Json;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Newsroom.Api.Infrastructure.Idempotency;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Npgsql;
using Weasel.Core;
using Wolverine.Marten;

namespace Newsroom.Api.Composition;

/// <summary>Configures Marten. Each module adds its documents and projections.</summary>
internal static class MartenConfiguration
{
    // Article and blame are each transferred in one piece.
    private const int BufferSize = 32 * 1024;

    /// <summary>
    /// Adds the event store on a database. Its tables are there: <see cref="SchemaMigrator"/> creates them.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="connectionString">The connection string.</param>
    /// <param name="projections">The projections.</param>
    /// <param name="title">The title of the host, which metrics of its pool name; null for the only host of a process.</param>
    public static IServiceCollection AddNewsroomStore(
        this IServiceCollection services,
        string connectionString,
        IEnumerable<ProjectionRegistration> projections,
        string? title = null
    )
    {
        var pool = title is null ? MartenNames.Schema : $"{MartenNames.Schema}.{title}";
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider =>
            new NpgsqlDataSourceBuilder(Tuned(connectionString)) { Name = pool }
                .UseLoggerFactory(provider.GetRequiredService<ILoggerFactory>())
                .Build()
        );
        foreach (var projection in projections)
        {
            services.AddProjection(projection);
        }

        services.AddSingleton(new AppendWakeup(TimeProvider.System));
        services.AddSingleton(provider =>
            ActivatorUtilities.CreateInstance<AppendNotifications>(provider, AppendNotifications.Listening(connectionString))
        );
        services
            .AddMarten(provider =>
            {
                var options = new StoreOptions();
                Configure(options);
                var wakeup = provider.GetRequiredService<AppendWakeup>();
                options.Listeners.Add(wakeup);
                options.Projections.Wakeup = wakeup;
                return options;
            })
            .UseNpgsqlDataSource()
            .UseLightweightSessions()
            .IntegrateWithWolverine(integration => integration.UseWolverineManagedEventSubscriptionDistribution = true);
        return services;
    }

    private static void Configure(StoreOptions options)
    {
        options.DatabaseSchemaName = MartenNames.Schema;
        options.AutoCreateSchemaObjects = AutoCreate.None;
        options.UseSystemTextJsonForSerialization(
            EnumStorage.AsString,
            Casing.CamelCase,
            configure: json =>
            {
                // Each enum of the domain has a converter; one of the store would take precedence.
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
        options.Projections.FastPollingTime = AppendWakeup.BusyInterval;
        options.Projections.SlowPollingTime = AppendWakeup.IdleInterval;
        // Marten would skip such events outside the projection's transaction, and unknown types without a log. UnreadableEventSkipper parks
        // them.
        options.Projections.Errors.SkipApplyErrors = false;
        options.Projections.Errors.SkipSerializationErrors = false;
        options.Projections.Errors.SkipUnknownEvents = false;

        foreach (var (name, type) in EventNames.All)
        {
            // Events are identified by name. A .NET type name would bind the record to the current code, and take 60 bytes each.
            options.Events.MapEventType(type, name);
            ((EventGraph)options.Events).EventMappingFor(type).DotNetTypeName = "";
        }

        options.AddIdempotencyRecords();
        foreach (var module in Modules.All)
        {
            module.ConfigureStore(options);
        }
    }

    // Without auto-prepare and no-reset, PostgreSQL plans the append function again on every call. Pooled connections have no session
    // state.
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
