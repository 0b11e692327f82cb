using Marten;
using Newsroom.Api.Infrastructure.Counting;
using Newsroom.Api.Infrastructure.Modules;

namespace Newsroom.Api.Refusals;

/// <summary>Records rejected commands (403, 409, 422).</summary>
internal sealed class RefusalsModule : IModule
{
    /// <inheritdoc/>
    public void AddServices(WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<RefusalLog>().AddHostedService<ExcessCounterJob<RefusalLog>>();

    /// <inheritdoc/>
    public void ConfigureStore(StoreOptions options) => options.Storage.ExtendedSchemaObjects.Add(RefusalRateLimiter.Table);
}
