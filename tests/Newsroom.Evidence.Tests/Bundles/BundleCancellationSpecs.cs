using Newsroom.Evidence.Bundles;
using Newsroom.Evidence.Replay;

namespace Newsroom.Evidence.Tests.Bundles;

/// <summary>Building a bundle can be cancelled between events and between editions.</summary>
public sealed class BundleCancellationSpecs
{
    private static readonly CancellationToken Cancelled = new(canceled: true);

    private static readonly TestLedger Ledger = TestLedger.Of(Given([.. Ready, Published()]));

    [Fact]
    public void A_replay_stops() =>
        Should.Throw<OperationCanceledException>(() => StoryReplay.Of(TestLedger.Story, Ledger.Events, Cancelled));

    [Fact]
    public void Derived_files_stop()
    {
        var replay = StoryReplay.Of(TestLedger.Story, Ledger.Events, TestContext.Current.CancellationToken);
        replay.Editions.ShouldHaveSingleItem();
        Should.Throw<OperationCanceledException>(() => FilesForReading.Of(replay, Ledger.Events, Cancelled));
    }
}
