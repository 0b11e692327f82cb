using System.Collections.Immutable;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Speakers;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>The data that a decision needs besides the story and the command.</summary>
/// <param name="Actor">The caller.</param>
/// <param name="Now">The time of the decision.</param>
public sealed record DecisionContext(Actor Actor, DateTimeOffset Now)
{
    /// <summary>Gets the desk that the command names; null where it names none, or an unknown one.</summary>
    public Desk? Desk { get; init; }

    /// <summary>Gets the slug of a new story: the given one, or one derived from its headline.</summary>
    public string Slug { get; init; } = "";

    /// <summary>Gets whether another story has the slug that the command names.</summary>
    public bool SlugTaken { get; init; }

    /// <summary>Gets the story that the command is to replace; null where it names none, or an unknown one.</summary>
    public Story? Replaced { get; init; }

    /// <summary>
    /// Gets the story that a drafted one translates, or one whose language is to change; null where there is none, or an unknown one.
    /// </summary>
    public Story? Translated { get; init; }

    /// <summary>Gets the story that <see cref="Translated"/> itself translates, where a draft names it; null where there is none.</summary>
    public Story? Original { get; init; }

    /// <summary>Gets the languages of the live translations of a story whose language is to change.</summary>
    public ImmutableArray<string> TranslatedInto { get; init; } = [];

    /// <summary>Gets the speaker that the command names; null where it does not exist.</summary>
    public Speaker? Speaker { get; init; }

    /// <summary>Gets the status of the person that the command names.</summary>
    public PersonStatus Assignee { get; init; }

    /// <summary>Gets the named readers who are not known here.</summary>
    public ImmutableArray<string> UnknownReaders { get; init; } = [];

    /// <summary>Gets everyone who acted on the story, where the command makes it confidential.</summary>
    public ImmutableArray<string> Acted { get; init; } = [];

    /// <summary>Gets the revisions since the base version of the command.</summary>
    public ConcurrentRevisions Concurrent { get; init; } = new(0, 0, []);

    /// <summary>Gets the texts at the version that the command names; null where it does not exist.</summary>
    public StoryText? Restored { get; init; }

    /// <summary>Gets the live edition; null where there is none.</summary>
    public Edition? Live { get; init; }

    /// <summary>Gets the policy of a desk.</summary>
    public Func<string, Policy> PolicyOf { get; init; } = _ => Policy.Default;

    /// <summary>Gets the phrases named by the command that other stories dismissed.</summary>
    public IReadOnlyList<DismissedPhrase> DismissedPhrases { get; init; } = [];

    /// <summary>Gets the actor's roles as an admin described them; null where no one did, or the command does not ask.</summary>
    public ImmutableArray<Role>? DescribedRoles { get; init; }

    /// <summary>Gets the rating scale of the story's desk, where the command rates a claim.</summary>
    public ImmutableArray<string> Scale { get; init; } = RatingScale.Default;

    /// <summary>Gets the checks whose evidence the command makes public, by the versions that recorded them.</summary>
    public IReadOnlyDictionary<long, CheckRecord> Checks { get; init; } = ImmutableDictionary<long, CheckRecord>.Empty;

    /// <summary>Gets the role in which the actor acts; set once the command is admitted.</summary>
    public Role Role { get; init; }

    /// <summary>Returns the policy of a story: that of its desk, combined with those of the desks it left during this review.</summary>
    public Policy PolicyFor(Story story) => Policy.Binding(story, PolicyOf);

    internal AcceptedStoryCommand Accept(params ImmutableArray<StoryEvent> events) => new(Role, events);
}
