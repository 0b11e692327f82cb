using JasperFx.Events;
using Marten;
using Newsroom.Api.Audit;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Policies;
using Newsroom.Api.Publication;
using Newsroom.Api.Stories.Snapshots;
using Newsroom.Api.Worklists;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Erasures;
using Newsroom.Domain.People;
using Newsroom.Domain.Policies;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Npgsql;

namespace Newsroom.Api.Operations;

/// <summary>Every row that streams should have in some views, by their events alone and the views' own folds.</summary>
internal sealed class ExpectedRows(
    IDocumentStore store,
    IReadOnlySet<string> views,
    Progress progress,
    IReadOnlyList<DeskPolicies> policies
)
{
    private static readonly PublishedStoryProjection Publication = new();

    /// <summary>The views that are documents.</summary>
    public static IReadOnlyList<DocumentTableComparer> Documents { get; } =
    [
        new("story", typeof(Story), "uuid")
        {
            IsVersioned = true,
            ShowsVersion = true,
            Columns = [new("slug")],
        },
        new("story-text", typeof(StoryText), "uuid") { IsVersioned = true },
        new("published", typeof(PublishedStory), "uuid") { IsVersioned = true, Columns = [new("slug")] },
        new("policies", typeof(DeskPolicies), "uuid") { IsVersioned = true },
        new("erasures", typeof(Erasure), "uuid") { IsVersioned = true },
        new("desks", typeof(Desk), "text") { IsVersioned = true, StreamKind = "desk" },
        new("people", typeof(Person), "text") { IsVersioned = true, StreamKind = "person" },
        new("speakers", typeof(Speaker), "text") { IsVersioned = true, StreamKind = "speaker" },
        new("keyframes", typeof(Keyframe), "text", "(d.data ->> 'story')::uuid") { IsVersioned = false },
        new("cards", typeof(StoryCard), "uuid")
        {
            IsVersioned = false,
            Columns =
            [
                new("desk"),
                new("assignee"),
                new("changed_at", "timestamptz", "changedAt"),
                new("stage"),
                new("under_way", "boolean", "underWay"),
                new("stage_since", "timestamptz", "stageSince"),
            ],
        },
        new("dismissed-phrases", typeof(DismissedPhrase), "uuid", "(d.data ->> 'story')::uuid")
        {
            IsVersioned = false,
            Columns = [new("key"), new("story", "uuid"), new("at", "timestamptz")],
        },
        new("queue", typeof(QueuedPassage), "text", "(d.data ->> 'story')::uuid")
        {
            IsVersioned = false,
            Columns = [new("desk"), new("lapsed", "boolean"), new("since", "timestamptz")],
        },
    ];

    /// <summary>The views whose rows follow from a desk's policies too.</summary>
    public static IReadOnlySet<string> JudgedByPolicies { get; } = new HashSet<string> { "cards", "queue" };

    // What is made of a story with its words.
    private static readonly HashSet<string> OfWords =
    [
        "story-text",
        "keyframes",
        "cards",
        "queue",
        "dismissed-phrases",
        StorySearchComparer.Name,
    ];

    private readonly Dictionary<string, List<ExpectedRow>> documents = Documents.ToDictionary(d => d.Name, _ => new List<ExpectedRow>());

    /// <summary>Streams that a view has not caught up with: it is not asked about them yet.</summary>
    private readonly HashSet<(string View, Guid Stream)> behind = [];

    private readonly List<AuditRow> audit = [];
    private readonly Dictionary<Guid, string> words = [];

    /// <summary>Events that cannot be read. What their streams should have is not known: their rows are left as they are.</summary>
    public required IReadOnlyList<UnreadableEvent> Unreadable { get; init; }

    /// <summary>Tells what is not so in the database, and puts it right where it is asked to.</summary>
    /// <param name="connection">Where to look, and write.</param>
    /// <param name="streams">The streams that were added.</param>
    /// <param name="repair">Whether what differs is put right.</param>
    /// <param name="cancellationToken">The end of it.</param>
    public async Task<IReadOnlyList<Finding>> Settle(
        NpgsqlConnection connection,
        Guid[] streams,
        bool repair,
        CancellationToken cancellationToken
    )
    {
        var found = new List<Finding> { new(views.First(), 0, []) { Unreadable = Unreadable } };
        var read = streams.Except(Unreadable.Select(u => u.Stream)).ToArray();
        foreach (var view in Documents.Where(v => views.Contains(v.Name)))
        {
            var rows = documents[view.Name];
            var extra = await view.Extra(
                connection,
                store,
                [.. read.Where(s => !behind.Contains((view.Name, s)))],
                rows,
                repair,
                cancellationToken
            );
            found.Add(new(view.Name, rows.Count, [.. extra, .. await view.Different(connection, store, rows, repair, cancellationToken)]));
        }

        if (views.Contains(StorySearchComparer.Name))
        {
            found.Add(
                new(
                    StorySearchComparer.Name,
                    words.Count,
                    await StorySearchComparer.Different(connection, words, repair, cancellationToken)
                )
            );
        }

        if (views.Contains(AuditView.Name))
        {
            found.Add(new(AuditView.Name, audit.Count, await AuditView.Different(connection, audit, repair, cancellationToken)));
        }

        return found;
    }

    /// <summary>Adds what a stream should have.</summary>
    /// <param name="id">The stream.</param>
    /// <param name="events">All its events, in order.</param>
    public void Add(Guid id, IReadOnlyList<IEvent> events)
    {
        if (views.Contains(AuditView.Name))
        {
            audit.AddRange(AuditProjection.RowsOf(events.Where(e => e.Sequence <= progress.Audit), []));
        }

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
                case PolicyEvent happened when e.Metadata() is var stamp:
                    desk = DeskPolicies.Evolve(desk, id, happened, stamp.By, stamp.At);
                    Replace("policies", $"{id}", desk, e.Version);
                    break;
                case ErasureEvent happened when e.Metadata() is var stamp:
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
        var last = events[^1];
        if (
            views.Contains("published")
            && events.Aggregate(default(PublishedStory), (page, e) => Publication.Evolve(page, id, e)) is { } published
        )
        {
            Replace("published", $"{id}", published, published.Edition.Version);
        }

        if (!views.Overlaps(OfWords))
        {
            if (views.Contains("story"))
            {
                Replace(
                    "story",
                    $"{id}",
                    events.Aggregate(default(Story), (story, e) => Story.Evolve(story, id, (StoryEvent)e.Data, e.Metadata()))!,
                    last.Version
                );
            }

            return;
        }

        Keyframe? frame = null;
        foreach (var e in events)
        {
            frame = Keyframe.After(frame, e);
            if (frame.IsDue && e.Sequence <= progress.Keyframes)
            {
                Replace("keyframes", frame.Id, frame, e.Version);
            }
        }

        var at = frame!.State;
        Replace("story", $"{id}", at.Story, last.Version);
        Replace("story-text", $"{id}", at.Text, at.Text.WordedIn);
        if (last.Sequence > progress.Keyframes)
        {
            behind.Add(("keyframes", id));
        }

        if (last.Sequence > progress.Worklists || progress.Policies > progress.Worklists)
        {
            behind.UnionWith([("cards", id), ("queue", id), ("dismissed-phrases", id)]);
            return;
        }

        var policy = policies.Of(at.Story);
        Replace("cards", $"{id}", StoryCard.Of(at.Story, at.Text, policy), last.Version);
        foreach (var queued in QueuedPassage.Of(at.Story, at.Text, policy))
        {
            Replace("queue", queued.Id, queued, last.Version);
        }

        foreach (var phrase in DismissedPhrase.Of(at.Story))
        {
            Replace("dismissed-phrases", $"{phrase.Id}", phrase, last.Version);
        }

        if (views.Contains(StorySearchComparer.Name))
        {
            words[id] = StorySearchTable.WordsOf(at.Text.Article);
        }
    }

    private void Replace(string view, string id, object document, long version)
    {
        if (!views.Contains(view))
        {
            return;
        }

        documents[view].RemoveAll(row => row.Id == id);
        documents[view].Add(new ExpectedRow(id, store.Options.Serializer().ToJson(document), version));
    }
}
