using Marten;
using Marten.Schema;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Newsroom.Api.Infrastructure.Modules;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Api.Infrastructure.Replicas;
using Newsroom.Api.Stories.Commands;
using Newsroom.Api.Stories.Queries;
using Newsroom.Api.Stories.Snapshots;
using Newsroom.Domain.Stories;
using Wolverine;

namespace Newsroom.Api.Stories;

internal sealed class StoriesModule : IModule
{
    /// <inheritdoc/>
    public IEnumerable<ProjectionRegistration> Projections =>
        [StoryProjection.Registration(), StoryTextProjection.Registration(), SnapshotProjection.Registration()];

    /// <inheritdoc/>
    public void AddServices(WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<StoryCommandHandler>().AddScoped<StoryCommandPreviewer>();
        builder.Services.AddScoped<StoryReader>();
        builder.Services.AddSingleton<QuotedLists>();
        builder.Services.AddSingleton(ScheduleDelay.Of(builder.Configuration)).AddSingleton<ScheduledPublisher>();
        builder.Services.AddSingleton(ScheduleHealth.Overdue);
        builder.Services.AddHealthChecks().AddCheck<ScheduleHealth>("schedules", HealthStatus.Degraded, ["ready"]);
    }

    /// <inheritdoc/>
    public void ConfigureStore(StoreOptions options)
    {
        // Indexed members have columns, so that other changes of a document do not update its indexes (heap-only updates).
        options
            .Schema.For<Story>()
            .Duplicate(story => story.Slug)
            .UniqueIndex(UniqueIndexType.DuplicatedField, SlugNumbers.Index, story => story.Slug);
        options
            .Schema.For<Snapshot>()
            .Index(snapshot => new { snapshot.Story, snapshot.Of })
            .Index(snapshot => new { snapshot.Story, snapshot.At })
            .Index(snapshot => new { snapshot.Story, snapshot.Happened });
    }

    /// <inheritdoc/>
    public void ConfigureMessages(WolverineOptions options) => options.UseScheduledPublication();

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapStoryCommands();
        endpoints.MapGet("/stories/{storyId}", GetStoryEndpoint.GetAsync);
        endpoints.MapGet("/stories/{storyId}/history", GetHistoryEndpoint.GetAsync).ReadsReplica();
        endpoints.MapGet("/stories/{storyId}/timeline", GetTimelineEndpoint.GetAsync);
        endpoints.MapGet("/stories/{storyId}/diff", GetDiffEndpoint.GetAsync).ReadsReplica();
        endpoints.MapGet("/stories/{storyId}/blame", GetBlameEndpoint.GetAsync).ReadsReplica();
        endpoints.MapGet("/stories/{storyId}/gates", GetGatesEndpoint.GetAsync);
        endpoints.MapGet("/stories/{storyId}/quoted", GetQuotedEndpoint.GetAsync);
        endpoints.MapGet("/stories/{storyId}/proposals", GetProposalsEndpoint.GetAsync);
        endpoints.MapGet("/dismissed-phrases", GetDismissedPhrasesEndpoint.GetAsync).ReadsReplica();
    }
}
