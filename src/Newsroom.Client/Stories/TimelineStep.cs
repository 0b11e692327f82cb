namespace Newsroom.Client.Stories;

/// <summary>A version of a story, without its content.</summary>
/// <param name="Version">The version.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">The identity of the person who acted.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Type">The storage name of the event.</param>
/// <param name="As">The role acted in.</param>
/// <param name="Edition">The number of the edition, of a publication.</param>
/// <param name="Kind">The kind of the edition, of a publication.</param>
/// <param name="OnBehalfOf">The original author, of imported events.</param>
/// <param name="Happened">The business time, of imported events.</param>
public sealed record TimelineStep(
    long Version,
    DateTimeOffset At,
    string By,
    string Name,
    string Type,
    string? As = null,
    int? Edition = null,
    string? Kind = null,
    string? OnBehalfOf = null,
    DateTimeOffset? Happened = null
);
