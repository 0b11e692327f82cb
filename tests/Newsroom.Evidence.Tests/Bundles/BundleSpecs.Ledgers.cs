using Newsroom.Evidence.Bundles;
using Newsroom.Ledger;

namespace Newsroom.Evidence.Tests.Bundles;

/// <content>Keys, checkpoints and ledgers.</content>
public partial class BundleSpecs
{
    [Fact]
    public void Another_key_is_named_as_such()
    {
        var other = NoteSigner.Generate("newsroom.example/ledger");
        IsWrong(
            BundleVerifier.Verify(TestLedger.Of(TestLedger.Published, other).Bundle(), [ledger.Signer.Key], null),
            $"but with newsroom.example/ledger, {other.Key.Id}"
        );
    }

    [Fact]
    public void While_a_key_is_changed_either_verifies()
    {
        var next = NoteSigner.Generate("newsroom.example/ledger");
        BundleVerifier.Verify(ledger.Bundle(), [next.Key, ledger.Signer.Key], null).Holds.ShouldBeTrue();
        IsWrong(BundleVerifier.Verify(ledger.Bundle(), [next.Key], null), "not signed with the key you gave");
    }

    [Fact]
    public void Two_ledgers_under_one_key_are_named()
    {
        var fork = TestLedger.Of(TestLedger.Published, ledger.Signer);
        IsWrong(
            BundleVerifier.Verify(fork.Bundle(since: 7), [ledger.Signer.Key], ledger.CheckpointAt(7)),
            "it was rewritten, or two ledgers use one key"
        );
        BundleVerifier.Verify(fork.Bundle(since: 7), [ledger.Signer.Key], fork.CheckpointAt(7)).Holds.ShouldBeTrue();
    }

    [Fact]
    public void A_ledger_put_back_to_an_earlier_state_is_named()
    {
        var kept = ledger.Checkpoint;
        var earlier = TestLedger.Of(Given([Drafted(Bridge)]), ledger.Signer);
        IsWrong(
            BundleVerifier.Verify(earlier.Bundle(), [ledger.Signer.Key], kept),
            "the ledger was reset to an earlier state",
            meaning: true
        );
    }

    [Fact]
    public void A_bundle_without_the_proof_that_is_needed_says_what_to_ask_for() =>
        IsWrong(
            BundleVerifier.Verify(ledger.Bundle(), [ledger.Signer.Key], ledger.CheckpointAt(7)),
            "no consistency proof from your checkpoint of 7 events"
        );
}
