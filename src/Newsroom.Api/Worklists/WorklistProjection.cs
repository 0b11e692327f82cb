using JasperFx.Events;
using Marten;
using Marten.Events.Projections;
using Marten.Linq.MatchesSql;
using Newsroom.Api.EvidenceFiles;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Api.Policies;
using Newsroom.Api.Stories.Snapshots;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Policies;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;

namespace Newsroom.Api.Worklists;

/// <summary>
/// Maintains the desk's worklists, asynchronously: cards of stories, the words they are searched by, the fact-checkers' queue, the work
/// that waits for people, the phrases that stories dismissed, and the quotes of speakers. It reads the current write model, which includes
/// every event of the page, so many events of a story cost one card.
/// </summary>
public sealed class WorklistProjection : IProjection
{
    /// <summary>The name that its progress is stored under.</summary>
    public const string Name = "worklists";

    private static readonly IReferencedDocuments[] Policies = [new ReferencedDocuments<DeskPolicies>()];

    /// <summary>Registers it.</summary>
    public static ProjectionRegistration Registration() =>
        new AsyncProjection(
            Name,
            new WorklistProjection(),
            new DocumentView<StoryCard>("cards", Cards) { References = Policies },
            new DocumentView<QueuedPassage>("queue", Queue) { References = Policies, Stream = queued => queued.Story },
            new DocumentView<WaitingItem>("work", Work) { References = Policies, Stream = item => item.Story },
            new DocumentView<DismissedPhrase>("dismissed-phrases", Phrases) { Stream = phrase => phrase.Story },
            new DocumentView<SpeakerQuote>("speaker-quotes", Quotes) { Stream = quote => quote.Story },
            new DocumentView<EvidenceUse>("evidence-uses", stream => EvidenceUse.Of(stream.Events)) { Stream = use => use.Story },
            new StorySearchTableView()
        );

