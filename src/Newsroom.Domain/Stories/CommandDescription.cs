using System.Collections.Immutable;
using System.Text.Json;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Stories;

/// <summary>Describes a story command.</summary>
/// <param name="Type">The command's type.</param>
/// <param name="Precondition">The state that it must name.</param>
/// <param name="Roles">The roles that may send it.</param>
/// <param name="Condition">A further condition on the actor, for people; empty for none.</param>
/// <param name="Summary">What it does: a verb and its object.</param>
public sealed record CommandDescription(Type Type, Precondition Precondition, ImmutableArray<Role> Roles, string Condition, string Summary)
{
    /// <summary>Gets the name: URL segment, CLI command and audit cause.</summary>
    public string Name { get; } = JsonNamingPolicy.KebabCaseLower.ConvertName(Type.Name);

    /// <summary>Gets what it is about.</summary>
    public required CommandTopic Topic { get; init; }

    /// <summary>
    /// Gets an example of its body as JSON, sent by the first of its roles: for OpenAPI, specifications and tests. Where it names a
    /// fingerprint, that is <see cref="CommandCatalog.ExampleFingerprint"/>.
    /// </summary>
    public required string Example { get; init; }

    /// <summary>Gets the commands whose examples lead from a drafted story to one that accepts the example.</summary>
    public ImmutableArray<ExampleStep> ExampleAfter { get; init; } = [];

    /// <summary>
    /// Gets whether only people on the story may send it: its authors, its assignee, and any editor, fact-checker, legal or chief-editor.
    /// </summary>
    public bool OnTheStory { get; init; }

    /// <summary>Gets whether it is merged with revisions since its base version, rather than refused.</summary>
    public bool Merges { get; init; }

    /// <summary>Gets whether it may name the version that its caller read. It must where desk or language have changed since.</summary>
    public bool MayNameVersion { get; init; }

    /// <summary>
    /// Gets whether a version that its caller names must be the current one. Such a command never requires one, so that a stop need not
    /// fail because of another edit; a caller who decided on what they read can name it.
    /// </summary>
    public bool HonoursVersion { get; init; }

    /// <summary>Gets the closed states in which a story accepts it; an open story accepts every command.</summary>
    public ImmutableArray<ClosedState> WhenClosed { get; init; } = [];

    /// <summary>Gets the kinds of edition that it makes; none for a command that publishes nothing.</summary>
    public ImmutableArray<EditionKind> Kinds { get; init; } = [];

    /// <summary>Gets the route.</summary>
    public string Route => Begins ? $"/stories/{Name}" : $"/stories/{{storyId}}/{Name}";

    /// <summary>Gets whether it starts a story.</summary>
    public bool Begins => Type == typeof(StoryCommand.DraftArticle);
}
