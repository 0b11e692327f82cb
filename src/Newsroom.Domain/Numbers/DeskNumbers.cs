using System.Collections.Immutable;

namespace Newsroom.Domain.Numbers;

/// <summary>
/// The numbers of some weeks or desks. An event counts in the week in which it was recorded, for the desk of its story then.
/// </summary>
/// <param name="Verified">
/// The passages whose first verdict of verified was given. A passage counts once, however often its words change later.
/// </param>
/// <param name="MedianSecondsToVerify">
/// The median of the time to verify them: from when the quote was first attributed, or the claim first flagged, to that verdict. A value
/// that occurred: half of the times are no longer. Null where there is none.
/// </param>
/// <param name="NinetiethSecondsToVerify">The time to verify that nine in ten of them did not exceed. Null where there is none.</param>
/// <param name="Verdicts">The verdicts given, of all kinds.</param>
/// <param name="Lapses">The verdicts that lapsed because words were changed. One that lapses twice counts twice.</param>
/// <param name="Reinstatements">The lapsed verdicts that stand again because the words returned.</param>
/// <param name="Editions">The editions published, of all kinds.</param>
/// <param name="Corrections">The editions among them that are corrections. Clarifications and editor's notes are none.</param>
/// <param name="Refusals">
/// The refused commands on stories that were recorded (403, 409 and 422). Beyond 30 of one person in a minute they are not.
/// </param>
/// <param name="Reasons">The refusals by the code of their reason, most frequent first.</param>
public sealed record DeskNumbers(
    int Verified,
    long? MedianSecondsToVerify,
    long? NinetiethSecondsToVerify,
    int Verdicts,
    int Lapses,
    int Reinstatements,
    int Editions,
    int Corrections,
    int Refusals,
    ImmutableArray<RefusalCount> Reasons
)
{
    /// <summary>The numbers where nothing was counted.</summary>
    public static DeskNumbers None { get; } = new(0, null, null, 0, 0, 0, 0, 0, 0, []);

    /// <summary>
    /// The verdicts that lapsed for each hundred given, to one decimal; more than a hundred where older verdicts lapsed. Null where no
    /// verdict was given.
    /// </summary>
    public decimal? LapsesPerHundredVerdicts => PerHundred(Lapses, Verdicts);

    /// <summary>The corrections in each hundred editions, to one decimal. Null where there is no edition.</summary>
    public decimal? CorrectionsPerHundredEditions => PerHundred(Corrections, Editions);

    private static decimal? PerHundred(int some, int all) =>
        all == 0 ? null : Math.Round(100m * some / all, 1, MidpointRounding.AwayFromZero);
}

/// <summary>How often commands were refused for a reason.</summary>
/// <param name="Code">The code of the reason.</param>
/// <param name="Count">The number of refusals.</param>
public sealed record RefusalCount(string Code, int Count);
