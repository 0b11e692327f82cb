using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Stories;

/// <summary>A hold on a story.</summary>
/// <param name="Id">h1, h2 ... in the order they were placed.</param>
/// <param name="Role">Editor or legal; a hold by legal is lifted by legal only.</param>
/// <param name="By">Who placed it.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
public sealed record Hold(string Id, Role Role, string By, string Reason, DateTimeOffset At);

/// <summary>An open note.</summary>
/// <param name="Id">n1, n2 ... in the order they were written.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="Text">What it says.</param>
/// <param name="MustResolve">Whether it blocks publication.</param>
/// <param name="Passage">The passage it is about, if any.</param>
/// <param name="At">When.</param>
public sealed record Note(string Id, string By, string Text, bool MustResolve, string? Passage, DateTimeOffset At);

/// <summary>An instant before which nothing publishes.</summary>
/// <param name="Until">The instant.</param>
/// <param name="By">The person who set it.</param>
/// <param name="Reason">The reason, if given.</param>
/// <param name="At">When it was set.</param>
public sealed record Embargo(DateTimeOffset Until, string By, string? Reason, DateTimeOffset At);

/// <summary>A request for changes, which returned the story to drafting.</summary>
/// <param name="By">The person who requested them.</param>
/// <param name="Reason">The reason.</param>
/// <param name="At">When they were requested.</param>
public sealed record ChangeRequest(string By, string Reason, DateTimeOffset At);

/// <summary>A request for legal clearance.</summary>
/// <param name="By">The person who requested it.</param>
/// <param name="Reason">The reason.</param>
/// <param name="At">When it was requested.</param>
public sealed record LegalReview(string By, string Reason, DateTimeOffset At);
