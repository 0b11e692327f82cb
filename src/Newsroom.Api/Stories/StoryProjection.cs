using JasperFx.Events;
using Marten.Events.Aggregation;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Api.Stories.Snapshots;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Stories;

/// <summary>Projects the state of stories that decisions need, inline.</summary>
public sealed partial class StoryProjection : SingleStreamProjection<Story, Guid>
{
    /// <summary>Returns the registration of the projection.</summary>
    public static ProjectionRegistration Registration() =>
        InlineProjection.OfStream("story", new StoryProjection(), stream => stream.Story()?.Story);

    /// <summary>Folds an event.</summary>
    public override Story? Evolve(Story? snapshot, Guid id, IEvent e) =>
        e.Data is StoryEvent happened ? Story.Evolve(snapshot, id, happened, e.Metadata()) : snapshot;
}

/// <summary>Projects the texts of stories, inline; written only when they change.</summary>
public sealed partial class StoryTextProjection : SingleStreamProjection<StoryText, Guid>
{
    /// <summary>Returns the registration of the projection.</summary>
    public static ProjectionRegistration Registration() =>
        InlineProjection.OfStream("story-text", new StoryTextProjection(), stream => stream.Story()?.Text);

    /// <summary>Handles events that change texts only.</summary>
    public StoryTextProjection()
    {
        IncludeType<StoryEvent.StoryDrafted>();
        IncludeType<StoryEvent.StoryDescribed>();
        IncludeType<StoryEvent.ArticleRevised>();
    }

    /// <summary>Folds an event.</summary>
    public override StoryText? Evolve(StoryText? snapshot, Guid id, IEvent e) =>
        e.Data is StoryEvent happened ? StoryText.Evolve(snapshot, id, happened, e.Metadata()) : snapshot;
}
