namespace Newsroom.Client.Stories;

/// <summary>The confidentiality of a story.</summary>
/// <param name="Role">The role in which it was marked.</param>
/// <param name="By">Who marked it.</param>
/// <param name="At">When it was marked.</param>
/// <param name="Readers">The people who were admitted by name.</param>
/// <param name="Acted">Everyone who acted on the story.</param>
/// <param name="Reason">Why.</param>
public sealed record ConfidentialityDetails(
    string Role,
    string By,
    DateTimeOffset At,
    IReadOnlyList<string> Readers,
    IReadOnlyList<string> Acted,
    string? Reason = null
);
