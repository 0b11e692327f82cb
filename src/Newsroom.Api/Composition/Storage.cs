using System.Text.Json.Serialization;
using JasperFx;
using JasperFx.Events;
using Marten;
using Marten.Events;
using Marten.Schema;
using Marten.Services.Json;
using Newsroom.Api.Audit;
using Newsroom.Api.Desks;
using Newsroom.Api.Erasures;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Idempotency;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Ledger;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Api.Operations.Projections;
using Newsroom.Api.People;
using Newsroom.Api.Policies;
using Newsroom.Api.Publication;
using Newsroom.Api.Refusals;
using Newsroom.Api.Speakers;
using Newsroom.Api.Stories;
using Newsroom.Api.Stories.Commands;
using Newsroom.Api.Stories.Snapshots;
using Newsroom.Api.Worklists;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Erasures;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Policies;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Newsroom.Evidence.Records;
using Npgsql;
using Weasel.Core;
using Weasel.Postgresql.Tables;
using Wolverine.Marten;

namespace Newsroom.Api.Composition;

/// <summary>The event store: what is kept, under which names, and which views are built of it.</summary>
public static class Storage
{
    /// <summary>The index that keeps slugs unique.</summary>
    public const string SlugIndex = "story_slug";

    /// <summary>The events beside those of stories, and the names they are stored under.</summary>
    private static readonly Dictionary<string, Type> OtherEvents = new()
    {
        ["desk_defined"] = typeof(DeskDefined),
        ["policy_proposed"] = typeof(PolicyEvent.PolicyProposed),
        ["policy_accepted"] = typeof(PolicyEvent.PolicyAccepted),
        ["policy_rejected"] = typeof(PolicyEvent.PolicyRejected),
        ["command_refused"] = typeof(CommandRefused),
        ["refusals_counted"] = typeof(RefusalsCounted),
        ["person_described"] = typeof(PersonDescribed),
        ["speaker_registered"] = typeof(SpeakerRegistered),
        ["identity_sealed"] = typeof(IdentitySealed),
        ["identity_revealed"] = typeof(IdentityRevealed),
        ["erasure_requested"] = typeof(ErasureEvent.ErasureRequested),
        [RecordedErasures.Type] = typeof(ErasureEvent.ErasureCarriedOut),
        ["erasure_rejected"] = typeof(ErasureEvent.ErasureRejected),
    };

    /// <summary>Every kind of event, by the name it is stored under.</summary>
    public static IEnumerable<KeyValuePair<string, Type>> Events => StoryEvents.ByName.Concat(OtherEvents);

