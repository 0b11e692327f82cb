using System.Collections.Immutable;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Api.Stories.Queries;

/// <summary>An event that concerns a passage.</summary>
/// <param name="Version">The version that it made.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">The person who caused it.</param>
/// <param name="Name">The person's name.</param>
/// <param name="As">The role in which the person acted.</param>
/// <param name="Type">The storage name of the event.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="Why">The reason given.</param>
public sealed record PassageEvent(
    long Version,
    DateTimeOffset At,
    string By,
    string Name,
    Role? As,
    string Type,
    string Sentence,
    string? Why
)
{
    /// <summary>Gets the words after it, with the attribution of a quote in brackets; null where they did not change.</summary>
    public string? Words { get; init; }

    /// <summary>Gets the difference of the words before and after it; null where there is none.</summary>
    public ImmutableArray<ComparedStretch>? Changes { get; init; }

    /// <summary>Gets the speaker that a quote was attributed to.</summary>
    public string? Speaker { get; init; }

    /// <summary>Gets the check with its evidence, for a check.</summary>
    public CheckRecord? Check { get; init; }

    /// <summary>Gets the fact-checker whose check lapsed or is valid again.</summary>
    public string? Checker { get; init; }

    /// <summary>Gets what it follows from, such as the revision that lapsed a check; null where a person did it directly.</summary>
    public PassageCause? Cause { get; init; }

    /// <summary>Creates the view of an event.</summary>
    internal static PassageEvent Of(ReadPassageEvent read, PersonNames names, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (recorded, happened, metadata) = (read.Event, (StoryEvent)read.Event.Data, read.Event.Metadata());
        var (was, now) = WordsOf(happened);
        return new PassageEvent(
            metadata.Version,
            metadata.At,
            metadata.By,
            names.Of(metadata.By),
            metadata.As,
            recorded.EventTypeName,
            names.Resolve(Sentences.Of(happened, metadata.By)),
            Sentences.Why(happened)
        )
        {
            Words = now,
            Changes = was is null || now is null || was == now ? null : Compare(was, now, cancellationToken),
            Speaker = (happened as QuoteAttributed)?.Speaker,
            Check = happened is FactChecked check ? CheckRecord.Of(check, recorded.Id) : null,
            Checker = (happened as CheckLapsed)?.Checker ?? (happened as CheckReinstated)?.Checker,
            Cause = read is { CauseVersion: { } version, CauseType: { } type }
                ? new PassageCause(version, type, recorded.CausationId)
                : null,
        };
    }

    private static (string? Was, string? Now) WordsOf(StoryEvent happened) =>
        happened switch
        {
            QuoteAttributed e => (null, e.AttributionWords is { } attribution ? $"{e.Words} [{attribution}]" : e.Words),
            ClaimFlagged e => (null, e.Words),
            PassageReworded e => (e.Was, e.Now),
            PassageRestyled e => (e.Was, e.Now),
            PassageOrphaned e => (e.Words, ""),
            CheckLapsed e => (e.Was, e.Now),
            CheckReinstated e => (null, e.Words),
            _ => (null, null),
        };

    /// <summary>Returns the difference of the words of a passage.</summary>
    internal static ImmutableArray<ComparedStretch> Compare(string was, string now, CancellationToken cancellationToken)
    {
        var (before, after) = (new Article("", "", was, "", ""), new Article("", "", now, "", ""));
        return [.. TextComparison.Compare(before, after, cancellationToken).SelectMany(text => text.Stretches)];
    }
}

/// <summary>What an event follows from.</summary>
/// <param name="Version">The version.</param>
/// <param name="Type">The storage name of its event.</param>
/// <param name="Command">The command.</param>
public sealed record PassageCause(long Version, string Type, string? Command);
