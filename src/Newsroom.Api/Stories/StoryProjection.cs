using JasperFx.Events;
using Marten.Events.Aggregation;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Api.Stories.Snapshots;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Stories;

/// <summary>The write model, inline: what the rules need to know of a story.</summary>
public sealed partial class StoryProjection : SingleStreamProjection<Story, Guid>
{
    /// <summary>Registers it.</summary>
    public static ProjectionRegistration Registration() =>
        InlineProjection.OfStream("story", new StoryProjection(), stream => stream.Story()?.Story);

    /// <summary>Folds by the domain's own fold.</summary>
    public override Story? Evolve(Story? snapshot, Guid id, IEvent e) =>
        e.Data is StoryEvent happened ? Story.Evolve(snapshot, id, happened, e.Metadata()) : snapshot;
}

/// <summary>The write model's words, inline: written only when they change.</summary>
public sealed partial class StoryTextProjection : SingleStreamProjection<StoryText, Guid>
{
    /// <summary>Registers it.</summary>
    public static ProjectionRegistration Registration() =>
        InlineProjection.OfStream("story-text", new StoryTextProjection(), stream => stream.Story()?.Text);

    /// <summary>Takes part only where words change.</summary>
    public StoryTextProjection()
    {
        IncludeType<StoryEvent.StoryDrafted>();
        IncludeType<StoryEvent.StoryDescribed>();
        IncludeType<StoryEvent.ArticleRevised>();
    }

    /// <summary>Folds by the domain's own fold.</summary>
    public override StoryText? Evolve(StoryText? snapshot, Guid id, IEvent e) =>
        e.Data is StoryEvent happened ? StoryText.Evolve(snapshot, id, happened, e.Metadata()) : snapshot;
}
