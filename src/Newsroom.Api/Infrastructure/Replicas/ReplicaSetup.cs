using Marten;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Npgsql;

namespace Newsroom.Api.Infrastructure.Replicas;

/// <summary>Adds the replica of <c>ConnectionStrings:Replica</c> to a host; without it, every read goes to the primary.</summary>
internal static class ReplicaSetup
{
    private const string Name = "Replica";

    // A replica that does not answer delays no read for long.
    private const int ConnectSeconds = 2;

    /// <summary>Adds the replica.</summary>
    /// <exception cref="SettingsException">The connection string cannot be read.</exception>
    public static void AddReplica(this WebApplicationBuilder builder, Database database)
    {
        builder.Services.AddSingleton<RecordedSequence>();
        builder.Services.ConfigureMarten((provider, options) => options.Listeners.Add(provider.GetRequiredService<RecordedSequence>()));
        if (builder.Configuration.GetConnectionString(Name) is not { Length: > 0 } given)
        {
            return;
        }

        var connectionString = Tuned(given, database);
        builder.Services.AddSingleton(provider => ActivatorUtilities.CreateInstance<Replica>(provider, connectionString));
        builder.Services.AddHostedService(provider => provider.GetRequiredService<Replica>());
        builder.Services.AddHealthChecks().AddCheck<Replica>("replica", tags: ["ready"]);
        builder.Services.AddScoped<RequestSessions>();
        builder.Services.AddScoped(provider => provider.GetRequiredService<RequestSessions>().Open());
    }

    /// <summary>Sends reads that may be late to the replica; follows authorization.</summary>
    public static void UseReplica(this WebApplication app)
    {
        if (app.Services.GetService<Replica>() is not { } replica)
        {
            return;
        }

        app.Use(
            (http, next) =>
                http.GetEndpoint()?.Metadata.GetMetadata<ReplicaRead>()?.Allows(http.Request.Query) == true
                    ? ReadAsync(replica, http, next)
                    : next(http)
        );
    }

    private static async Task ReadAsync(Replica replica, HttpContext http, RequestDelegate next)
    {
        if (RecordedSequence.Read(http.Request, out var sequence) is { } refusal)
        {
            await refusal.ToProblem().ExecuteAsync(http);
            return;
        }

        if (await replica.OpenAsync(sequence, http.RequestAborted) is { } connection)
        {
            http.RequestServices.GetRequiredService<RequestSessions>().Use(connection);
        }

        await next(http);
    }

    private static string Tuned(string given, Database database)
    {
        try
        {
            var replica = new NpgsqlConnectionStringBuilder(Database.AsApplication(given)) { ApplicationName = "newsroom-reads" };
            if (!replica.ShouldSerialize("Timeout"))
            {
                replica.Timeout = ConnectSeconds;
            }

            if (!replica.ShouldSerialize("Maximum Pool Size"))
            {
                replica.MaxPoolSize = new NpgsqlConnectionStringBuilder(database.ConnectionString).MaxPoolSize;
            }

            return replica.ConnectionString;
        }
        catch (ArgumentException failure)
        {
            throw new SettingsException($"ConnectionStrings:{Name} is not a connection string of PostgreSQL: {failure.Message}", failure);
        }
    }
}
