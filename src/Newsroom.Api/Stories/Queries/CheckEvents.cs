using System.Collections.Immutable;
using JasperFx.Events;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Stories.Queries;

/// <summary>An event of a check, with the state of the check.</summary>
/// <param name="Event">The event.</param>
/// <param name="Standing">Whether the check is current; false where the query does not read it.</param>
internal sealed record ReadCheck(IEvent Event, bool Standing);

/// <summary>The events of checks, as far as a response has room for them.</summary>
/// <param name="Checks">The events, latest first.</param>
/// <param name="IsCut">Whether events were left out.</param>
internal sealed record CheckEvents(ImmutableArray<ReadCheck> Checks, bool IsCut)
{
    private readonly Dictionary<(Guid Story, long Version), IEvent> byVersion = Checks.ToDictionary(
        c => (c.Event.StreamId, c.Event.Version),
        c => c.Event
    );

    /// <summary>Returns whether each check of a story was read or left out, not missed because a commit came between.</summary>
    public bool Cover(Story story) =>
        IsCut || story.Passages.SelectMany(p => p.Checks).All(check => byVersion.ContainsKey((story.Id, check.Version)));

    /// <summary>Creates the view of a check.</summary>
    public CheckView View(Guid story, string passage, Check check) =>
        CheckView.Of(passage, check, byVersion.GetValueOrDefault((story, check.Version)));
}
