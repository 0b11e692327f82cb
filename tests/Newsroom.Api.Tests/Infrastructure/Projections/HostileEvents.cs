using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Newsroom.Api.Composition;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Stories.Snapshots;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Erasures;
using Newsroom.Domain.EvidenceFiles;
using Newsroom.Domain.People;
using Newsroom.Domain.Policies;
using Newsroom.Domain.Requests;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Subscribers;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Api.Tests.Infrastructure.Projections;

/// <summary>
/// Generates the events of a story and of its desk, person, speaker and erasure, member by member from their types. Each text has its
/// maximum length in one script; with every seed each member is in the next script. Random events have texts of any length and mixed
/// scripts.
/// </summary>
internal sealed partial class HostileEvents(int seed, bool isRandom)
{
    private static readonly HashSet<Type> Imported =
    [
        typeof(StoryDrafted),
        typeof(ArticleRevised),
        typeof(StorySpiked),
        typeof(StoryUnspiked),
        typeof(FileRenamed),
    ];

    private static readonly Type[] First =
    [
        typeof(StoryDrafted),
        typeof(QuoteAttributed),
        typeof(ClaimFlagged),
        typeof(FactChecked),
        typeof(StoryApproved),
    ];

    /// <summary>Leaves the story in review with passages, notes and holds, which worklists show.</summary>
    private static readonly Type[] Last =
    [
        typeof(StoryUnspiked),
        typeof(QuoteAttributed),
        typeof(ClaimFlagged),
        typeof(FactChecked),
        typeof(NoteAdded),
        typeof(HoldPlaced),
        typeof(EmbargoSet),
        typeof(StorySubmitted),
        typeof(ScheduledPublicationFailed),
    ];

    private readonly Random random = new(seed);
    private readonly NullabilityInfoContext nullability = new();
    private readonly Dictionary<string, (string Text, string Script)> shared = [];
    private readonly string opening = HostileText.Of(Scripts[seed % Scripts.Length], 150);
    private readonly Guid erasure = Guid.NewGuid();
    private Article? article;
    private ArticleEdits edits = new([], [], []);
    private int texts;
    private int editions;

    /// <summary>The scripts of texts.</summary>
    public static ImmutableArray<string> Scripts { get; } =
    [
        "distinct words",
        "one word",
        "ideographs without spaces",
        "japanese without spaces",
        "thai without spaces",
        "arabic",
        "hebrew",
        "devanagari with signs",
        "hangul",
        "emoji sequences",
        "combining marks",
        "supplementary planes",
    ];

    /// <summary>The members filled so far, each with its script.</summary>
    public HashSet<(string Member, string Script)> Filled { get; } = [];

    /// <summary>The members that have had their maximum length.</summary>
    public HashSet<string> AtLimit { get; } = [];

    /// <summary>The story.</summary>
    public Guid Story { get; } = Guid.NewGuid();

    /// <summary>The author of the events.</summary>
    public string Actor => Text("Stamp", "by");

    /// <summary>Generates the events, by stream, in the order to append them.</summary>
    public IEnumerable<(Guid Stream, object[] Events)> Streams()
    {
        var others = EventNames.All.Where(e => !e.Value.IsSubclassOf(typeof(StoryEvent))).Select(e => Make(e.Value, "", "")!).ToList();
        foreach (var stream in others.GroupBy(StreamOf))
        {
            yield return (stream.Key, [.. stream]);
        }

        yield return (Story, [.. StoryTypes().Select(t => Make(t, "", "")!)]);
    }

    private IEnumerable<Type> StoryTypes()
    {
        var rest = StoryEvents.ByName.Values.Except(First).ToArray();
        if (isRandom)
        {
            return [.. First, .. random.GetItems(rest, 60), .. Last];
        }

        // Fills up to a keyframe with events that change nothing.
        var more = Math.Max(0, Snapshot.Interval - First.Length - rest.Length - Last.Length);
        var ordered = rest.OrderBy(t => t.Name.EndsWith("Withdrawn", StringComparison.Ordinal));
        return [.. First, .. ordered, .. Enumerable.Repeat(typeof(NoteResolved), more), .. Last];
    }

