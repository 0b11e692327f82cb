using System.Collections.Immutable;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests;

internal static class RefusalDetails
{
    extension(Refusal refusal)
    {
        public ImmutableArray<Conflict> Conflicts => refusal.ShouldBeOfType<ConflictRefusal>().Conflicts;

        public ImmutableArray<GateResult> Gates => refusal.ShouldBeOfType<GateRefusal>().Gates;

        public Fingerprint CurrentFingerprint => refusal.ShouldBeOfType<StaleFingerprintRefusal>().CurrentFingerprint;
    }
}
