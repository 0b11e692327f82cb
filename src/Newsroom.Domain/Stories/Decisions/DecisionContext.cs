using System.Collections.Immutable;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Speakers;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>What a decision needs beside the story and the command: who asks, when, and what the command names.</summary>
/// <param name="Actor">The person who gives the command.</param>
/// <param name="Now">The instant of the decision.</param>
public sealed record DecisionContext(Actor Actor, DateTimeOffset Now)
{
    /// <summary>Gets the desk that the command names; null when it names none, or there is none of that name.</summary>
    public Desk? Desk { get; init; }

    /// <summary>Gets the slug of a new story: the one given, or one made from its headline.</summary>
    public string Slug { get; init; } = "";

    /// <summary>Gets whether another story has the slug that the command names.</summary>
    public bool SlugTaken { get; init; }

    /// <summary>Gets the speaker that the command names; null when there is none of that id.</summary>
    public Speaker? Speaker { get; init; }

    /// <summary>Gets what is known of the person that the command names.</summary>
    public PersonStatus Assignee { get; init; }

    /// <summary>Gets what others did since the version that the command is based on.</summary>
    public ConcurrentRevisions Concurrent { get; init; } = new(0, 0, []);

    /// <summary>Gets the words at the version that the command names; null when the story never had it.</summary>
    public StoryText? Restored { get; init; }

    /// <summary>Gets the edition that readers have; null when they have none.</summary>
    public Edition? Live { get; init; }

    /// <summary>Gets the policy of a desk.</summary>
    public Func<string, Policy> PolicyOf { get; init; } = _ => Policy.Default;

    /// <summary>Gets the phrases that other stories dismissed, of those that the command names.</summary>
    public IReadOnlyList<DismissedPhrase> DismissedPhrases { get; init; } = [];

    /// <summary>Gets the role that the actor acts in; set where the command is admitted.</summary>
    public Role Role { get; init; }

    /// <summary>Returns what binds a story: the policy of its desk, and of each desk it left during this review.</summary>
    public Policy PolicyFor(Story story) => Policy.Binding(story, PolicyOf);

    internal Decision.Accepted Accept(params ImmutableArray<StoryEvent> events) => new(Role, events);
}