    /// <summary>Updates the lists for every story that changed, and for all stories of a desk whose policy changed.</summary>
    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        operations.Store(EvidenceUse.Of(events));
        var desks = events.Select(e => e.Data).OfType<PolicyEvent.PolicyAccepted>().Select(e => e.Desk).Distinct().ToArray();
        var governed =
            desks.Length == 0
                ? []
                : await operations
                    .Query<Story>()
                    .Where(s => desks.Contains(s.Desk) || s.MatchesSql("jsonb_exists_any(d.data -> 'desksLeft', ?)", (object)desks))
                    .Select(s => s.Id)
                    .ToListAsync(cancellation);
        var changed = events.Where(e => e.Data is StoryEvent).Select(e => e.StreamId).Concat(governed).Distinct().ToArray();
        foreach (var stories in changed.Chunk(500))
        {
            await RenewAsync(operations, stories, cancellation);
        }
    }

    private static IEnumerable<StoryCard> Cards(StreamHistory stream) =>
        stream.Story() is var (story, text) ? [StoryCard.Of(story, text, stream.Referenced<DeskPolicies>().Of(story))] : [];

    private static IEnumerable<QueuedPassage> Queue(StreamHistory stream) =>
        stream.Story() is var (story, text) ? QueuedPassage.Of(story, text, stream.Referenced<DeskPolicies>().Of(story)) : [];

    private static IEnumerable<WaitingItem> Work(StreamHistory stream) =>
        stream.Story() is var (story, text)
            ? WaitingItem.Of(story, text, StoryCard.GatesOf(story, text, stream.Referenced<DeskPolicies>().Of(story)))
            : [];

    private static IEnumerable<DismissedPhrase> Phrases(StreamHistory stream) =>
        stream.Story() is var (story, _) ? DismissedPhrase.Of(story) : [];

    private static IEnumerable<SpeakerQuote> Quotes(StreamHistory stream) =>
        stream.Story() is var (story, text) ? SpeakerQuote.Of(story, text) : [];

    private static async Task RenewAsync(IDocumentOperations operations, Guid[] changed, CancellationToken cancellationToken)
    {
        var batch = operations.CreateBatchQuery();
        var loadingStories = batch.LoadMany<Story>().ById(changed);
        var loadingTexts = batch.LoadMany<StoryText>().ById(changed);
        var loadingQueued = batch.Query<QueuedPassage>().Where(queued => queued.Story.IsOneOf(changed)).ToList();
        var loadingWork = batch.Query<WaitingItem>().Where(item => item.Story.IsOneOf(changed)).ToList();
        var loadingPhrases = batch.Query<DismissedPhrase>().Where(phrase => phrase.Story.IsOneOf(changed)).ToList();
        var loadingQuotes = batch.Query<SpeakerQuote>().Where(quote => quote.Story.IsOneOf(changed)).ToList();
        var loadingPolicies = batch.PoliciesAsync();
        await batch.Execute(cancellationToken);

        var policies = await loadingPolicies;
        var texts = (await loadingTexts).ToDictionary(t => t.Id);
        // Where a commit came between state and words, its events are still to come, and bring the story here again.
        var stories = (await loadingStories).Select(s => new StorySnapshot(s, texts[s.Id])).Where(at => at.IsOfOneVersion).ToList();
        var ids = stories.Select(at => at.Story.Id).ToArray();
        operations.QueueSqlCommand(
            StorySearchTable.Write,
            ids,
            stories.Select(at => SearchLanguage.Of(at.Story.Language)).ToArray(),
            stories.Select(at => StorySearchTable.PeopleOf(at.Story)).ToArray(),
            stories.Select(at => StorySearchTable.WordsOf(at.Text.Article)).ToArray()
        );
        var waiting = new HashSet<QueuedPassage>();
        var work = new HashSet<WaitingItem>();
        foreach (var (story, text) in stories)
        {
            var policy = policies.Of(story);
            var gates = StoryCard.GatesOf(story, text, policy);
            operations.Store(StoryCard.Of(story, text, gates));
            work.UnionWith(WaitingItem.Of(story, text, gates));
            waiting.UnionWith(QueuedPassage.Of(story, text, policy));
        }

        // Most events leave most queued passages unchanged: these are not written.
        var passages = waiting.Select(queued => queued.Id).ToArray();
        operations.DeleteWhere<QueuedPassage>(queued => ids.Contains(queued.Story) && !passages.Contains(queued.Id));
        operations.Store(waiting.Except(await loadingQueued));

        var storedWork = (await loadingWork).Where(item => ids.Contains(item.Story)).ToHashSet();
        var done = storedWork.Select(item => item.Id).Except(work.Select(item => item.Id)).ToArray();
        if (done.Length > 0)
        {
            operations.DeleteWhere<WaitingItem>(item => item.Id.IsOneOf(done));
        }

        operations.Store(work.Except(storedWork));

        var phrases = stories.SelectMany(at => DismissedPhrase.Of(at.Story)).ToHashSet();
        var stored = (await loadingPhrases).Where(phrase => ids.Contains(phrase.Story)).ToHashSet();
        var withdrawn = stored.Select(phrase => phrase.Id).Except(phrases.Select(phrase => phrase.Id)).ToArray();
        if (withdrawn.Length > 0)
        {
            operations.DeleteWhere<DismissedPhrase>(phrase => phrase.Id.IsOneOf(withdrawn));
        }

        operations.Store(phrases.Except(stored));
        StoreQuotes(operations, stories, await loadingQuotes);
    }

    private static void StoreQuotes(
        IDocumentOperations operations,
        IReadOnlyCollection<StorySnapshot> stories,
        IReadOnlyList<SpeakerQuote> loaded
    )
    {
        var ids = stories.Select(at => at.Story.Id).ToHashSet();
        var quotes = stories.SelectMany(at => SpeakerQuote.Of(at.Story, at.Text)).ToHashSet();
        var stored = loaded.Where(quote => ids.Contains(quote.Story)).ToHashSet();
        var gone = stored.Select(quote => quote.Id).Except(quotes.Select(quote => quote.Id)).ToArray();
        if (gone.Length > 0)
        {
            operations.DeleteWhere<SpeakerQuote>(quote => quote.Id.IsOneOf(gone));
        }

        operations.Store(quotes.Except(stored));
    }
}
