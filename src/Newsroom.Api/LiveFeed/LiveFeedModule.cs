using Microsoft.Extensions.Diagnostics.HealthChecks;
using Newsroom.Api.Infrastructure.Modules;

namespace Newsroom.Api.LiveFeed;

/// <summary>The live feed of the events of stories.</summary>
internal sealed class LiveFeedModule : IModule
{
    /// <inheritdoc/>
    public void AddServices(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<FeedEventReader>().AddSingleton<FeedListeners>().AddSingleton<FeedStart>();
        builder.Services.AddSingleton<EventFeed>().AddSingleton<FeedTail>();
        builder.Services.AddHostedService(services => services.GetRequiredService<FeedTail>());
        builder.Services.AddHealthChecks().AddCheck<FeedHealth>("live-feed", HealthStatus.Degraded, ["ready"]);
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/events", GetEventsEndpoint.ListenAsync);
}
