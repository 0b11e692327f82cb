using System.Collections.Immutable;
using JasperFx.Events;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Api.Stories.Queries;

/// <summary>A fact-checker's verdict with its evidence.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Checker">The fact-checker.</param>
/// <param name="Fingerprint">The fingerprint of the words judged.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">The reason of a verdict other than verified.</param>
/// <param name="Version">The version that recorded it.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Standing">Whether its fingerprint is current; otherwise it has lapsed.</param>
public sealed record CheckView(
    string Passage,
    string Checker,
    Fingerprint Fingerprint,
    Verdict Verdict,
    string? Reason,
    long Version,
    DateTimeOffset At,
    bool Standing
)
{
    /// <summary>Gets the role in which the fact-checker acted.</summary>
    public Role? As { get; init; }

    /// <summary>Gets the event, which an erasure of its evidence names; null where the details are left out.</summary>
    public Guid? Event { get; init; }

    /// <summary>Gets the words judged.</summary>
    public string? Words { get; init; }

    /// <summary>Gets how the words were checked.</summary>
    public string? Method { get; init; }

    /// <summary>
    /// Gets the evidence; erased evidence has the kind <c>erased</c>. Null where it is left out because the checks of the response are too
    /// large: <c>/stories/{id}/passages/{passage}</c> has it.
    /// </summary>
    public ImmutableArray<EvidenceItem>? Evidence { get; init; }

    /// <summary>Creates the view of a check in the state of a story.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="check">The check.</param>
    /// <param name="recorded">Its event; null where it was left out.</param>
    internal static CheckView Of(string passage, Check check, IEvent? recorded) =>
        new CheckView(passage, check.Checker, check.Fingerprint, check.Verdict, check.Reason, check.Version, check.At, check.Standing).With(
            recorded
        );

    /// <summary>Creates the view of a check that was read with its state.</summary>
    internal static CheckView Of(ReadCheck read)
    {
        var (happened, metadata) = ((FactChecked)read.Event.Data, read.Event.Metadata());
        return new CheckView(
            happened.Passage,
            metadata.By,
            happened.Fingerprint,
            happened.Verdict,
            happened.Reason,
            metadata.Version,
            metadata.At,
            read.Standing
        ).With(read.Event);
    }

    private CheckView With(IEvent? recorded) =>
        recorded?.Data is FactChecked happened
            ? this with
            {
                As = recorded.As(),
                Event = recorded.Id,
                Words = happened.Words,
                Method = happened.Method,
                Evidence = happened.Evidence.IsDefault ? [] : happened.Evidence,
            }
            : this;
}
