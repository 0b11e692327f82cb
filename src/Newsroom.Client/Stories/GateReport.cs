namespace Newsroom.Client.Stories;

/// <summary>The outcome of every publication gate of a story.</summary>
/// <param name="Version">The version.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Ready">Whether the story can be published.</param>
/// <param name="Gates">The gates.</param>
/// <param name="DesksLeft">The desks that it left during this review; their policies apply too.</param>
/// <param name="Next">The next step, where no gate has to be resolved before it.</param>
/// <param name="Publication">What readers see: <c>unpublished</c>, <c>live</c>, <c>withheld</c>, <c>retracted</c> or <c>killed</c>.</param>
public sealed record GateReport(
    long Version,
    string Stage,
    bool Ready,
    IReadOnlyList<GateResult> Gates,
    IReadOnlyList<string>? DesksLeft = null,
    IReadOnlyList<GateResolution>? Next = null,
    string? Publication = null
);

/// <summary>The outcome of a gate.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Outcome">Passed, waived or failed.</param>
/// <param name="Reasons">Each reason why it fails or was waived.</param>
public sealed record GateResult(string Gate, string Outcome, IReadOnlyList<GateReason> Reasons);

/// <summary>A reason why a gate fails.</summary>
/// <param name="Subject">What it fails for: a passage, a note, a field or <c>article</c>.</param>
/// <param name="Fingerprint">The fingerprint of the subject.</param>
/// <param name="Message">The reason, for people.</param>
/// <param name="Ways">The commands that settle it.</param>
/// <param name="Waiver">The exception, where one was made.</param>
public sealed record GateReason(
    string Subject,
    string? Fingerprint,
    string Message,
    IReadOnlyList<GateResolution> Ways,
    GateWaiver? Waiver
);

/// <summary>A command that settles a reason.</summary>
/// <param name="Command">The command.</param>
/// <param name="Roles">The roles that can give it.</param>
/// <param name="OnlyBy">The only people who can give it; null or empty when everyone in the roles can.</param>
/// <param name="NotBy">People who cannot give it.</param>
public sealed record GateResolution(
    string Command,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string>? OnlyBy = null,
    IReadOnlyList<string>? NotBy = null
);

/// <summary>An exception to a gate.</summary>
/// <param name="By">The person.</param>
/// <param name="Reason">The reason.</param>
public sealed record GateWaiver(string By, string Reason);
