using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text;

/// <summary>The fingerprint a command was based on is not the current one.</summary>
/// <param name="Subject">The passage's id, or "the article".</param>
/// <param name="CurrentFingerprint">The current fingerprint.</param>
public sealed record StaleFingerprintRefusal(string Subject, Fingerprint CurrentFingerprint)
    : Refusal(
        RefusalKind.Stale,
        "stale-fingerprint",
        $"The words of {Subject} have changed since they were read. Read them again and judge anew."
    );
