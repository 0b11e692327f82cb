using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using Npgsql;
using Weasel.Postgresql;

namespace Newsroom.Api.Audit;

/// <summary>Filters of the audit trail; null for any value.</summary>
/// <param name="By">The person.</param>
/// <param name="Role">The person's role, as stored.</param>
/// <param name="Story">The story.</param>
/// <param name="Desk">The desk.</param>
/// <param name="Type">The event's storage name.</param>
/// <param name="From">The earliest time of recording.</param>
/// <param name="To">The end of the time of recording, exclusive.</param>
/// <param name="Text">The words to search; an empty query finds nothing.</param>
/// <param name="After">Only lines that follow this sequence in the order of the list.</param>
public sealed record AuditQuery(
    string? By,
    string? Role,
    Guid? Story,
    string? Desk,
    string? Type,
    DateTimeOffset? From,
    DateTimeOffset? To,
    SearchQuery? Text,
    long? After
)
{
    private static readonly string FactChecked = StoryEvents.NameOf(typeof(StoryEvent.FactChecked));

    /// <summary>Gets the person for whom lines of stories that they may not read are left out; null for a person who reads all.</summary>
    public string? Reader { get; init; }

    /// <summary>Gets whether the lines are in the order of the record; latest first otherwise.</summary>
    public bool OldestFirst { get; init; }

    // PostgreSQL estimates the frequency of words, not of phrases. With both conditions it does not read the whole trail for a phrase that
    // never occurs.
    private const string Matching = $"{AuditTable.Words} @@ to_tsquery('simple', ";

    /// <summary>Reads the lines, latest first, one at a time: memory does not grow with their number.</summary>
    /// <param name="database">The database.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async IAsyncEnumerable<AuditLine> LinesAsync(
        NpgsqlDataSource database,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var builder = new CommandBuilder();
        AppendTo(builder, limit: null);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = builder.Compile();
        command.Connection = connection;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return Read(reader);
        }
    }

    /// <summary>Writes the statement.</summary>
    /// <param name="builder">The command.</param>
    /// <param name="limit">The maximum number of lines; null for all.</param>
    internal void AppendTo(ICommandBuilder builder, int? limit)
    {
        builder.Append(
            $"""
            select a.sequence, a.at, a.by, a.role, a.story, a.desk, a.type, a.code, a.arguments, a.sentence, a.why,
                case
                    when a.type in ('story_read', 'story_reads_counted') then null
                    when a.type <> 'command_refused' then e.version
                    when jsonb_typeof(e.data -> 'version') = 'number' then (e.data ->> 'version')::bigint
                end,
                e.causation_id, e.correlation_id, e.id, e.user_name,
                case when a.type = '{FactChecked}' then e.data end
            from {AuditTable.Name} a join {MartenNames.Events} e on e.seq_id = a.sequence where true
            """
        );
        Where("a.by = ", IndexedKey.Of(By));
        Where("a.role = ", Role);
        Where("a.story = ", Story);
        Where("a.desk = ", IndexedKey.Of(Desk));
        Where("a.type = ", Type);
        Where("a.at >= ", From?.UtcDateTime);
        Where("a.at < ", To?.UtcDateTime);
        Where(Matching, Text?.ToTsQuery(), ")");
        Where(Matching, Text?.ToWiderTsQuery(), ")");
        Where(OldestFirst ? "a.sequence > " : "a.sequence < ", After);
        if (Reader is { } person)
        {
            builder.Append(" and ");
            builder.AppendReadableBy("a.story", person);
        }

        builder.Append(OldestFirst ? " order by a.sequence" : " order by a.sequence desc");
        if (limit is { } lines)
        {
            builder.Append(string.Create(CultureInfo.InvariantCulture, $" limit {lines}"));
        }

        void Where(string condition, object? value, string end = "")
        {
            if (value is not null)
            {
                builder.Append($" and {condition}");
                builder.AppendParameter(value);
                builder.Append(end);
            }
        }
    }

    /// <summary>Reads the line of a row.</summary>
    internal static AuditLine Read(DbDataReader reader) =>
        new(
            reader.GetInt64(0),
            new DateTimeOffset(reader.GetDateTime(1), TimeSpan.Zero),
            reader.GetString(2),
            "",
            Nullable(reader, 3),
            reader.IsDBNull(4) ? null : reader.GetGuid(4),
            Nullable(reader, 5),
            reader.IsDBNull(11) ? null : reader.GetInt64(11),
            reader.GetString(6),
            Nullable(reader, 12),
            SentenceOf(reader),
            Nullable(reader, 10),
            Nullable(reader, 13),
            reader.GetGuid(14)
        )
        {
            Check = reader.IsDBNull(16) ? null : CheckRecord.Of(Read<StoryEvent.FactChecked>(reader, 16), reader.GetGuid(14)),
        };

    /// <summary>Renders a row's summary; a row of an earlier build has a sentence in its place.</summary>
    private static string SentenceOf(DbDataReader reader) =>
        Nullable(reader, 7) is { } code
            ? AuditSentences.Of(new EventSummary(code, ArgumentsOf(reader)), Nullable(reader, 15) ?? "")
            : reader.GetString(9);

    private static SummaryArguments ArgumentsOf(DbDataReader reader) =>
        reader.IsDBNull(8) ? SummaryArguments.None : SummaryArguments.Read(reader.GetFieldValue<byte[]>(8));

    private static T Read<T>(DbDataReader reader, int column) =>
        JsonSerializer.Deserialize<T>(reader.GetFieldValue<byte[]>(column), JsonSerializerOptions.Web)!;

    private static string? Nullable(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
