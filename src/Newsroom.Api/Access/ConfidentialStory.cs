using JasperFx.Events;
using Marten.Events.Aggregation;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Access;

/// <summary>
/// A story that is or was confidential. The table has few rows, so every other query finds in it whether a story is confidential, in the
/// transaction that made it so, and no table of stories needs a column.
/// </summary>
/// <param name="Id">The story.</param>
/// <param name="Confidential">Whether it is confidential now.</param>
public sealed record ConfidentialStory(Guid Id, bool Confidential)
{
    /// <summary>The table.</summary>
    public const string Table = $"{MartenNames.Documents}confidentialstory";
}

/// <summary>Projects which stories are confidential, inline; only commands that change it load or write it.</summary>
public sealed partial class ConfidentialStoryProjection : SingleStreamProjection<ConfidentialStory, Guid>
{
    /// <summary>Returns the registration of the projection.</summary>
    public static ProjectionRegistration Registration() =>
        InlineProjection.OfStream("confidential-stories", new ConfidentialStoryProjection());

    /// <summary>Handles events that change confidentiality only.</summary>
    public ConfidentialStoryProjection()
    {
        IncludeType<StoryEvent.StoryMarkedConfidential>();
        IncludeType<StoryEvent.ConfidentialityLifted>();
    }

    /// <summary>Folds an event.</summary>
    public override ConfidentialStory? Evolve(ConfidentialStory? snapshot, Guid id, IEvent e) =>
        e.Data switch
        {
            StoryEvent.StoryMarkedConfidential => new ConfidentialStory(id, Confidential: true),
            StoryEvent.ConfidentialityLifted => new ConfidentialStory(id, Confidential: false),
            _ => snapshot,
        };
}
