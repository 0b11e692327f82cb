namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>
/// Everything that the application's role may do in the schema: what each statement of the program needs, and no more. A table, sequence
/// or function that is not listed is out of its reach.
/// </summary>
public static class ApplicationGrants
{
    /// <summary>The role that the application works in.</summary>
    public const string Role = "newsroom_app";

    private const string ReadAndAdd = "select, insert";
    private const string Everything = "select, insert, update, delete";

    // The daemon empties the tables of a projection that it rebuilds.
    private const string Rebuilt = $"{Everything}, truncate";

    // The first name that fits counts; a name that ends in * fits all that begin so.
    private static readonly (string Name, string Privileges)[] OfTables =
    [
        ("mt_events", ReadAndAdd),
        // The append function moves a stream's version on; commands lock the row they append to.
        ("mt_streams", $"{ReadAndAdd}, update (version, timestamp)"),
        ("ledger_*", ReadAndAdd),
        ("database_identity", "select"),
        ("database_keys", "select"),
        // Keys are made by the function keep_source_key, and destroyed by erasures, which the owner carries out.
        ("source_keys", "select"),
        // Stored responses expire; none is changed.
        ("mt_doc_idempotentanswer", $"{ReadAndAdd}, delete"),
        ("mt_high_water_skips", ReadAndAdd),
        ("mt_event_progression", Everything),
        ("mt_event_projection_floors", Everything),
        ("mt_doc_*", Rebuilt),
        ("audit", Rebuilt),
        ("story_words", Rebuilt),
        ("refusal_tally", Everything),
        ("projection_failures", Everything),
        ("wolverine_*", Everything),
    ];

    // Without update: the sequence of events can be read and moved on by one, not set.
    private static readonly (string Name, string Privileges)[] OfSequences =
    [
        ("mt_events_sequence", "select, usage"),
        ("wolverine_*", "select, usage"),
    ];

    private static readonly (string Name, string Privileges)[] OfFunctions =
    [
        ("mt_quick_append_events", "execute"),
        ("mt_mark_event_progression", "execute"),
        ("mt_mark_progression_with_skip", "execute"),
        ("mt_immutable_*", "execute"),
        ("keep_source_key", "execute"),
    ];

    /// <summary>The privileges on a table, as GRANT takes them; empty for none.</summary>
    public static string OnTable(string name) => Find(OfTables, name);

    /// <summary>The privileges on a sequence; empty for none.</summary>
    public static string OnSequence(string name) => Find(OfSequences, name);

    /// <summary>The privileges on a function; empty for none.</summary>
    public static string OnFunction(string name) => Find(OfFunctions, name);

    private static string Find((string Name, string Privileges)[] listed, string name) =>
        listed
            .FirstOrDefault(entry =>
                entry.Name.EndsWith('*') ? name.StartsWith(entry.Name[..^1], StringComparison.Ordinal) : entry.Name == name
            )
            .Privileges
        ?? "";
}
