namespace Newsroom.Client.Worklists;

/// <summary>A story in a list.</summary>
/// <param name="Id">The story.</param>
/// <param name="Version">Its version.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Desk">Its desk.</param>
/// <param name="Stage">Its stage.</param>
/// <param name="Ready">Whether it can be published.</param>
/// <param name="Edition">Its latest edition; 0 before the first.</param>
/// <param name="Blockers">The gates that fail.</param>
/// <param name="StageSince">When it entered its stage.</param>
/// <param name="ChangedAt">When it last changed.</param>
/// <param name="Assignee">Its assignee.</param>
/// <param name="Priority">The story's priority.</param>
/// <param name="Due">When the story is due.</param>
/// <param name="Confidential">Whether the story is confidential; without the right to read it, the card has no words.</param>
/// <param name="Takedown"><c>withheld</c>, <c>retracted</c> or <c>killed</c>; null where there is no takedown.</param>
/// <param name="Match">Why a search found the story; null in other lists.</param>
/// <param name="Scheduled">When it is to be published.</param>
/// <param name="ScheduleFailed">Why its scheduled publication failed, as a code.</param>
/// <param name="Publication"><c>unpublished</c>, <c>live</c>, <c>withheld</c>, <c>retracted</c> or <c>killed</c>.</param>
/// <param name="Unchanged">Whether readers have exactly this article.</param>
/// <param name="Embargo">When its embargo ends or ended.</param>
/// <param name="Language">Its language (BCP 47).</param>
/// <param name="TranslationOf">The story of which it is a translation.</param>
public sealed record StoryCard(
    Guid Id,
    long Version,
    string Slug,
    string Headline,
    string Desk,
    string Stage,
    bool Ready,
    int Edition,
    IReadOnlyList<Blocker> Blockers,
    DateTimeOffset StageSince,
    DateTimeOffset ChangedAt,
    string? Assignee = null,
    string Priority = "normal",
    DateTimeOffset? Due = null,
    bool? Confidential = null,
    string? Takedown = null,
    StoryMatch? Match = null,
    DateTimeOffset? Scheduled = null,
    string? ScheduleFailed = null,
    string Publication = "unpublished",
    bool? Unchanged = null,
    DateTimeOffset? Embargo = null,
    string Language = "",
    Guid? TranslationOf = null
);

/// <summary>Why a search found a story.</summary>
/// <param name="By">What it matches: <c>words</c>, the <c>beginning</c> of the last word, or a <c>similar-name</c>.</param>
/// <param name="Headline">The words of the headline that match, as ranges in UTF-16 code units.</param>
/// <param name="Snippet">The part of standfirst or body that matches best.</param>
/// <param name="Name">The name that was searched in place of a word typed; null where the words typed were searched.</param>
public sealed record StoryMatch(string By, IReadOnlyList<MatchRange> Headline, MatchSnippet Snippet, string? Name = null);

/// <summary>A part of a text as it is written.</summary>
/// <param name="Field">The text: standfirst or body.</param>
/// <param name="Start">The offset of the part in the text, in UTF-16 code units.</param>
/// <param name="Text">The part.</param>
/// <param name="Marks">The words that match, as ranges of the part.</param>
public sealed record MatchSnippet(string Field, int Start, string Text, IReadOnlyList<MatchRange> Marks);

/// <summary>A range of a text in UTF-16 code units.</summary>
/// <param name="Start">The offset of the first code unit.</param>
/// <param name="End">The offset after the last code unit.</param>
public sealed record MatchRange(int Start, int End);

/// <summary>A gate that fails.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Reasons">The number of reasons.</param>
public sealed record Blocker(string Gate, int Reasons);