    private Guid StreamOf(object happened) =>
        happened switch
        {
            DeskDefined e => StreamIds.Of("desk", e.Desk.Id),
            PolicyEvent e => StreamIds.Of("policies", e.Desk),
            PersonDescribed e => StreamIds.Of("person", e.Id),
            SpeakerRegistered or IdentitySealed or IdentityRevealed => StreamIds.Of("speaker", shared["speaker"].Text),
            SubscriberEvent => StreamIds.Of("subscriber", shared["subscriber"].Text),
            EvidenceFileAdded e => StreamIds.Of("evidence-file", e.Sha256),
            EvidenceFileRead e => StreamIds.Of("evidence-file", e.Sha256),
            StoryRead or StoryReadsCounted => StreamIds.Of("story-reads", Story.ToString()),
            ErasureEvent => erasure,
            _ => StreamIds.Of("refusals", Story.ToString()),
        };

    private object? Make(Type type, string owner, string member) =>
        type switch
        {
            _ when Nullable.GetUnderlyingType(type) is { } inner => Make(inner, owner, member),
            _ when type == typeof(string) => Text(owner, member),
            _ when type == typeof(Article) => article ??= NewArticle(),
            _ when type == typeof(ArticleEdits) => edits = owner == nameof(ArticleRevised) ? Revise() : edits,
            _ when type == typeof(ImmutableArray<CarriedWords>) => Carried(),
            _ when type == typeof(Fingerprint) => new Fingerprint(new string("abc"[texts % 3], 64)),
            _ when type == typeof(TextRange) => new TextRange(0, opening.Length),
            _ when type == typeof(Guid) => member == "erasure" ? erasure : Story,
            _ when type == typeof(DateTimeOffset) => Year(LimitTable.The("until")),
            _ when type == typeof(DateOnly) => DateOnly.FromDateTime(Year(LimitTable.The("claimDate")).Date),
            _ when type == typeof(bool) => !isRandom || random.Next(2) == 0,
            _ when type == typeof(int) => Number(owner, member),
            _ when type == typeof(long) => 1L,
            { IsEnum: true } => Enum.GetValues(type) is var values ? values.GetValue((seed + texts) % values.Length) : null,
            { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) => Items(
                type.GetGenericArguments()[0],
                owner,
                member
            ),
            _ => Members(type),
        };

    private DateTimeOffset Year(Limit limit) =>
        texts % 2 == 0
            ? new DateTimeOffset((int)limit.Minimum, 1, 1, 0, 0, 0, TimeSpan.Zero)
            : new DateTimeOffset((int)limit.Maximum, 12, 31, 23, 59, 59, TimeSpan.Zero);

    private int Number(string owner, string member) =>
        member switch
        {
            "edition" => ++editions,
            // The policy in force is not the one rejected.
            "version" when owner == nameof(PolicyEvent.PolicyRejected) => 2,
            "minimum" or "count" => int.MaxValue,
            "fewestWords" => int.MinValue,
            _ => 1,
        };

    private object Members(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        var parameters = constructor.GetParameters();
        var made = constructor.Invoke([
            .. parameters.Select(p =>
                IsLeftOut(nullability.Create(p)) ? null : Make(p.ParameterType, type.Name, JsonNamingPolicy.CamelCase.ConvertName(p.Name!))
            ),
        ]);
        foreach (var property in type.GetProperties().Where(p => p.SetMethod is not null && parameters.All(c => c.Name != p.Name)))
        {
            var isLeftOut =
                property.PropertyType == typeof(Origin)
                    ? !Imported.Contains(type) || (isRandom && random.Next(4) > 0)
                    : IsLeftOut(nullability.Create(property));
            var member = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            property.SetValue(made, isLeftOut ? null : Make(property.PropertyType, type.Name, member));
        }

        return made;
    }

    private bool IsLeftOut(NullabilityInfo member) => isRandom && member.ReadState == NullabilityState.Nullable && random.Next(3) == 0;
}
