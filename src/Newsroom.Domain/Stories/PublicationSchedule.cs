using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>A pending publication of exactly the scheduled words.</summary>
/// <param name="Version">The version of the story that scheduled it, which identifies it.</param>
/// <param name="Time">When it is published.</param>
/// <param name="Fingerprint">The article's fingerprint. Other words are not published.</param>
/// <param name="By">The person who scheduled it.</param>
/// <param name="At">When it was scheduled.</param>
public sealed record PublicationSchedule(long Version, DateTimeOffset Time, Fingerprint Fingerprint, string By, DateTimeOffset At)
{
    /// <summary>Gets the kind of a further edition; null for the default.</summary>
    public EditionKind? Kind { get; init; }
}

/// <summary>A scheduled publication that failed.</summary>
/// <param name="Version">The version of the story that scheduled it.</param>
/// <param name="Time">When it was due.</param>
/// <param name="By">The person who scheduled it.</param>
/// <param name="Reason">The code of the reason, as in <see cref="ScheduleFailures"/>.</param>
/// <param name="Gates">The gates that failed; none for other reasons.</param>
/// <param name="At">When it failed.</param>
public sealed record FailedSchedule(
    long Version,
    DateTimeOffset Time,
    string By,
    string Reason,
    ImmutableArray<FailedGate> Gates,
    DateTimeOffset At
);

/// <summary>A gate that failed when a scheduled publication was due.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Reasons">The number of its reasons.</param>
/// <param name="Codes">The codes of its reasons.</param>
/// <param name="Subjects">The first of its subjects: passages, notes, holds, fields, <c>article</c> or <c>story</c>.</param>
public sealed record FailedGate(Gate Gate, int Reasons, ImmutableArray<string> Codes, ImmutableArray<string> Subjects)
{
    private const int MaxSubjects = 10;

    /// <summary>Lists the gates that failed, without words.</summary>
    public static ImmutableArray<FailedGate> Of(ImmutableArray<GateResult> gates) =>
        [
            .. from gate in gates
            where gate.Outcome == GateOutcome.Failed
            let blocking = gate.Blocking.ToList()
            select new FailedGate(
                gate.Gate,
                blocking.Count,
                [.. blocking.Select(r => r.Code).Distinct()],
                [.. blocking.Select(r => r.Subject).Distinct().Take(MaxSubjects)]
            ),
        ];
}

/// <summary>Why scheduled publications fail: these codes, and those of refusals of publish.</summary>
public static class ScheduleFailures
{
    /// <summary>The service was down, and the publication was too late.</summary>
    public const string Late = "schedule-late";

    /// <summary>The article has other words than those that were scheduled.</summary>
    public const string WordsChanged = "words-changed";

    /// <summary>Gates failed.</summary>
    public const string GatesFailed = "gates-failed";

    /// <summary>Renders a reason as the end of a sentence.</summary>
    /// <param name="code">The code.</param>
    /// <param name="gates">The gates that failed, in words; empty where there are none.</param>
    public static string Render(string code, string gates) =>
        code switch
        {
            Late => "it was too late",
            WordsChanged => "the words are not the scheduled ones",
            GatesFailed => $"these gates failed: {gates}",
            "role-required" or "roles-do-not-combine" => "the person who scheduled it is no longer a publisher",
            "not-in-review" => "the story is not in review",
            "story-withheld" => "the live edition is withheld",
            "same-words" => "readers already have these words",
            "unknown-story" or "not-admitted" => "the person who scheduled it may not act on the confidential story",
            // The code of another build, or of a rare refusal.
            _ => code.Replace('-', ' '),
        };
}