    /// <summary>Whether a commit failed because <paramref name="index"/> holds the value already.</summary>
    public static bool IsUniqueViolation(this Exception failure, string index)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } violation && violation.ConstraintName == index)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds the event store on <paramref name="connectionString"/>. Its tables are there: <see cref="SchemaMigrator"/> makes them.</summary>
    public static IServiceCollection AddNewsroomStore(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(provider =>
            new NpgsqlDataSourceBuilder(Tuned(connectionString)).UseLoggerFactory(provider.GetRequiredService<ILoggerFactory>()).Build()
        );
        services
            .AddProjection(StoryProjection.Registration())
            .AddProjection(StoryTextProjection.Registration())
            .AddProjection(DeskProjection.Registration())
            .AddProjection(PoliciesProjection.Registration())
            .AddProjection(PersonProjection.Registration())
            .AddProjection(SpeakerProjection.Registration())
            .AddProjection(ErasureProjection.Registration())
            .AddProjection(PublishedStoryProjection.Registration())
            .AddProjection(WorklistProjection.Registration())
            .AddProjection(KeyframeProjection.Registration())
            .AddProjection(AuditProjection.Registration());
        services
            .AddMarten(Configure)
            .UseNpgsqlDataSource()
            .UseLightweightSessions()
            .IntegrateWithWolverine(integration => integration.UseWolverineManagedEventSubscriptionDistribution = true);
        return services;
    }

    /// <summary>Keeps PostgreSQL's list of entries to come to an index of words short: the index stays half as large as with its default of 4 MB, and writes a third of what it would without any.</summary>
    public static void KeptSmall(this IndexDefinition index) => index.StorageParameters["gin_pending_list_limit"] = "256";

    private static void Configure(StoreOptions options)
    {
        options.DatabaseSchemaName = "newsroom";
        options.AutoCreateSchemaObjects = AutoCreate.None;
        options.UseSystemTextJsonForSerialization(
            EnumStorage.AsString,
            Casing.CamelCase,
            configure: json =>
            {
                // Every enum of the domain says itself how it is written; a converter of the store's would go first.
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
        // Views look for events ten times a second instead of being woken by each: NOTIFY takes a lock of the whole database through every commit, and a view
        // that is woken for each event does for one what it could do for twenty.
        options.Projections.FastPollingTime = Looking;
        options.Projections.SlowPollingTime = Looking;
        // Marten would pass over such events outside the projection's transaction, and over unknown types without a trace: UnreadableEventSkipper parks them.
        options.Projections.Errors.SkipApplyErrors = false;
        options.Projections.Errors.SkipSerializationErrors = false;
        options.Projections.Errors.SkipUnknownEvents = false;

        foreach (var (name, type) in Events)
        {
            // An event is what its name says. The name of a .NET type beside it would bind the record to today's code, in 60 bytes each.
            options.Events.MapEventType(type, name);
            ((EventGraph)options.Events).EventMappingFor(type).DotNetTypeName = "";
        }

        options.Storage.ExtendedSchemaObjects.Add(RefusalRateLimiter.Table);
        options.Storage.ExtendedSchemaObjects.Add(FailureTable.Table);
        options.Storage.ExtendedSchemaObjects.Add(AuditTable.Table);
        options.Storage.ExtendedSchemaObjects.Add(StorySearchTable.Table);
        options.Storage.ExtendedSchemaObjects.Add(SourceKeys.Table);
        options.Storage.ExtendedSchemaObjects.AddRange(LedgerTables.All);
        options.Storage.ExtendedSchemaObjects.AddRange(IdentityTables.All);
        // In columns of their own, indexed members leave a document's other changes without work for its indexes (heap-only updates).
        options
            .Schema.For<Story>()
            .Duplicate(story => story.Slug)
            .UniqueIndex(UniqueIndexType.DuplicatedField, SlugIndex, story => story.Slug);
        options.Schema.For<ErasureSettlement>().Identity(settlement => settlement.Id);
        options
            .Schema.For<IdempotencyRecord>()
            .Identity(stored => stored.Key)
            .Index(stored => stored.At)
            .Index(stored => stored.Answer.Stream!);
        options
            .Schema.For<PublishedStory>()
            .Duplicate(story => story.Slug)
            .UniqueIndex(UniqueIndexType.DuplicatedField, "published_slug", story => story.Slug)
            .Index(story => story.Updated);
        options
            .Schema.For<StoryCard>()
            .Duplicate(card => card.Desk)
            .Duplicate(card => card.Assignee!)
            .Duplicate(card => card.ChangedAt)
            .Duplicate(card => card.Stage)
            .Duplicate(card => card.UnderWay)
            .Duplicate(card => card.StageSince)
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
        options
            .Schema.For<QueuedPassage>()
            .Duplicate(queued => queued.Desk)
            .Duplicate(queued => queued.Lapsed)
            .Duplicate(queued => queued.Since)
            .Index(queued => queued.Story)
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
        options
            .Schema.For<DismissedPhrase>()
            .Duplicate(phrase => phrase.Key)
            .Duplicate(phrase => phrase.Story)
            .Duplicate(phrase => phrase.At)
            .Index(phrase => new { phrase.Key, phrase.At })
            .Index(phrase => new { phrase.At, phrase.Id });
        options
            .Schema.For<Keyframe>()
            .Index(frame => new { frame.Story, frame.Of })
            .Index(frame => new { frame.Story, frame.At })
            .Index(frame => new { frame.Story, frame.Happened });
    }

    private static readonly TimeSpan Looking = TimeSpan.FromMilliseconds(100);

    // An article and its blame go to the database, and come from it, in one piece each.
    private const int LongestMessage = 32 * 1024;

    // Without auto-prepare and no-reset PostgreSQL plans the append function anew on every call; pooled connections carry no session state here.
    private static string Tuned(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 64,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
            WriteBufferSize = LongestMessage,
            ReadBufferSize = LongestMessage,
        }.ConnectionString;
}
