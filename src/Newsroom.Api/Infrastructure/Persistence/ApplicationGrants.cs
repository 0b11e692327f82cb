using Weasel.Core;
using Weasel.Postgresql;
using Weasel.Postgresql.Functions;
using Weasel.Postgresql.Tables;

namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>
/// Lists everything that the application's role may do in the schema: what each statement of the program needs, and no more. Tables,
/// sequences and functions that are neither listed nor registered by a projection are out of its reach.
/// </summary>
public sealed class ApplicationGrants
{
    /// <summary>The role that the application works in.</summary>
    public const string Role = "newsroom_app";

    private const string ReadAndAdd = "select, insert";
    private const string Everything = "select, insert, update, delete";
    private const string Call = "execute";

    // Without update: a sequence can be read and advanced by one, not set.
    private const string Advance = "select, usage";

    // The daemon empties the tables of a projection that it rebuilds.
    private const string Rebuilt = $"{Everything}, truncate";

    // The first matching name counts; a name that ends in * matches all that begin so.
    private static readonly (string Name, string Privileges)[] OfTables =
    [
        (MartenNames.EventsTable, ReadAndAdd),
        // The append function updates a stream's version; commands lock the row they append to.
        (MartenNames.StreamsTable, $"{ReadAndAdd}, update (version, timestamp)"),
        ("ledger_*", ReadAndAdd),
        ("database_identity", "select"),
        ("database_keys", "select"),
        // Keys are made by the function keep_source_key, and destroyed by erasures, which the owner carries out.
        ("source_keys", "select"),
        // A secret that is replaced gets an end; it is deleted after it.
        ("subscriber_secrets", $"{ReadAndAdd}, delete, update (valid_until)"),
        // Stored responses expire; none is changed.
        ($"{MartenNames.DocumentPrefix}idempotentanswer", $"{ReadAndAdd}, delete"),
        (MartenNames.HighWaterSkipsTable, ReadAndAdd),
        (MartenNames.ProgressionTable, Everything),
        (MartenNames.ProjectionFloorsTable, Everything),
        ($"{MartenNames.DocumentPrefix}*", Rebuilt),
        ("delivery_*", ReadAndAdd),
        ("deliveries", $"{ReadAndAdd}, update"),
        ("broker_exchanges", ReadAndAdd),
        // A notice is deleted when the broker has confirmed it.
        ("broker_notices", $"{ReadAndAdd}, delete"),
        ("refusal_tally", Everything),
        ("read_tally", Everything),
        ("projection_failures", Everything),
        ("wolverine_*", Everything),
    ];

    private static readonly (string Name, string Privileges)[] OfSequences =
    [
        (MartenNames.EventsSequenceName, Advance),
        ("wolverine_*", Advance),
    ];

    private static readonly (string Name, string Privileges)[] OfFunctions =
    [
        (MartenNames.AppendFunction, Call),
        (MartenNames.MarkProgressionFunction, Call),
        (MartenNames.MarkProgressionWithSkipFunction, Call),
        ($"{MartenNames.ImmutableFunctionPrefix}*", Call),
        ("keep_source_key", Call),
    ];

    private readonly (string Name, string Privileges)[] tables;
    private readonly (string Name, string Privileges)[] sequences;
    private readonly (string Name, string Privileges)[] functions;

    /// <summary>Adds what projections register. A listed name keeps its privileges: no projection gains rights on the record.</summary>
    /// <param name="ofProjections">The tables, sequences and functions that projections register.</param>
    public ApplicationGrants(IEnumerable<ISchemaObject> ofProjections)
    {
        var registered = ofProjections.ToList();
        tables = [.. OfTables, .. registered.OfType<Table>().Select(table => (table.Identifier.Name, Rebuilt))];
        sequences = [.. OfSequences, .. registered.OfType<Sequence>().Select(sequence => (sequence.Identifier.Name, Advance))];
        functions = [.. OfFunctions, .. registered.OfType<Function>().Select(function => (function.Identifier.Name, Call))];
    }

    /// <summary>Returns the application's privileges on an entry of the catalog, as GRANT takes them; empty for none.</summary>
    internal string On(CatalogEntry entry) =>
        entry.Kind switch
        {
            "table" => Find(tables, entry.Name),
            "sequence" => Find(sequences, entry.Name),
            _ => Find(functions, entry.Name),
        };

    private static string Find((string Name, string Privileges)[] listed, string name) =>
        listed.FirstOrDefault(entry => Matches(entry.Name, name)).Privileges ?? "";

    private static bool Matches(string listed, string name) =>
        listed.EndsWith('*') ? name.StartsWith(listed[..^1], StringComparison.Ordinal) : name == listed;
}
