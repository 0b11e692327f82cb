using System.Text.Json;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Npgsql;
using HttpJson = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>Identifies the version of a row from which a response is rendered.</summary>
/// <param name="Id">The row's id.</param>
/// <param name="Version">The version of the stream that it reflects.</param>
/// <param name="Written">The transactions that wrote it; different after a repair.</param>
public readonly record struct RowVersion(Guid Id, long Version, string Written)
{
    /// <summary>Gets whether the caller has to be admitted before the response is sent.</summary>
    public bool IsGuarded { get; init; }

    /// <summary>Gets whether the response also depends on other rows.</summary>
    public bool IsLinked { get; init; }
}

/// <summary>
/// Caches serialized responses while the rows behind them are unchanged. Each request reads the row versions, so no response is stale;
/// loading, mapping and serializing are skipped. The size is bounded.
/// </summary>
public sealed class ResponseCache(NpgsqlDataSource database, IOptions<HttpJson> json) : IDisposable
{
    private const long MaxBytes = 64 << 20;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MaxBytes });

    /// <summary>Reads the version of a row; null where there is none.</summary>
    /// <param name="sql">
    /// Selects id, version and writing transactions (text) by one parameter, whether the row is guarded, and whether it is linked.
    /// </param>
    /// <param name="key">The parameter.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<RowVersion?> StateAsync(string sql, object key, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = key } } };
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new RowVersion(row.GetGuid(0), row.GetInt64(1), row.GetString(2))
            {
                IsGuarded = row.FieldCount > 3 && row.GetBoolean(3),
                IsLinked = row.FieldCount > 4 && row.GetBoolean(4),
            }
            : null;
    }

    /// <summary>Reads a text by one parameter; null where there is none.</summary>
    public async Task<string?> TextAsync(string sql, object key, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = key } } };
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    /// <summary>Returns the response rendered from a row with its entity tag, or 304 where the caller has it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="etag">The entity tag of this version of the row.</param>
    /// <param name="state">The version of the row.</param>
    /// <param name="render">Renders the response, and returns the version it shows; null if the row no longer exists.</param>
    /// <param name="tagOf">Returns the entity tag of a response, where its version alone does not determine it.</param>
    /// <returns>The response; null if the row no longer exists.</returns>
    public async Task<IResult?> AnswerAsync<T>(
        HttpContext http,
        string etag,
        RowVersion state,
        Func<Task<(long Version, T View)?>> render,
        Func<T, string>? tagOf = null
    )
        where T : class
    {
        if (tagOf is null && ConditionalResult.Has(http, etag))
        {
            return NotModified(http, etag);
        }

        if (kept.Get<Rendered>((typeof(T), state)) is not { } response)
        {
            if (await render() is not var (made, view))
            {
                return null;
            }

            var tag = tagOf?.Invoke(view) ?? (made == state.Version ? etag : IfMatch.ETag(made));
            response = new Rendered(tag, JsonSerializer.SerializeToUtf8Bytes(view, json.Value.SerializerOptions));
            if (made == state.Version)
            {
                kept.Set((typeof(T), state), response, new MemoryCacheEntryOptions { Size = response.Body.Length });
            }
        }

        if (ConditionalResult.Has(http, response.ETag))
        {
            return NotModified(http, response.ETag);
        }

        http.Response.Headers.ETag = response.ETag;
        return new BytesResult(response.Body, "application/json; charset=utf-8");
    }

    private static IResult NotModified(HttpContext http, string etag)
    {
        http.Response.Headers.ETag = etag;
        return Results.StatusCode(StatusCodes.Status304NotModified);
    }

    /// <inheritdoc/>
    public void Dispose() => kept.Dispose();

    private sealed record Rendered(string ETag, byte[] Body);
}
