using System.Globalization;
using System.Text;
using System.Text.Json;
using Marten;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.People.Queries;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Audit;

/// <summary>
/// GET /audit.csv and /audit.jsonl: streams the filtered trail from the database; memory does not grow with the number of lines.
/// </summary>
public static class ExportAuditEndpoint
{
    private static readonly string[] Columns =
    [
        "sequence",
        "at",
        "by",
        "name",
        "as",
        "story",
        "desk",
        "version",
        "type",
        "cause",
        "sentence",
        "why",
        "correlation",
        "event",
        "passage",
        "words",
        "verdict",
        "method",
        "evidence",
    ];

    /// <summary>Exports the audit trail as CSV (RFC 4180), newest first.</summary>
    [EndpointSummary(
        "Export the audit trail as CSV (RFC 4180), newest first, with the filters of /audit. A cell that a spreadsheet would take "
            + "for a formula "
            + "begins with an apostrophe. The evidence of a check is a JSON array in one cell."
    )]
    [ProducesResponseType<string>(StatusCodes.Status200OK, "text/csv")]
    [DisableRequestTimeout]
    public static Task<IResult> CsvAsync(
        [AsParameters] AuditFilter filter,
        CallingActor caller,
        IQuerySession session,
        NpgsqlDataSource database,
        IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json,
        CancellationToken cancellationToken
    ) =>
        ExportAsync(
            filter.Read(caller, after: null, out var query),
            query,
            "text/csv; charset=utf-8; header=present",
            "audit.csv",
            Row(Columns),
            line => Row(Cells(line, json.Value.SerializerOptions)),
            session,
            database,
            cancellationToken
        );

    /// <summary>Exports the audit trail as JSON Lines, newest first.</summary>
    [EndpointSummary("Export the audit trail as JSON Lines, newest first, with the filters of /audit.")]
    [ProducesResponseType<AuditLine>(StatusCodes.Status200OK, "application/jsonl")]
    [DisableRequestTimeout]
    public static Task<IResult> JsonLinesAsync(
        [AsParameters] AuditFilter filter,
        CallingActor caller,
        IQuerySession session,
        NpgsqlDataSource database,
        IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json,
        CancellationToken cancellationToken
    ) =>
        ExportAsync(
            filter.Read(caller, after: null, out var query),
            query,
            "application/jsonl; charset=utf-8",
            "audit.jsonl",
            "",
            line => JsonSerializer.Serialize(line, json.Value.SerializerOptions) + "\n",
            session,
            database,
            cancellationToken
        );

    private static async Task<IResult> ExportAsync(
        Domain.Kernel.Refusal? malformed,
        AuditQuery query,
        string contentType,
        string file,
        string head,
        Func<AuditLine, string> write,
        IQuerySession session,
        NpgsqlDataSource database,
        CancellationToken cancellationToken
    )
    {
        if (malformed is not null)
        {
            return malformed.ToProblem();
        }

        var names = await PersonNameLookup.LoadAsync(session, cancellationToken);
        return Results.Stream(
            async body =>
            {
                await using var writer = new StreamWriter(
                    body,
                    new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                    64 * 1024,
                    leaveOpen: true
                );
                await writer.WriteAsync(head);
                await foreach (var line in query.LinesAsync(database, cancellationToken))
                {
                    await writer.WriteAsync(write(line.WithNames(names)));
                }
            },
            contentType,
            file
        );
    }

    private static IEnumerable<string?> Cells(AuditLine line, JsonSerializerOptions json) =>
        [
            line.Sequence.ToString(CultureInfo.InvariantCulture),
            line.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            line.By,
            line.Name,
            line.As,
            line.Story?.ToString(),
            line.Desk,
            line.Version?.ToString(CultureInfo.InvariantCulture),
            line.Type,
            line.Cause,
            line.Sentence,
            line.Why,
            line.Correlation,
            line.Event.ToString(),
            line.Check?.Passage,
            line.Check?.Words,
            line.Check?.Verdict.ToKebabCase(),
            line.Check?.Method,
            line.Check is { } check ? JsonSerializer.Serialize(check.Evidence, json) : null,
        ];

    private static string Row(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string? text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{text}" : text ?? "";
        return safe.AsSpan().ContainsAny("\",\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
