namespace Newsroom.Client.Stories;

/// <summary>An entry of a story's history: one event, or consecutive revisions of one author.</summary>
/// <param name="From">The first version that it made.</param>
/// <param name="To">The last version that it made.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Sentences">What happened, for people.</param>
/// <param name="Why">The reason.</param>
/// <param name="Policy">The version of the desk's policy, of a publication.</param>
/// <param name="Gates">The outcome of each gate, of a publication.</param>
/// <param name="Happened">The business time, of imported events.</param>
/// <param name="Type">The storage name of the event.</param>
/// <param name="By">The identity of the person who acted.</param>
/// <param name="Check">The check with its evidence, of a check.</param>
public sealed record HistoryEntry(
    long From,
    long To,
    DateTimeOffset At,
    IReadOnlyList<string> Sentences,
    string? Why = null,
    int? Policy = null,
    IReadOnlyList<GateResult>? Gates = null,
    DateTimeOffset? Happened = null,
    string? Type = null,
    string? By = null,
    RecordedCheck? Check = null
);
