using Weasel.Postgresql.Tables;

namespace Newsroom.Api.Distribution.Queue;

/// <summary>The tables of what is sent to the broker.</summary>
internal static class BrokerTables
{
    /// <summary>One row for each exchange, with the time from which notices go to it.</summary>
    public const string Exchanges = "newsroom.broker_exchanges";

    /// <summary>One row for each notice that is not sent yet.</summary>
    public const string Notices = "newsroom.broker_notices";

    /// <summary>Gets all tables.</summary>
    public static IEnumerable<Table> All
    {
        get
        {
            var exchanges = new Table(Exchanges);
            exchanges.AddColumn("name", "text").AsPrimaryKey();
            exchanges.AddColumn("since", "timestamptz").NotNull();
            yield return exchanges;

            var notices = new Table(Notices);
            notices.AddColumn<Guid>("story").AsPrimaryKey();
            notices.AddColumn<long>("version").AsPrimaryKey();
            notices.AddColumn<long>("sequence").NotNull();
            notices.AddColumn("added", "timestamptz").NotNull();
            notices.Indexes.Add(new IndexDefinition("broker_notices_sequence") { Columns = ["sequence"] });
            yield return notices;
        }
    }
}
