using Newsroom.Client.Speakers;

namespace Newsroom.Client.Stories;

/// <summary>Everything about one passage.</summary>
/// <param name="Story">The story.</param>
/// <param name="Version">Its version.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Passage">The passage.</param>
/// <param name="Events">What happened to it, oldest first.</param>
/// <param name="OtherQuotes">The latest other quotes of its speaker.</param>
/// <param name="MoreQuotes">Whether the speaker has more.</param>
/// <param name="Current">Its current state; null where it was withdrawn.</param>
/// <param name="Speaker">A quote's speaker.</param>
/// <param name="Files">The files that the evidence names.</param>
/// <param name="Suppliers">The suppliers of the evidence that are people or speakers.</param>
/// <param name="SinceLastCheck">The difference of the words last checked and those now; null where there is none.</param>
public sealed record PassageHistory(
    Guid Story,
    long Version,
    string Slug,
    string Passage,
    IReadOnlyList<PassageEvent> Events,
    IReadOnlyList<SpeakerQuote> OtherQuotes,
    bool MoreQuotes = false,
    PassageDetails? Current = null,
    SpeakerDetails? Speaker = null,
    IReadOnlyList<NamedFile>? Files = null,
    IReadOnlyList<NamedSupplier>? Suppliers = null,
    IReadOnlyList<TextStretch>? SinceLastCheck = null
);

/// <summary>A file that evidence names.</summary>
/// <param name="Sha256">Its digest.</param>
/// <param name="State">Stored, erased or not-stored.</param>
/// <param name="Confidential">Whether each read of it is recorded.</param>
public sealed record NamedFile(string Sha256, string State, bool Confidential = false);

/// <summary>A supplier of evidence.</summary>
/// <param name="Reference">The reference in the evidence.</param>
/// <param name="Name">The name.</param>
/// <param name="Kind">Person or speaker.</param>
public sealed record NamedSupplier(string Reference, string Name, string Kind);

/// <summary>An event that concerns a passage.</summary>
/// <param name="Version">The version that it made.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">The person who caused it.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Type">The storage name of the event.</param>
/// <param name="Sentence">What happened, for people.</param>
/// <param name="As">The role acted in.</param>
/// <param name="Why">The reason.</param>
/// <param name="Words">The words after it; null where they did not change.</param>
/// <param name="Changes">The difference of the words before and after it.</param>
/// <param name="Speaker">The speaker that a quote was attributed to.</param>
/// <param name="Check">The check with its evidence.</param>
/// <param name="Checker">The fact-checker whose check lapsed or is valid again.</param>
/// <param name="Cause">What it follows from.</param>
public sealed record PassageEvent(
    long Version,
    DateTimeOffset At,
    string By,
    string Name,
    string Type,
    string Sentence,
    string? As = null,
    string? Why = null,
    string? Words = null,
    IReadOnlyList<TextStretch>? Changes = null,
    string? Speaker = null,
    RecordedCheck? Check = null,
    string? Checker = null,
    PassageCause? Cause = null
);

/// <summary>What an event follows from.</summary>
/// <param name="Version">The version.</param>
/// <param name="Type">The storage name of its event.</param>
/// <param name="Command">The command.</param>
public sealed record PassageCause(long Version, string Type, string? Command = null);
