using Weasel.Postgresql.Tables;

namespace Newsroom.Api.Ledger;

/// <summary>
/// The tables of the ledger: a leaf for each event, the hashes over full tiles, the signed checkpoints. Salts of erasable parts have a
/// separate table, so that they can be guarded, backed up and destroyed apart from the rest.
/// </summary>
public static class LedgerTables
{
    /// <summary>One leaf for each event, in the order of events and without gaps.</summary>
    public const string Leaves = "newsroom.ledger_leaves";

    /// <summary>The hashes over full tiles, by level of tiles from 1 up; level 0 follows from the leaves.</summary>
    public const string Hashes = "newsroom.ledger_hashes";

    /// <summary>The digests of the erasable parts of events.</summary>
    public const string Parts = "newsroom.ledger_parts";

    /// <summary>The salts of those parts that are not erased.</summary>
    public const string Salts = "newsroom.ledger_salts";

    /// <summary>The checkpoints that were signed.</summary>
    public const string Checkpoints = "newsroom.ledger_checkpoints";

    /// <summary>The size and digest of every signed checkpoint, apart from the checkpoints.</summary>
    public const string Signings = "newsroom.ledger_signings";

    /// <summary>All tables.</summary>
    public static IEnumerable<Table> All
    {
        get
        {
            var leaves = new Table(Leaves);
            leaves.AddColumn<long>("index").AsPrimaryKey();
            leaves.AddColumn<long>("sequence").NotNull();
            leaves.AddColumn<Guid>("event").NotNull();
            leaves.AddColumn("entry", "bytea").NotNull();
            leaves.AddColumn("salt", "bytea").NotNull();
            leaves.Indexes.Add(new IndexDefinition("ledger_leaf_sequence") { Columns = ["sequence"], IsUnique = true });
            leaves.Indexes.Add(new IndexDefinition("ledger_leaf_event") { Columns = ["event"], IsUnique = true });
            yield return leaves;

            var hashes = new Table(Hashes);
            hashes.AddColumn<int>("level").AsPrimaryKey();
            hashes.AddColumn<long>("index").AsPrimaryKey();
            hashes.AddColumn("hash", "bytea").NotNull();
            yield return hashes;

            yield return OfParts(Parts, "digest");
            yield return OfParts(Salts, "salt");

            var checkpoints = new Table(Checkpoints);
            checkpoints.AddColumn<long>("size").AsPrimaryKey();
            checkpoints.AddColumn("at", "timestamptz").NotNull();
            checkpoints.AddColumn("note", "text").NotNull();
            yield return checkpoints;

            var signings = new Table(Signings);
            signings.AddColumn<long>("size").AsPrimaryKey();
            signings.AddColumn("digest", "bytea").NotNull();
            yield return signings;
        }
    }

    private static Table OfParts(string name, string what)
    {
        var table = new Table(name);
        table.AddColumn<long>("sequence").AsPrimaryKey();
        table.AddColumn("path", "text").AsPrimaryKey();
        table.AddColumn(what, "bytea").NotNull();
        return table;
    }
}
