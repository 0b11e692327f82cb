using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text;

/// <summary>Refuses a command based on a fingerprint that is not current.</summary>
/// <param name="Subject">The passage's id, or "the article".</param>
/// <param name="CurrentFingerprint">The fingerprint of the words as they are now.</param>
public sealed record StaleFingerprintRefusal(string Subject, Fingerprint CurrentFingerprint)
    : Refusal(
        RefusalKind.Stale,
        "stale-fingerprint",
        $"The words of {Subject} have changed since they were read. Read them again and retry."
    );
