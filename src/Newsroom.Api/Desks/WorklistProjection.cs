using JasperFx.Events;
using Marten;
using Marten.Events.Projections;
using Newsroom.Api.Checking;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Desks;

/// <summary>
/// The desk's worklists, asynchronously: cards of stories and the fact-checkers' queue. Both are made of the write model as it stands, which is
/// never older than the events that call for it, so one story's many events cost one card.
/// </summary>
public sealed class WorklistProjection : IProjection
{
    /// <summary>Renews the lists for every story that changed.</summary>
    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        var changed = events.Where(e => e.Data is StoryEvent).Select(e => e.StreamId).Distinct().ToArray();
        var batch = operations.CreateBatchQuery();
        var loadingStories = batch.LoadMany<Story>().ById(changed);
        var loadingTexts = batch.LoadMany<StoryText>().ById(changed);
        await batch.Execute(cancellation);

        var texts = (await loadingTexts).ToDictionary(t => t.Id);
        operations.DeleteWhere<QueuedPassage>(queued => changed.Contains(queued.Story));
        foreach (var story in await loadingStories)
        {
            operations.Store(StoryCard.Of(story, texts[story.Id]));
            operations.Store(QueuedPassage.Of(story, texts[story.Id]));
        }
    }
}
