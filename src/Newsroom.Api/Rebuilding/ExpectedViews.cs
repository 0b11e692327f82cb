using JasperFx.Events;
using Marten;
using Newsroom.Api.Auditing;
using Newsroom.Api.Checking;
using Newsroom.Api.Desks;
using Newsroom.Api.Published;
using Newsroom.Api.Replay;
using Newsroom.Api.Stories;
using Newsroom.Domain.Articles;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Erasing;
using Newsroom.Domain.People;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Rebuilding;

/// <summary>How far the views that follow have come, by the sequence of the last event they have seen.</summary>
/// <param name="Worklists">Cards and queue.</param>
/// <param name="Keyframes">Keyframes.</param>
/// <param name="Audit">The audit trail.</param>
/// <param name="Policies">The last event of any desk's policies: cards are judged by them.</param>
internal sealed record Progress(long Worklists, long Keyframes, long Audit, long Policies);

/// <summary>Every row that streams should have in every view, by their events alone and the views' own folds.</summary>
internal sealed class ExpectedViews(IDocumentStore store, Progress progress, IReadOnlyList<DeskPolicies> policies)
{
    private static readonly PublishedStoryProjection Publication = new();

    /// <summary>The views that are documents.</summary>
    public static IReadOnlyList<DocumentView> Documents { get; } =
    [
        new("story", typeof(Story), "uuid") { IsVersioned = true, Columns = [new("slug")] },
        new("story-text", typeof(StoryText), "uuid") { IsVersioned = true },
        new("published", typeof(PublishedStory), "uuid") { IsVersioned = true, Columns = [new("slug")] },
        new("policies", typeof(DeskPolicies), "uuid") { IsVersioned = true },
        new("erasures", typeof(Erasure), "uuid") { IsVersioned = true },
        new("desks", typeof(Desk), "text") { IsVersioned = true, StreamKind = "desk" },
        new("people", typeof(Person), "text") { IsVersioned = true, StreamKind = "person" },
        new("speakers", typeof(Speaker), "text") { IsVersioned = true, StreamKind = "speaker" },
        new("keyframes", typeof(Keyframe), "text", "(d.data ->> 'story')::uuid") { IsVersioned = false },
        new("cards", typeof(StoryCard), "uuid") { IsVersioned = false, Columns = [new("desk"), new("assignee"), new("changed_at", "timestamptz", "changedAt"), new("board_column", "text", "boardColumn"), new("stage_since", "timestamptz", "stageSince")] },
        new("queue", typeof(QueuedPassage), "text", "(d.data ->> 'story')::uuid") { IsVersioned = false, Columns = [new("desk"), new("lapsed", "boolean"), new("since", "timestamptz")] },
    ];

    private readonly Dictionary<string, List<ExpectedRow>> documents = Documents.ToDictionary(d => d.Name, _ => new List<ExpectedRow>());

    /// <summary>Streams that a view has not caught up with: it is not asked about them yet.</summary>
    private readonly HashSet<(string View, Guid Stream)> behind = [];

    /// <summary>The rows of a view.</summary>
    public IReadOnlyList<ExpectedRow> this[DocumentView view] => documents[view.Name];

    /// <summary>The rows of the audit trail.</summary>
    public List<AuditRow> Audit { get; } = [];

    /// <summary>The words stories are searched by.</summary>
    public Dictionary<Guid, string> Words { get; } = [];

    /// <summary>Of some streams, those that a view has caught up with.</summary>
    public Guid[] CaughtUp(DocumentView view, IEnumerable<Guid> streams) => [.. streams.Where(s => !behind.Contains((view.Name, s)))];

    /// <summary>Adds what a stream should have.</summary>
    /// <param name="id">The stream.</param>
    /// <param name="events">All its events, in order.</param>
    public void Add(Guid id, IReadOnlyList<IEvent> events)
    {
        Audit.AddRange(AuditProjection.RowsOf(events.Where(e => e.Sequence <= progress.Audit && e.Data is not Tombstone)));
        if (events[0].Data is StoryEvent)
        {
            AddStory(id, [.. events.Where(e => e.Data is StoryEvent)]);
            return;
        }

        DeskPolicies? desk = null;
        Erasure? erasure = null;
        Speaker? speaker = null;
        foreach (var e in events)
        {
            switch (e.Data)
            {
                case DeskDefined defined:
                    Replace("desks", defined.Desk.Id, defined.Desk, e.Version);
                    break;
                case PersonDescribed p:
                    Replace("people", p.Id, new Person(p.Id, p.Name, p.Roles), e.Version);
                    break;
                case SpeakerRegistered or IdentitySealed or IdentityRevealed:
                    speaker = Speaker.Evolve(speaker, e.Data)!;
                    Replace("speakers", speaker.Id, speaker, e.Version);
                    break;
                case PolicyEvent happened when e.Stamp() is var stamp:
                    desk = DeskPolicies.Evolve(desk, id, happened, stamp.By, stamp.At);
                    Replace("policies", $"{id}", desk, e.Version);
                    break;
                case ErasureEvent happened when e.Stamp() is var stamp:
                    erasure = Erasure.Evolve(erasure, id, happened, stamp.By, stamp.At);
                    Replace("erasures", $"{id}", erasure, e.Version);
                    break;
                default:
                    break;
            }
        }
    }

    private void AddStory(Guid id, List<IEvent> events)
    {
        Keyframe? frame = null;
        PublishedStory? published = null;
        foreach (var e in events)
        {
            frame = Keyframe.After(frame, e);
            published = Publication.Evolve(published, id, e);
            if (e.Version % Keyframe.Distance == 0 && e.Sequence <= progress.Keyframes)
            {
                Replace("keyframes", frame.Id, frame, e.Version);
            }
        }

        var (at, last) = (frame!.State, events[^1]);
        Replace("story", $"{id}", at.Story, last.Version);
        Replace("story-text", $"{id}", at.Text, at.Text.WordedIn);
        if (published is not null)
        {
            Replace("published", $"{id}", published, published.Edition.Version);
        }

        if (last.Sequence > progress.Keyframes)
        {
            behind.Add(("keyframes", id));
        }

        if (last.Sequence > progress.Worklists || progress.Policies > progress.Worklists)
        {
            behind.UnionWith([("cards", id), ("queue", id)]);
            return;
        }

        Words[id] = SearchWords.Of(at.Text.Article);
        var policy = policies.Of(at.Story.Desk);
        Replace("cards", $"{id}", StoryCard.Of(at.Story, at.Text, policy), last.Version);
        foreach (var queued in QueuedPassage.Of(at.Story, at.Text, policy))
        {
            Replace("queue", queued.Id, queued, last.Version);
        }
    }

    private void Replace(string view, string id, object document, long version)
    {
        documents[view].RemoveAll(row => row.Id == id);
        documents[view].Add(new ExpectedRow(id, store.Options.Serializer().ToJson(document), version));
    }
}
