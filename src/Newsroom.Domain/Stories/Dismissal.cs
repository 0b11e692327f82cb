using Newsroom.Domain.Articles;

namespace Newsroom.Domain.Stories;

/// <summary>Quoted words that somebody said are nobody's speech.</summary>
/// <param name="Fingerprint">Of the words, marks included.</param>
/// <param name="By">Who said so.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
public sealed record Dismissal(Fingerprint Fingerprint, string By, string Reason, DateTimeOffset At);
