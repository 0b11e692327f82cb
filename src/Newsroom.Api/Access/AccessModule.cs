using Marten;
using Newsroom.Api.Infrastructure.Counting;
using Newsroom.Api.Infrastructure.Modules;
using Newsroom.Api.Infrastructure.Projections;

namespace Newsroom.Api.Access;

/// <summary>Who may read which story, and the record of reads.</summary>
internal sealed class AccessModule : IModule
{
    /// <inheritdoc/>
    public IEnumerable<ProjectionRegistration> Projections => [ConfidentialStoryProjection.Registration()];

    /// <inheritdoc/>
    public void AddServices(WebApplicationBuilder builder) =>
        builder.Services.AddScoped<StoryGuard>().AddSingleton<ReadLog>().AddHostedService<ExcessCounterJob<ReadLog>>();

    /// <inheritdoc/>
    public void ConfigureStore(StoreOptions options) => options.Storage.ExtendedSchemaObjects.Add(ReadTally.Table);
}
