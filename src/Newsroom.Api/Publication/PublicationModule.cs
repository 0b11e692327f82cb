using Marten;
using Marten.Schema;
using Newsroom.Api.Infrastructure.Modules;
using Newsroom.Api.Infrastructure.Projections;

namespace Newsroom.Api.Publication;

internal sealed class PublicationModule : IModule
{
    /// <inheritdoc/>
    public IEnumerable<ProjectionRegistration> Projections => [PublishedStoryProjection.Registration()];

    /// <inheritdoc/>
    public void ConfigureStore(StoreOptions options)
    {
        options
            .Schema.For<PublishedStory>()
            .Duplicate(story => story.Slug)
            .UniqueIndex(UniqueIndexType.DuplicatedField, "published_slug", story => story.Slug)
            .Duplicate(story => story.Replaces!)
            .Duplicate(story => story.TranslationOf!)
            .Duplicate(story => story.Desk)
            .Duplicate(story => story.Language)
            .Duplicate(story => story.Updated)
            .Duplicate(story => story.Takedown!.At)
            .Index(story => new { story.Updated, story.Id })
            .Index(story => new
            {
                story.Desk,
                story.Updated,
                story.Id,
            })
            .Index(story => new
            {
                story.Language,
                story.Updated,
                story.Id,
            })
            .Index(story => new
            {
                story.Desk,
                story.Language,
                story.Updated,
                story.Id,
            });
        options.Schema.For<PublicNotice>().Duplicate(notice => notice.Story).Duplicate(notice => notice.At);
    }

    /// <inheritdoc/>
    public void AddServices(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(PublicSite.Of(builder.Configuration));
        builder.Services.AddSingleton<PublishedPages>();
        builder.Services.AddSingleton<FeedReader>();
        builder.Services.AddSingleton<EditionRenderer>();

        // First, because the framework's writer accepts what browsers accept.
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IProblemDetailsWriter, ProblemPageWriter>());
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/published", GetPublishedEndpoint.ListAsync);
        endpoints.MapGet("/published/{slug}", GetPublishedEndpoint.GetAsync);
        endpoints.MapGet("/published/{slug}.{format}", GetPublishedEndpoint.GetFormatAsync).WithName("get-published-format");
        endpoints.MapGet(FeedFormat.Atom.Path, GetFeedEndpoint.AtomAsync);
        endpoints.MapGet(FeedFormat.Rss.Path, GetFeedEndpoint.RssAsync);
        endpoints.MapGet(FeedFormat.Json.Path, GetFeedEndpoint.JsonAsync);
        endpoints.MapGet("/published/sitemap-news.xml", GetNewsSitemapEndpoint.GetAsync);
        endpoints.MapGet("/corrections", GetCorrectionsEndpoint.GetAsync);
    }
}
