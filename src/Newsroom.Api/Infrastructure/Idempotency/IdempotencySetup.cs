using Marten;

namespace Newsroom.Api.Infrastructure.Idempotency;

/// <summary>Registers the stored responses of commands.</summary>
internal static class IdempotencySetup
{
    /// <summary>Adds the services.</summary>
    public static void AddIdempotency(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<CommandIdempotency>();
        builder.Services.AddSingleton(IdempotencyRetention.Of(builder.Configuration));
        builder.Services.AddHostedService<IdempotencyCleanupJob>();
    }

    /// <summary>Adds the documents.</summary>
    public static void AddIdempotencyRecords(this StoreOptions options) =>
        options
            .Schema.For<IdempotencyRecord>()
            .Identity(stored => stored.Key)
            .Index(stored => stored.At)
            .Index(stored => stored.Answer.Stream!);
}
