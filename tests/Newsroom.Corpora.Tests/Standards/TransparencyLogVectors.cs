using System.Text;
using System.Text.Json.Nodes;
using Newsroom.Ledger;

namespace Newsroom.Domain.Tests.Standards;

/// <summary>Checks signed notes, checkpoints and tiles against test vectors of C2SP, Go and Tessera.</summary>
public class TransparencyLogVectors
{
    private static JsonNode Notes => Standard.Json("tlog/signed-note-vectors.json");

    private static JsonNode Log => Standard.Json("tlog/tessera-log-vectors.json");

    [Fact]
    public void A_note_is_signed_byte_for_byte()
    {
        foreach (var vector in Notes.Cases("sign"))
        {
            var signer = NoteSigner.Parse((string)vector["skey"]!);
            signer.Key.ToString().ShouldBe((string)vector["vkey"]!);
            signer.Secret().ShouldBe((string)vector["skey"]!);
            SignedNote.Sign((string)vector["text"]!, signer).ToString().ShouldBe((string)vector["note"]!);
        }
    }

    [Fact]
    public void Notes_verify_as_the_vectors_state()
    {
        foreach (var vector in Notes.Cases("verify"))
        {
            var keys = vector["vkeys"]!.AsArray().Select(k => NoteKey.Parse((string)k!)).ToList();
            var note = SignedNote.Parse((string)vector["note"]!);
            note.ToString().ShouldBe((string)vector["note"]!);
            if ((string?)vector["error"] is { } error && error.StartsWith("invalid signature", StringComparison.Ordinal))
            {
                Should.Throw<FormatException>(() => note.SignedBy(keys));
            }
            else
            {
                note.SignedBy(keys).IsEmpty.ShouldBe(!(bool)vector["ok"]!, (string)vector["name"]!);
            }
        }
    }

    [Fact]
    public void Malformed_notes_are_refused()
    {
        foreach (var note in Notes.Cases("malformed"))
        {
            Should.Throw<FormatException>(() => SignedNote.Parse((string)note!), (string)note!);
        }

        var good = Encoding.UTF8.GetBytes((string)Notes["sign"]![0]!["note"]!);
        Should.Throw<FormatException>(() => SignedNote.Parse([0xff, .. good]));
    }

    [Fact]
    public void No_part_and_no_change_of_a_key_is_a_key()
    {
        var good = (string)Notes["sign"]![0]!["vkey"]!;
        NoteKey.Parse(good).Name.ShouldBe("PeterNeumann");
        foreach (var bad in Notes.Cases("badVkeys"))
        {
            Should.Throw<FormatException>(() => NoteKey.Parse((string)bad!));
        }

        for (var at = 0; at < good.Length; at++)
        {
            Should.Throw<FormatException>(() => NoteKey.Parse(good[..at]));
            Should.Throw<FormatException>(() => NoteKey.Parse(good[(at + 1)..]));
            Should.Throw<FormatException>(() => NoteKey.Parse($"{good[..at]}{(char)(good[at] + 1)}{good[(at + 1)..]}"));
        }
    }

    [Fact]
    public void The_log_of_fifteen_entries_has_its_checkpoints_tiles_and_bundles_byte_for_byte()
    {
        var signer = NoteSigner.Parse((string)Log["skey"]!);
        signer.Key.ToString().ShouldBe((string)Log["vkey"]!);
        var entries = Log["entriesUtf8"]!.AsArray().Select(e => Encoding.UTF8.GetBytes((string)e!)).ToList();
        var tree = new CompactRange(0, []);
        var checkpoints = Log["checkpointsBySize"]!.AsArray();
        checkpoints.Count.ShouldBe(entries.Count + 1);
        for (var size = 0; size <= entries.Count; size++)
        {
            SignedNote
                .Sign(new Checkpoint((string)Log["origin"]!, tree.Size, tree.Root).Text, signer)
                .ToString()
                .ShouldBe((string)checkpoints[size]!);
            if (size < entries.Count)
            {
                tree.Append(MerkleTree.Leaf(entries[size]));
            }
        }

        Convert.ToHexStringLower([.. entries.SelectMany(e => MerkleTree.Leaf(e).ToArray())]).ShouldBe((string)Log["tile_0_000_p15_hex"]!);
        Convert.ToHexStringLower(EntryBundle.Of(entries)).ShouldBe((string)Log["entryBundle_p15_hex"]!);
    }

    [Fact]
    public void Checkpoints_are_written_and_read_as_Go_does()
    {
        foreach (var vector in Log.Cases("checkpointFormat"))
        {
            var checkpoint = new Checkpoint(
                (string)vector["origin"]!,
                (long)vector["size"]!,
                MerkleTree.Leaf(Encoding.UTF8.GetBytes((string)vector["leafUtf8"]!))
            );
            checkpoint.Text.ShouldBe((string)vector["text"]!);
            Checkpoint.Parse((string)vector["text"]!).ShouldBe(checkpoint);
        }
    }

    [Fact]
    public void Tiles_have_the_addresses_other_tools_ask_for()
    {
        foreach (var vector in Log.Cases("tilePaths").Where(v => (int)v["level"]! <= Tile.Highest))
        {
            var tile = new Tile((int)vector["level"]!, (long)vector["index"]!, (int)vector["p"]! is > 0 and var width ? width : Tile.Width);
            $"tile/{tile.Path}".ShouldBe((string)vector["path"]!);
            Tile.TryParse(tile.Path, out var read).ShouldBeTrue(tile.Path);
            read.ShouldBe(tile);
        }

        foreach (var vector in Log.Cases("entriesPathForIndex"))
        {
            var (seq, size) = ((long)vector["seq"]!, (long)vector["size"]!);
            var width = Math.Min(Tile.Width, size - (seq / Tile.Width * Tile.Width));
            $"tile/{new Tile(null, seq / Tile.Width, (int)width).Path}".ShouldBe((string)vector["path"]!);
        }
    }
}
