using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Work;

namespace Newsroom.Api.Worklists;

/// <summary>Work that waits for the caller.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Subject">The passage, note, hold or field; <c>article</c>, <c>story</c>, or the version of a policy.</param>
/// <param name="Reason">Why it waits, as a code.</param>
/// <param name="Command">The command that settles it, or is the next step.</param>
/// <param name="Path">Where the command is posted.</param>
/// <param name="Body">
/// The members of its body that are known, with the role to act in. An open object: members of the schema of the command, of which those
/// that the person decides are missing.
/// </param>
/// <param name="Since">Since when it waits.</param>
public sealed record WorkItem(
    WorkKind Kind,
    string Subject,
    string Reason,
    string Command,
    string Path,
    JsonObject Body,
    DateTimeOffset Since
)
{
    /// <summary>Gets the story; null for policies and erasures.</summary>
    public WorkStory? Story { get; init; }

    /// <summary>Gets the words of the subject; null where it has none.</summary>
    public string? Words { get; init; }

    /// <summary>Gets the number of such subjects in the story, of which the first is named.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Gets who claimed the check of the passage; null where no claim is in force.</summary>
    public CheckClaim? Checking { get; init; }

    /// <summary>Gets the words that the caller's approval would cover; null for other work.</summary>
    public ApprovalCoverage? Covers { get; init; }
}

/// <summary>The story of an item of work.</summary>
/// <param name="Id">The story.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Desk">Its desk.</param>
/// <param name="Version">Its version, for <c>If-Match</c>.</param>
/// <param name="Stage">Its stage.</param>
/// <param name="Priority">Its priority.</param>
/// <param name="Due">When it is due; null where no time is set.</param>
public sealed record WorkStory(
    Guid Id,
    string Slug,
    string Headline,
    string Desk,
    long Version,
    string Stage,
    Priority Priority,
    DateTimeOffset? Due
);
