namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>
/// Names that Marten gives its tables, columns and functions. Marten keeps them internal; <c>MartenNamesTests</c> compares them with its
/// schema.
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

    /// <summary>What the name of a document's table begins with, schema included.</summary>
    public const string Documents = $"{Schema}.{DocumentPrefix}";

    /// <summary><see cref="Events"/> without its schema.</summary>
    public const string EventsTable = "mt_events";

    /// <summary><see cref="EventsSequence"/> without its schema.</summary>
    public const string EventsSequenceName = "mt_events_sequence";

    /// <summary><see cref="Streams"/> without its schema.</summary>
    public const string StreamsTable = "mt_streams";

    /// <summary><see cref="Progression"/> without its schema.</summary>
    public const string ProgressionTable = "mt_event_progression";

    /// <summary>The table of the positions that rebuilds start from, without its schema.</summary>
    public const string ProjectionFloorsTable = "mt_event_projection_floors";

    /// <summary>The table of gaps that the daemon skipped, without its schema.</summary>
    public const string HighWaterSkipsTable = "mt_high_water_skips";

    /// <summary>What the name of a document's table begins with.</summary>
    public const string DocumentPrefix = "mt_doc_";

    /// <summary>The function that appends events.</summary>
    public const string AppendFunction = "mt_quick_append_events";

    /// <summary>The function that moves a projection's progress on.</summary>
    public const string MarkProgressionFunction = "mt_mark_event_progression";

    /// <summary>The function that moves the daemon's progress over a gap.</summary>
    public const string MarkProgressionWithSkipFunction = "mt_mark_progression_with_skip";

    /// <summary>What the names of functions begin with that indexes of documents use.</summary>
    public const string ImmutableFunctionPrefix = "mt_immutable_";

    /// <summary>A document's version, in numeric revisions.</summary>
    public const string VersionColumn = "mt_version";

    /// <summary>The .NET type that an event was stored with.</summary>
    public const string DotNetTypeColumn = "mt_dotnet_type";

    /// <summary>The name under which the daemon keeps how far it has read without gaps.</summary>
    public const string HighWaterMark = JasperFx.Events.Projections.ShardState.HighWaterMark;

    /// <summary>What the name of a projection's progress ends with.</summary>
    public const string AllShards = $":{JasperFx.Events.Projections.ShardName.All}";
}
