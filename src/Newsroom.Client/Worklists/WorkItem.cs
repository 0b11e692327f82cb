using System.Text.Json.Nodes;
using Newsroom.Client.Stories;

namespace Newsroom.Client.Worklists;

/// <summary>Work that waits for the caller.</summary>
/// <param name="Kind">The kind, such as <c>check</c> or <c>approve</c>.</param>
/// <param name="Subject">The passage, note, hold or field; <c>article</c>, <c>story</c>, or the version of a policy.</param>
/// <param name="Reason">Why it waits, as a code.</param>
/// <param name="Command">The command that settles it, or is the next step.</param>
/// <param name="Path">Where the command is posted.</param>
/// <param name="Body">The members of its body that are known.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="Count">The number of such subjects in the story, of which the first is named.</param>
/// <param name="Story">The story; null for policies and erasures.</param>
/// <param name="Words">The words of the subject.</param>
/// <param name="Checking">Who claimed the check of the passage.</param>
/// <param name="Covers">The words that the caller's approval would cover.</param>
public sealed record WorkItem(
    string Kind,
    string Subject,
    string Reason,
    string Command,
    string Path,
    JsonObject Body,
    DateTimeOffset Since,
    int Count = 1,
    WorkStory? Story = null,
    string? Words = null,
    CheckClaim? Checking = null,
    ApprovalCoverage? Covers = null
);

/// <summary>The story of an item of work.</summary>
/// <param name="Id">The story.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Desk">Its desk.</param>
/// <param name="Version">Its version.</param>
/// <param name="Stage">Its stage.</param>
/// <param name="Priority">Its priority.</param>
/// <param name="Due">When it is due.</param>
public sealed record WorkStory(
    Guid Id,
    string Slug,
    string Headline,
    string Desk,
    long Version,
    string Stage,
    string Priority = "normal",
    DateTimeOffset? Due = null
);

/// <summary>The words that an approval would cover.</summary>
/// <param name="IsAll">Whether the article would be covered with it.</param>
/// <param name="Ranges">Words that no approval covers yet and this one would.</param>
/// <param name="Own">Words that it would leave.</param>
public sealed record ApprovalCoverage(bool IsAll, IReadOnlyList<CoveredWords> Ranges, IReadOnlyList<CoveredWords> Own);

/// <summary>Words of an article.</summary>
/// <param name="Field">The field.</param>
/// <param name="Words">Their beginning.</param>
public sealed record CoveredWords(string Field, string Words);

/// <summary>The caller.</summary>
/// <param name="Person">The identity.</param>
/// <param name="Name">The name that colleagues see.</param>
/// <param name="Roles">The roles of the token.</param>
/// <param name="Work">The kinds of work that can wait for these roles.</param>
/// <param name="Reads">The routes of the reads that are open to these roles, and not to all staff.</param>
public sealed record Me(
    string Person,
    string Name,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Work,
    IReadOnlyList<string>? Reads = null
);
