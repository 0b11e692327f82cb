using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Domain.Erasures;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Tests;
using Newsroom.Evidence.Bundles;
using Newsroom.Evidence.Records;
using Newsroom.Evidence.Replay;
using Newsroom.Ledger;

namespace Newsroom.Evidence.Tests;

/// <summary>A ledger in memory: a story's events among others, and evidence built from it.</summary>
public sealed class TestLedger(NoteSigner signer)
{
    public static readonly Guid Story = new("0198c0de-0000-7000-8000-000000000001");
    public static readonly DateTimeOffset Made = new(2026, 3, 3, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A story with two editions and a check of each passage.</summary>
    public static StorySpec Published =>
        Given([
            Drafted(Bridge),
            Attributed(attribution: "said the mayor"),
            Flagged(),
            Checked(),
            Checked("c1"),
            Submitted(),
            Approved(by: Ed),
            Approved(by: Lea),
            Asked(new Publish(), Pia),
            Revised(body: Bridge + " It will open in May."),
            Submitted(),
            Approved(by: Ed),
            Approved(by: Lea),
            Asked(new Publish(), Pia),
        ]);

    private readonly List<(LedgerRecord Whole, ImmutableArray<CommittedPart> Parts, byte[] Salt)> leaves = [];

    // Computed when a leaf is appended, as in the ledger: an erasure does not change them.
    private readonly List<MerkleHash> hashes = [];

    public NoteSigner Signer => signer;

    public IReadOnlyList<BundledEvent> Events => [.. leaves.Select((leaf, index) => Shown(index))];

    public string Checkpoint => CheckpointAt(leaves.Count);

    public static TestLedger Of(StorySpec spec, NoteSigner? signer = null)
    {
        var ledger = new TestLedger(signer ?? NoteSigner.Generate("newsroom.example/ledger"));
        ledger.Add(
            "person_described",
            Guid.Parse("00000000-0000-0000-0000-00000000aaaa"),
            1,
            new PersonDescribed("femi@newsroom", "Femi Adeyemi", [Role.FactChecker]),
            "adi"
        );
        foreach (var (happened, stamp) in spec.Recorded)
        {
            ledger.Add(StoryEvents.NameOf(happened.GetType()), Story, stamp.Version, happened, stamp.By, stamp.At, stamp.As);
            ledger.Add("desk_defined", Guid.NewGuid(), 1, new { id = "city" }, "adi");
        }

        return ledger;
    }

    /// <summary>Records an event and appends its leaf.</summary>
    public void Add(string type, Guid stream, long version, object data, string by, DateTimeOffset? at = null, Role? role = null) =>
        Add(
            new LedgerRecord(
                leaves.Count * 2 + 1,
                Guid.NewGuid(),
                stream,
                version,
                type,
                at ?? StorySpec.Start,
                $"{by}@newsroom",
                "command",
                null,
                role is { } acted ? new JsonObject { ["as"] = acted.ToKebabCase() } : null,
                JsonSerializer.SerializeToNode(data, data.GetType(), StorySpec.Storage)!
            )
        );

    public void Add(LedgerRecord record)
    {
        var parts = record.Commit();
        leaves.Add((record, parts, Commitment.NewSalt()));
        hashes.Add(MerkleTree.Leaf(Shown(leaves.Count - 1).Event.Entry.ToArray()));
    }

    /// <summary>Destroys the salts of an event's parts; optionally records the erasure.</summary>
    public void Erase(long sequence, bool recorded = true)
    {
        var at = leaves.FindIndex(l => l.Whole.Sequence == sequence);
        var (whole, parts, salt) = leaves[at];
        leaves[at] = (whole, [.. parts.Select(p => p with { Salt = null })], salt);
        if (recorded)
        {
            Add(
                RecordedErasures.Type,
                Guid.NewGuid(),
                1,
                new ErasureEvent.ErasureCarriedOut(
                    Guid.NewGuid(),
                    ErasureKind.Evidence,
                    $"{whole.Event}",
                    "GDPR Art. 17",
                    "lea",
                    [.. parts.Select(p => new ErasedPart(whole.Event, p.Path))]
                ),
                "chi"
            );
        }
    }

    public string CheckpointAt(int size) => SignedNote.Sign(new Checkpoint(signer.Key.Name, size, Root(size)).Text, signer).ToString();

    /// <summary>Builds the story's evidence.</summary>
    public ImmutableSortedDictionary<string, byte[]> Bundle(int? since = null, Func<BundledEvent, bool>? without = null)
    {
        var events = Events
            .Where(e =>
                e.Record.Stream == Story
                || e.Record.Type is "person_described" or "speaker_registered" or "identity_sealed" or RecordedErasures.Type
            )
            .Where(e => without?.Invoke(e) != true)
            .ToList();
        var proofs = events.Select(e => Proof(MerkleTree.InclusionRanges(e.Index, leaves.Count))).ToList();
        (string, ImmutableArray<MerkleHash>)? grown = since is { } size
            ? (CheckpointAt(size), Proof(MerkleTree.ConsistencyRanges(size, leaves.Count)))
            : null;
        return Evidence.Bundles.Bundle.Of(Story, events, proofs, Checkpoint, [signer.Key], grown, Made);
    }

    /// <summary>Builds the evidence of a newsroom that recorded something false from the start: in its ledger, proved and signed.</summary>
    public ImmutableSortedDictionary<string, byte[]> Lying(BundledEvent about)
    {
        var told = Events.Select(e => e.Index == about.Index ? about : e).ToList();
        var toldHashes = told.Select(e => MerkleTree.Leaf(e.Event.Entry.ToArray())).ToList();
        var files = Bundle().ToBuilder();
        var checkpoint = SignedNote
            .Sign(new Checkpoint(signer.Key.Name, told.Count, MerkleTree.Root(told.Count, Hash)).Text, signer)
            .ToString();
        files[Evidence.Bundles.Bundle.Checkpoint] = Encoding.UTF8.GetBytes(checkpoint);
        foreach (var e in told.Where(e => files.ContainsKey(e.ProofFile)))
        {
            files[e.ProofFile] = Encoding.UTF8.GetBytes(
                new LedgerProof(
                    e.Index,
                    [.. MerkleTree.InclusionRanges(e.Index, told.Count).Select(r => MerkleTree.Over(r.From, r.To, Hash))],
                    checkpoint
                ).ToString()
            );
        }

        files[Evidence.Bundles.Bundle.Events] = Encoding.UTF8.GetBytes(
            string.Concat(told.Where(e => files.ContainsKey(e.ProofFile)).Select(e => $"{e.ToLine()}\n"))
        );
        files[Manifest.File] = (Manifest.Read(files[Manifest.File]) with { Files = Manifest.Digests(files) }).ToFile();
        return files.ToImmutable();

        MerkleHash Hash(MerkleNode node) => Node(node, toldHashes);
    }

    private BundledEvent Shown(int index)
    {
        var (whole, parts, salt) = leaves[index];
        var shown = parts
            .Where(p => p.Salt is not null)
            .Select(p => new DisclosedPart(p.Path, [.. p.Salt!], ErasableParts.At(whole.Data, p.Path)?.DeepClone()));
        return new BundledEvent(index, new Disclosure(whole.With(parts), [.. salt], [.. shown]));
    }

    private ImmutableArray<MerkleHash> Proof(ImmutableArray<(long From, long To)> ranges) =>
        [.. ranges.Select(r => MerkleTree.Over(r.From, r.To, Node))];

    private MerkleHash Root(long size) => MerkleTree.Root(size, Node);

    private MerkleHash Node(MerkleNode node) => Node(node, hashes);

    private static MerkleHash Node(MerkleNode node, IReadOnlyList<MerkleHash> leaves) =>
        node.Level == 0
            ? leaves[(int)node.Index]
            : MerkleTree.Node(Node(new(node.Level - 1, node.Index * 2), leaves), Node(new(node.Level - 1, (node.Index * 2) + 1), leaves));
}
