namespace Newsroom.Client.Stories;

/// <summary>The differences between a story at two points in time.</summary>
/// <param name="From">The earlier version.</param>
/// <param name="To">The later version.</param>
/// <param name="Texts">The texts that differ.</param>
/// <param name="Described">Desk, language, byline, dateline, slug and stage.</param>
/// <param name="Passages">The quotes and claims.</param>
/// <param name="Checks">The verdicts.</param>
/// <param name="Approvals">The approvals.</param>
/// <param name="Holds">The holds.</param>
/// <param name="Notes">The notes.</param>
/// <param name="Waivers">The exceptions to gates.</param>
public sealed record StoryDiff(
    long From,
    long To,
    IReadOnlyList<TextDiff> Texts,
    IReadOnlyList<Difference<string>> Described,
    IReadOnlyList<Difference<DiffPassage>> Passages,
    IReadOnlyList<Difference<DiffCheck>> Checks,
    IReadOnlyList<Difference<DiffApproval>> Approvals,
    IReadOnlyList<Difference<HoldDetails>> Holds,
    IReadOnlyList<Difference<NoteDetails>> Notes,
    IReadOnlyList<Difference<DiffWaiver>> Waivers
)
{
    /// <summary>Gets whether nothing differs.</summary>
    public bool IsEmpty =>
        Texts.Count + Described.Count + Passages.Count + Checks.Count + Approvals.Count + Holds.Count + Notes.Count + Waivers.Count == 0;
}

/// <summary>A text that differs.</summary>
/// <param name="Field">The text.</param>
/// <param name="Stretches">The text in order, removed words included.</param>
public sealed record TextDiff(string Field, IReadOnlyList<TextStretch> Stretches);

/// <summary>A stretch of a text.</summary>
/// <param name="Change">Same, removed, added, moved-away or moved-here.</param>
/// <param name="Words">The words.</param>
/// <param name="Move">The number that links both ends of a move.</param>
public sealed record TextStretch(string Change, string Words, int? Move = null);

/// <summary>Something that differs.</summary>
/// <typeparam name="T">What it is.</typeparam>
/// <param name="Id">Its id.</param>
/// <param name="From">The earlier value; null when it was added.</param>
/// <param name="To">The later value; null when it was removed.</param>
public sealed record Difference<T>(string Id, T? From = null, T? To = null)
    where T : class;

/// <summary>A passage in a diff.</summary>
/// <param name="Words">The words.</param>
/// <param name="State">The state.</param>
/// <param name="Speaker">A quote's speaker.</param>
public sealed record DiffPassage(string Words, string State, string? Speaker = null);

/// <summary>A verdict in a diff.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Checker">The fact-checker.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Standing">Whether it is for the current words.</param>
public sealed record DiffCheck(string Passage, string Checker, string Verdict, bool Standing);

/// <summary>An approval in a diff.</summary>
/// <param name="By">The person.</param>
/// <param name="As">The role.</param>
/// <param name="Standing">Whether it is for the current article.</param>
public sealed record DiffApproval(string By, string As, bool Standing);

/// <summary>An exception to a gate in a diff.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Subject">What the gate fails for.</param>
/// <param name="By">The person.</param>
/// <param name="Reason">The reason.</param>
public sealed record DiffWaiver(string Gate, string Subject, string By, string Reason);
