namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>
/// Names of the tables, columns and functions that Marten creates, and that begin as Marten's do. No other file contains them.
/// <c>MartenNamesTests</c> compares them with Marten's schema and with the database.
/// </summary>
public static class MartenNames
{
    /// <summary>The schema of all tables.</summary>
    public const string Schema = "newsroom";

    /// <summary>The table of events.</summary>
    public const string Events = $"{Schema}.{EventsTable}";

    /// <summary>The sequence that numbers events.</summary>
    public const string EventsSequence = $"{Schema}.{EventsSequenceName}";

    /// <summary>The table of streams.</summary>
    public const string Streams = $"{Schema}.{StreamsTable}";

    /// <summary>The table of the daemon's progress.</summary>
    public const string Progression = $"{Schema}.{ProgressionTable}";

    /// <summary>The table of dead letters.</summary>
    public const string DeadLetters = $"{Schema}.{DocumentPrefix}deadletterevent";

    /// <summary>The beginning of the name of a document's table, with the schema.</summary>
    public const string Documents = $"{Schema}.{DocumentPrefix}";

    /// <summary><see cref="Events"/> without its schema.</summary>
    public const string EventsTable = "mt_events";

    /// <summary><see cref="EventsSequence"/> without its schema.</summary>
    public const string EventsSequenceName = "mt_events_sequence";

    /// <summary><see cref="Streams"/> without its schema.</summary>
    public const string StreamsTable = "mt_streams";

    /// <summary><see cref="Progression"/> without its schema.</summary>
    public const string ProgressionTable = "mt_event_progression";

    /// <summary>The table of positions that rebuilds start from, without its schema.</summary>
    public const string ProjectionFloorsTable = "mt_event_projection_floors";

    /// <summary>The table of gaps that the daemon skipped, without its schema.</summary>
    public const string HighWaterSkipsTable = "mt_high_water_skips";

    /// <summary>The beginning of the name of a document's table, without the schema.</summary>
    public const string DocumentPrefix = "mt_doc_";

    /// <summary>The function that appends events.</summary>
    public const string AppendFunction = "mt_quick_append_events";

    /// <summary>The function that stores a projection's progress.</summary>
    public const string MarkProgressionFunction = "mt_mark_event_progression";

    /// <summary>The function that stores the daemon's progress after a gap.</summary>
    public const string MarkProgressionWithSkipFunction = "mt_mark_progression_with_skip";

    /// <summary>The beginning of the names of functions in indexes of documents.</summary>
    public const string ImmutableFunctionPrefix = "mt_immutable_";

    /// <summary>The function that an index of a document's time contains.</summary>
    public const string ImmutableTimestamp = $"{Schema}.{ImmutableFunctionPrefix}timestamptz";

    /// <summary>The column of a document's version.</summary>
    public const string VersionColumn = "mt_version";

    /// <summary>The column of the .NET type of an event.</summary>
    public const string DotNetTypeColumn = "mt_dotnet_type";

    /// <summary>The name of the daemon's own progress: how far it has read without gaps.</summary>
    public const string HighWaterMark = JasperFx.Events.Projections.ShardState.HighWaterMark;

    /// <summary>The end of the name of a projection's progress.</summary>
    public const string AllShards = $":{JasperFx.Events.Projections.ShardName.All}";
}
