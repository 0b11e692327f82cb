namespace Newsroom.Ledger.Tests;

/// <summary>A checkpoint references the previous one in an extension line.</summary>
public class CheckpointSpecs
{
    private const string Origin = "newsroom.example/ledger";

    private static readonly PreviousCheckpoint Previous = PreviousCheckpoint.Of(3, "a signed note");

    [Fact]
    public void A_checkpoint_is_read_as_it_was_written()
    {
        var checkpoint = new Checkpoint(Origin, 5, MerkleTree.Empty) { Previous = Previous };
        checkpoint.Text.ShouldEndWith($"\nprevious 3 {Previous.Note}\n");
        Checkpoint.Parse(checkpoint.Text).ShouldBe(checkpoint);
    }

    [Fact]
    public void One_without_it_is_written_as_before()
    {
        var checkpoint = new Checkpoint(Origin, 5, MerkleTree.Empty);
        checkpoint.Text.ShouldBe($"{Origin}\n5\n{MerkleTree.Empty}\n");
        Checkpoint.Parse(checkpoint.Text).ShouldBe(checkpoint);
    }

    [Theory]
    [InlineData("previous")]
    [InlineData("previous 3")]
    [InlineData("previous -3 AAAA")]
    [InlineData("previous 3 AAAA")]
    [InlineData("previous 3 AAAA and more")]
    [InlineData("timestamp 1700000000")]
    public void Lines_of_other_programs_say_nothing(string line)
    {
        Checkpoint.Parse($"{Origin}\n5\n{MerkleTree.Empty}\n{line}\n").Previous.ShouldBeNull();
        Checkpoint.Parse($"{Origin}\n5\n{MerkleTree.Empty}\n{line}\n{Previous}\n").Previous.ShouldBe(Previous);
    }

    [Fact]
    public void Another_note_has_another_hash() => PreviousCheckpoint.HashOf("a signed note.").ShouldNotBe(Previous.Note);
}
