namespace Newsroom.Client.Stories;

/// <summary>A fact-checker's announcement to check a passage.</summary>
/// <param name="By">The fact-checker.</param>
/// <param name="At">When it was claimed.</param>
/// <param name="Until">When the claim expires.</param>
public sealed record CheckClaim(string By, DateTimeOffset At, DateTimeOffset Until);
