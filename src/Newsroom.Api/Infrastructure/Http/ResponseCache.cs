using System.Text.Json;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Npgsql;
using HttpJson = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>The version of a row that a response is made of.</summary>
/// <param name="Id">The row's id.</param>
/// <param name="Version">The version of the stream that it reflects.</param>
/// <param name="Written">The transactions that wrote it; different after a repair.</param>
public readonly record struct RowVersion(Guid Id, long Version, string Written);

/// <summary>
/// Caches serialized responses while the rows they are made of are unchanged. Each request reads the row versions, so no response is stale;
/// loading, mapping and serializing are skipped. The size is bounded.
/// </summary>
public sealed class ResponseCache(NpgsqlDataSource database, IOptions<HttpJson> json) : IDisposable
{
    private const long MaxBytes = 64 << 20;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MaxBytes });

    /// <summary>Reads the version of a row; null where there is none.</summary>
    /// <param name="sql">Selects id, version and writing transactions (text) by one parameter.</param>
    /// <param name="key">The parameter.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<RowVersion?> StateAsync(string sql, object key, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = key } } };
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? new RowVersion(row.GetGuid(0), row.GetInt64(1), row.GetString(2)) : null;
    }

    /// <summary>Returns the response made of a row with its entity tag, or 304 where the caller has it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="etag">The entity tag of this version of the row.</param>
    /// <param name="state">The version of the row.</param>
    /// <param name="render">Creates the response and the version it was made of; null if the row no longer exists.</param>
    /// <returns>The response; null if the row no longer exists.</returns>
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
