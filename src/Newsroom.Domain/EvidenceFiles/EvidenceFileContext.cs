using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.EvidenceFiles;

/// <summary>The data that a decision on an evidence file needs besides the file.</summary>
/// <param name="Actor">The caller.</param>
public sealed record EvidenceFileContext(Actor Actor);
