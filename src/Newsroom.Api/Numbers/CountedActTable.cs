using Weasel.Postgresql.Tables;

namespace Newsroom.Api.Numbers;

/// <summary>The table that numbers are counted from: a narrow row for each event that they need.</summary>
internal static class CountedActTable
{
    /// <summary>The table's name.</summary>
    public const string Name = "newsroom.counted_acts";

    /// <summary>The columns, in the order of <see cref="CountedActRow"/>.</summary>
    public const string Columns = "sequence, story, at, desk, kind, passage, waited";

    /// <summary>The types of the columns.</summary>
    public const string Types = "$1::bigint[], $2::uuid[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::bigint[]";

    /// <summary>The table.</summary>
    public static Table Table
    {
        get
        {
            var table = new Table(Name);
            table.AddColumn<long>("sequence").AsPrimaryKey();
            table.AddColumn<Guid>("story").NotNull();
            table.AddColumn("at", "timestamptz").NotNull();
            table.AddColumn("desk", "text");
            table.AddColumn("kind", "text").NotNull();
            table.AddColumn("passage", "text").NotNull();
            table.AddColumn<long>("waited").AllowNulls();
            table.Indexes.Add(new IndexDefinition("counted_acts_desk") { Columns = ["desk", "at"] });
            table.Indexes.Add(new IndexDefinition("counted_acts_waited") { Columns = ["desk", "at"], Predicate = "waited IS NOT NULL" });
            table.Indexes.Add(new IndexDefinition("counted_acts_story") { Columns = ["story", "passage", "sequence"] });
            return table;
        }
    }
}
