using Marten;
using Newsroom.Api.Infrastructure.Metrics;
using Newsroom.Api.Infrastructure.Modules;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Api.Infrastructure.Replicas;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Gates;

namespace Newsroom.Api.Worklists;

/// <summary>Lists of stories, boards of desks, the queue of passages to check, and the search.</summary>
internal sealed class WorklistsModule : IModule
{
    private const string QueuedPassages = $"{MartenNames.Documents}queuedpassage";

    /// <inheritdoc/>
    public IEnumerable<ProjectionRegistration> Projections => [WorklistProjection.Registration()];

    private static MeasuredValue OldestWaiting { get; } =
        new(
            "newsroom.checks.oldest.age",
            "s",
            "How long the oldest passage has been waiting for a check.",
            $"""
            select coalesce(extract(epoch from now() - least((select min(since) from {QueuedPassages} where lapsed),
                (select min(since) from {QueuedPassages} where not lapsed))), 0)
            """
        );

    /// <inheritdoc/>
    public void AddServices(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(OldestWaiting);
        builder.Services.AddScoped<StorySync>();
        builder.Services.AddScoped<StorySearch>();
        builder.Services.AddScoped<WorkReader>();
    }

    /// <inheritdoc/>
    public void ConfigureStore(StoreOptions options)
    {
        ConfigureCardColumns(options);
        ConfigureCardIndexes(options);
        ConfigureQueue(options);
        ConfigureWork(options);
        ConfigurePhrases(options);
        ConfigureQuotes(options);
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/me", GetMeEndpoint.GetAsync);
        endpoints.MapGet("/me/work", GetMyWorkEndpoint.GetAsync).ReadsReplica();
        endpoints.MapGet("/stories", ListStoriesEndpoint.GetAsync).ReadsReplica(except: ["since", "after"]);
        endpoints.MapGet("/desks/{desk}/board", GetBoardEndpoint.GetAsync).ReadsReplica();
        endpoints.MapGet("/stories/{storyId}/passages/{passage}", GetPassageEndpoint.GetAsync);
        endpoints.MapGet("/speakers/{speaker}/quotes", GetSpeakerQuotesEndpoint.GetAsync).ReadsReplica();
        endpoints.MapGet("/fact-checks/queue", GetQueueEndpoint.GetAsync).ReadsReplica();
    }

    private static void ConfigureCardColumns(StoreOptions options) =>
        options
            .Schema.For<StoryCard>()
            .Duplicate(card => card.Desk)
            .Duplicate(card => card.Assignee!)
            .Duplicate(card => card.ChangedAt)
            .Duplicate(card => card.Stage)
            .Duplicate(card => card.UnderWay)
            .Duplicate(card => card.StageSince)
            .Duplicate(card => card.Due!)
            .Duplicate(card => card.Rank)
            .Duplicate(card => card.TranslationOf!);

    private static void ConfigureCardIndexes(StoreOptions options) =>
        options
            .Schema.For<StoryCard>()
            .Index(card => new
            {
                card.UnderWay,
                card.Rank,
                card.StageSince,
                card.Id,
            })
            .Index(card => new
            {
                card.Desk,
                card.UnderWay,
                card.Rank,
                card.StageSince,
                card.Id,
            })
            .Index(card => new
            {
                card.UnderWay,
                card.Due,
                card.Id,
            })
            .Index(card => new
            {
                card.Desk,
                card.UnderWay,
                card.Due,
                card.Id,
            })
            .Index(card => new { card.ChangedAt, card.Id })
            .Index(card => new
            {
                card.Desk,
                card.ChangedAt,
                card.Id,
            })
            .Index(card => new
            {
                card.Assignee,
                card.ChangedAt,
                card.Id,
            })
            .Index(card => new
            {
                card.Desk,
                card.Stage,
                card.UnderWay,
                card.StageSince,
                card.Id,
            });

    private static void ConfigureQueue(StoreOptions options) =>
        options
            .Schema.For<QueuedPassage>()
            .Duplicate(queued => queued.Desk)
            .Duplicate(queued => queued.Lapsed)
            .Duplicate(queued => queued.Since)
            .Duplicate(queued => queued.Due!)
            .Duplicate(queued => queued.Rank)
            .Index(queued => queued.Story)
            .Index(queued => new
            {
                queued.Rank,
                queued.Since,
                queued.Id,
            })
            .Index(queued => new
            {
                queued.Desk,
                queued.Rank,
                queued.Since,
                queued.Id,
            })
            .Index(queued => new { queued.Due, queued.Id })
            .Index(queued => new
            {
                queued.Desk,
                queued.Due,
                queued.Id,
            })
            .Index(queued => new
            {
                queued.Lapsed,
                queued.Since,
                queued.Id,
            })
            .Index(queued => new
            {
                queued.Desk,
                queued.Lapsed,
                queued.Since,
                queued.Id,
            });

    private static void ConfigureWork(StoreOptions options) =>
        options
            .Schema.For<WaitingItem>()
            .Duplicate(item => item.Key)
            .Duplicate(item => item.Rank)
            .Duplicate(item => item.Since)
            .Duplicate(item => item.Desk!)
            .Index(item => item.Story)
            .Index(item => new
            {
                item.Key,
                item.Kind,
                item.Rank,
                item.Since,
                item.Id,
            })
            .Index(item => new
            {
                item.Key,
                item.Desk,
                item.Rank,
                item.Since,
                item.Id,
            })
            .Index(item => new
            {
                item.Key,
                item.Rank,
                item.Since,
                item.Id,
            });

    private static void ConfigurePhrases(StoreOptions options) =>
        options
            .Schema.For<DismissedPhrase>()
            .Duplicate(phrase => phrase.Key)
            .Duplicate(phrase => phrase.Story)
            .Duplicate(phrase => phrase.At)
            .Index(phrase => new { phrase.Key, phrase.At })
            .Index(phrase => new { phrase.At, phrase.Id });

    private static void ConfigureQuotes(StoreOptions options) =>
        options
            .Schema.For<SpeakerQuote>()
            .Duplicate(quote => quote.Speaker)
            .Duplicate(quote => quote.Since)
            .Index(quote => quote.Story)
            .Index(quote => new
            {
                quote.Speaker,
                quote.Since,
                quote.Id,
            });
}
