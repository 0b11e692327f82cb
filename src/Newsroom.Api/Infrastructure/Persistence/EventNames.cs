using Newsroom.Domain.Desks;
using Newsroom.Domain.Erasures;
using Newsroom.Domain.EvidenceFiles;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Policies;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Newsroom.Domain.Subscribers;
using Newsroom.Evidence.Records;

namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>The names that events are stored under. They never change.</summary>
public static class EventNames
{
    private static readonly Dictionary<string, Type> OfOtherStreams = new()
    {
        ["desk_defined"] = typeof(DeskDefined),
        ["policy_proposed"] = typeof(PolicyEvent.PolicyProposed),
        ["policy_accepted"] = typeof(PolicyEvent.PolicyAccepted),
        ["policy_rejected"] = typeof(PolicyEvent.PolicyRejected),
        ["command_refused"] = typeof(CommandRefused),
        ["refusals_counted"] = typeof(RefusalsCounted),
        ["story_read"] = typeof(StoryRead),
        ["story_reads_counted"] = typeof(StoryReadsCounted),
        ["person_described"] = typeof(PersonDescribed),
        ["speaker_registered"] = typeof(SpeakerRegistered),
        ["identity_sealed"] = typeof(IdentitySealed),
        ["identity_revealed"] = typeof(IdentityRevealed),
        ["evidence_file_added"] = typeof(EvidenceFileAdded),
        ["evidence_file_read"] = typeof(EvidenceFileRead),
        ["erasure_requested"] = typeof(ErasureEvent.ErasureRequested),
        [RecordedErasures.Type] = typeof(ErasureEvent.ErasureCarriedOut),
        ["erasure_rejected"] = typeof(ErasureEvent.ErasureRejected),
        ["subscriber_registered"] = typeof(SubscriberRegistered),
        ["subscriber_changed"] = typeof(SubscriberChanged),
        ["subscriber_paused"] = typeof(SubscriberPaused),
        ["subscriber_resumed"] = typeof(SubscriberResumed),
        ["secret_rotated"] = typeof(SecretRotated),
        ["redelivery_requested"] = typeof(RedeliveryRequested),
        ["replay_requested"] = typeof(ReplayRequested),
        ["subscriber_removed"] = typeof(SubscriberRemoved),
    };

    private static readonly Lazy<Dictionary<Type, string>> ByType = new(() => All.ToDictionary(name => name.Value, name => name.Key));

    /// <summary>Every type of event, by its stored name.</summary>
    public static IEnumerable<KeyValuePair<string, Type>> All => StoryEvents.ByName.Concat(OfOtherStreams);

    /// <summary>Returns the name that a type of event is stored under.</summary>
    public static string Of(Type type) => ByType.Value[type];
}
