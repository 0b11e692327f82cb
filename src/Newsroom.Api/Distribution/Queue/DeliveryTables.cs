using Weasel.Postgresql.Tables;

namespace Newsroom.Api.Distribution.Queue;

/// <summary>
/// The tables of deliveries: what was announced of stories, what each subscriber is to receive of it, and each attempt to send that. A
/// delivery that is pending is its own entry in the queue.
/// </summary>
internal static class DeliveryTables
{
    /// <summary>One row for each event that subscribers are notified of.</summary>
    public const string Events = "newsroom.delivery_events";

    /// <summary>One row for each notice and subscriber.</summary>
    public const string Deliveries = "newsroom.deliveries";

    /// <summary>One row for each attempt to send a delivery.</summary>
    public const string Attempts = "newsroom.delivery_attempts";

    /// <summary>Gets all tables.</summary>
    public static IEnumerable<Table> All
    {
        get
        {
            var events = new Table(Events);
            events.AddColumn<Guid>("story").AsPrimaryKey();
            events.AddColumn<long>("version").AsPrimaryKey();
            events.AddColumn<long>("sequence").NotNull();
            events.AddColumn<Guid>("event").NotNull();
            events.AddColumn("kind", "text").NotNull();
            events.AddColumn("at", "timestamptz").NotNull();
            events.Indexes.Add(new IndexDefinition("delivery_events_at") { Columns = ["at"] });
            yield return events;

            var deliveries = new Table(Deliveries);
            deliveries.AddColumn<Guid>("id").AsPrimaryKey();
            deliveries.AddColumn("subscriber", "text").NotNull();
            deliveries.AddColumn<Guid>("story").NotNull();
            deliveries.AddColumn<long>("version").NotNull();
            deliveries.AddColumn<long>("sequence").NotNull();
            deliveries.AddColumn("state", "text").NotNull();
            deliveries.AddColumn<int>("attempts").NotNull();
            deliveries.AddColumn("due", "timestamptz").NotNull();
            deliveries.AddColumn("leased_until", "timestamptz");
            deliveries.AddColumn("delivered_at", "timestamptz");
            deliveries.AddColumn<bool>("needs_acknowledgement").NotNull();
            deliveries.AddColumn("acknowledged_at", "timestamptz");
            deliveries.AddColumn("acknowledged_by", "text");
            deliveries.Indexes.Add(
                new IndexDefinition("deliveries_of_story") { Columns = ["story", "subscriber", "version"], IsUnique = true }
            );
            deliveries.Indexes.Add(new IndexDefinition("deliveries_of_subscriber") { Columns = ["subscriber", "sequence", "id"] });
            deliveries.Indexes.Add(
                new IndexDefinition("deliveries_pending") { Columns = ["subscriber", "due"], Predicate = $"state = '{States.Pending}'" }
            );
            deliveries.Indexes.Add(
                new IndexDefinition("deliveries_next") { Columns = ["due"], Predicate = $"state = '{States.Pending}'" }
            );
            deliveries.Indexes.Add(
                new IndexDefinition("deliveries_failed") { Columns = ["id"], Predicate = $"state = '{States.Failed}'" }
            );
            deliveries.Indexes.Add(
                new IndexDefinition("deliveries_unacknowledged")
                {
                    Columns = ["id"],
                    Predicate = "needs_acknowledgement and acknowledged_at is null",
                }
            );
            yield return deliveries;

            var attempts = new Table(Attempts);
            attempts.AddColumn<Guid>("delivery").AsPrimaryKey();
            attempts.AddColumn<int>("number").AsPrimaryKey();
            attempts.AddColumn("at", "timestamptz").NotNull();
            attempts.AddColumn<int>("milliseconds").NotNull();
            attempts.AddColumn<int>("status");
            attempts.AddColumn("error", "text");
            attempts.AddColumn("response", "text");
            yield return attempts;
        }
    }

    /// <summary>The values of the column <c>state</c>.</summary>
    internal static class States
    {
        /// <summary>To be sent, or to be sent again.</summary>
        public const string Pending = "pending";

        /// <summary>The subscriber accepted it.</summary>
        public const string Delivered = "delivered";

        /// <summary>No attempt succeeded.</summary>
        public const string Failed = "failed";

        /// <summary>The subscriber was removed before.</summary>
        public const string Cancelled = "cancelled";
    }
}
