namespace Newsroom.Client.Numbers;

/// <summary>How the work of desks went, by week and by desk. Stories that the reader may not read are not counted.</summary>
/// <param name="From">The first week, such as <c>2026-W37</c>.</param>
/// <param name="To">The last week, included.</param>
/// <param name="Total">The numbers of all weeks and desks.</param>
/// <param name="Weeks">The numbers of each week, in order.</param>
/// <param name="Desks">The numbers of each desk over all weeks.</param>
/// <param name="Desk">The only desk that is counted; null for all.</param>
/// <param name="TimeZone">The time zone of the weeks; null where the weeks of each desk are in its own.</param>
public sealed record NumbersReport(
    string From,
    string To,
    DeskNumbers Total,
    IReadOnlyList<NumbersOfWeek> Weeks,
    IReadOnlyList<NumbersOfDesk> Desks,
    string? Desk = null,
    string? TimeZone = null
);

/// <summary>The numbers of a week.</summary>
/// <param name="Week">The week, such as <c>2026-W48</c>.</param>
/// <param name="Monday">Its first day.</param>
/// <param name="Numbers">Its numbers.</param>
public sealed record NumbersOfWeek(string Week, DateOnly Monday, DeskNumbers Numbers);

/// <summary>The numbers of a desk.</summary>
/// <param name="Desk">The desk.</param>
/// <param name="Name">Its name.</param>
/// <param name="Numbers">Its numbers.</param>
public sealed record NumbersOfDesk(string Desk, string Name, DeskNumbers Numbers);

/// <summary>
/// The numbers of some weeks or desks. An event counts in the week in which it was recorded, for the desk of its story then.
/// </summary>
/// <param name="Verified">
/// The passages whose first verdict of verified was given. A passage counts once, however often its words change later.
/// </param>
/// <param name="Verdicts">The verdicts given, of all kinds.</param>
/// <param name="Lapses">The verdicts that lapsed because words were changed. One that lapses twice counts twice.</param>
/// <param name="Reinstatements">The lapsed verdicts that stand again because the words returned.</param>
/// <param name="Editions">The editions published, of all kinds.</param>
/// <param name="Corrections">The editions among them that are corrections. Clarifications and editor's notes are none.</param>
/// <param name="Refusals">
/// The refused commands on stories that were recorded (403, 409 and 422). Beyond 30 of one person in a minute they are not.
/// </param>
/// <param name="Reasons">The refusals by the code of their reason, most frequent first.</param>
/// <param name="MedianSecondsToVerify">
/// The median of the time to verify them: from when the quote was first attributed, or the claim first flagged, to that verdict. A value
/// that occurred: half of the times are no longer. Null where there is none.
/// </param>
/// <param name="NinetiethSecondsToVerify">The time to verify that nine in ten of them did not exceed. Null where there is none.</param>
/// <param name="LapsesPerHundredVerdicts">
/// The verdicts that lapsed for each hundred given; more than a hundred where older verdicts lapsed. Null where no verdict was given.
/// </param>
/// <param name="CorrectionsPerHundredEditions">The corrections in each hundred editions. Null where there is no edition.</param>
public sealed record DeskNumbers(
    int Verified,
    int Verdicts,
    int Lapses,
    int Reinstatements,
    int Editions,
    int Corrections,
    int Refusals,
    IReadOnlyList<RefusalCount> Reasons,
    long? MedianSecondsToVerify = null,
    long? NinetiethSecondsToVerify = null,
    decimal? LapsesPerHundredVerdicts = null,
    decimal? CorrectionsPerHundredEditions = null
);

/// <summary>How often commands were refused for a reason.</summary>
/// <param name="Code">The code of the reason.</param>
/// <param name="Count">The number of refusals.</param>
public sealed record RefusalCount(string Code, int Count);
