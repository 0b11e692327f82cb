using System.Text.Json;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Npgsql;
using HttpJson = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>A row that an answer is made of, as it was written: its key, its version, and the transactions that wrote it.</summary>
/// <param name="Id">The row.</param>
/// <param name="Version">The stream's version that it is of.</param>
/// <param name="Written">What wrote it last: other where it was put right.</param>
public readonly record struct RowVersion(Guid Id, long Version, string Written);

/// <summary>
/// Answers as they go over the wire, kept while the rows they are made of stay as they are. Each request asks the database whether they do,
/// so that no answer is ever
/// behind; what it does not do again is to read a document, make a view of it, and write that as JSON. The size is bounded.
/// </summary>
public sealed class ResponseCache(NpgsqlDataSource database, IOptions<HttpJson> json) : IDisposable
{
    private const long MostBytes = 64 << 20;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    /// <summary>The state of a row; null where there is none.</summary>
    /// <param name="sql">Selects id, version and what wrote it (text), by one parameter.</param>
    /// <param name="key">The parameter.</param>
    /// <param name="cancellationToken">The end of the request.</param>
    public async Task<RowVersion?> StateAsync(string sql, object key, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = key } } };
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? new RowVersion(row.GetGuid(0), row.GetInt64(1), row.GetString(2)) : null;
    }

    /// <summary>The answer made of a row, with its entity tag, or 304 when the caller has it already.</summary>
    /// <param name="http">The request.</param>
    /// <param name="etag">The entity tag of this state of the row.</param>
    /// <param name="state">The row.</param>
    /// <param name="render">Makes the answer, with the version of what it was made of; null where the row has gone meanwhile.</param>
    /// <returns>The answer; null where the row has gone meanwhile.</returns>
    public async Task<IResult?> AnswerAsync<T>(HttpContext http, string etag, RowVersion state, Func<Task<(long Version, T View)?>> render)
        where T : class
    {
        if (ConditionalResult.Has(http, etag))
        {
            http.Response.Headers.ETag = etag;
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        if (kept.Get<byte[]>((typeof(T), state)) is not { } bytes)
        {
            if (await render() is not var (made, view))
            {
                return null;
            }

            bytes = JsonSerializer.SerializeToUtf8Bytes(view, json.Value.SerializerOptions);
            if (made == state.Version)
            {
                kept.Set((typeof(T), state), bytes, new MemoryCacheEntryOptions { Size = bytes.Length });
            }
            else
            {
                etag = IfMatch.ETag(made);
            }
        }

        http.Response.Headers.ETag = etag;
        return Results.Bytes(bytes, "application/json; charset=utf-8");
    }

    /// <inheritdoc/>
    public void Dispose() => kept.Dispose();
}
