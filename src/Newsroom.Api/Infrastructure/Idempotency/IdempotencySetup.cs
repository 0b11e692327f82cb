using Marten;

namespace Newsroom.Api.Infrastructure.Idempotency;

/// <summary>Registers the stored responses of commands.</summary>
internal static class IdempotencySetup
{
    public static void AddIdempotency(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<CommandIdempotency>();
        builder.Services.AddSingleton(IdempotencyRetention.Of(builder.Configuration));
        builder.Services.AddHostedService<IdempotencyCleanupJob>();
    }

    public static void AddIdempotencyRecords(this StoreOptions options) =>
        options
            .Schema.For<IdempotencyRecord>()
            .Identity(stored => stored.Key)
            .Index(stored => stored.At)
            .Index(stored => stored.Answer.Stream!);
}
