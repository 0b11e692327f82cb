using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Kernel;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Ledger;

/// <summary>
/// GET /ledger/checkpoint, /ledger/keys, /ledger/tile/{level}/{index}: the interface of transparency logs (C2SP tlog-tiles).
/// </summary>
public static class GetLedgerEndpoint
{
    /// <summary>Returns the ledger's latest signed checkpoint.</summary>
    [EndpointSummary("Get the ledger's latest signed checkpoint (C2SP tlog-checkpoint): name, size and root hash.")]
    [ProducesResponseType<string>(StatusCodes.Status200OK, "text/plain")]
    public static async Task<IResult> CheckpointAsync(HttpContext http, Checkpoints checkpoints, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Text((await checkpoints.GetCoveringAsync(0, cancellationToken))!, "text/plain; charset=utf-8");
    }

    /// <summary>Returns the public keys of the ledger.</summary>
    [EndpointSummary("List the ledger's public keys, earlier ones included, one a line. Compare them with keys obtained another way.")]
    [ProducesResponseType<string>(StatusCodes.Status200OK, "text/plain")]
    public static IResult Keys(LedgerKeys keys) => Results.Text(string.Concat(keys.All.Select(k => $"{k}\n")), "text/plain; charset=utf-8");

    /// <summary>Returns a tile of hashes or of entries.</summary>
    [EndpointSummary("Get a tile: up to 256 hashes of a level, or entries (C2SP tlog-tiles). A full tile never changes.")]
    [ProducesResponseType<byte[]>(StatusCodes.Status200OK, "application/octet-stream")]
    public static async Task<IResult> TileAsync(
        string level,
        string index,
        HttpContext http,
        NpgsqlDataSource database,
        CancellationToken cancellationToken
    )
    {
        if (!Newsroom.Ledger.Tile.TryParse($"{level}/{index}", out var tile))
        {
            return Refusal
                .NotFound("unknown-tile", $"\"{level}/{index}\" is not the address of a tile, such as 0/x001/067 or 0/x001/067.p/8.")
                .ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var (size, _) = await LedgerLog.ReadSizeAsync(connection, cancellationToken);
        var from = tile.Index * Newsroom.Ledger.Tile.Width;
        if (from + tile.Count > Newsroom.Ledger.Tile.Hashes(tile.Level ?? 0, size))
        {
            return Refusal
                .NotFound(
                    "unknown-tile",
                    $"The ledger has {size.ToString(CultureInfo.InvariantCulture)} leaves and does not have " + "that tile yet."
                )
                .ToProblem();
        }

        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(
            tile.Level is { } ofHashes
                ?
                [
                    .. (await LedgerLog.ReadHashesAsync(connection, [(ofHashes, from, from + tile.Count)], cancellationToken))
                        .OrderBy(h => h.Key.Index)
                        .SelectMany(h => h.Value.ToArray()),
                ]
                : await EntriesAsync(connection, from, tile.Count, cancellationToken),
            "application/octet-stream"
        );
    }

    private static async Task<byte[]> EntriesAsync(NpgsqlConnection connection, long from, int count, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"select entry from {LedgerTables.Leaves} where index >= $1 and index < $2 order by index",
            connection
        )
        {
            Parameters =
            {
                new() { Value = from },
                new() { Value = from + count },
            },
        };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var entries = new List<byte[]>();
        while (await rows.ReadAsync(cancellationToken))
        {
            entries.Add(rows.GetFieldValue<byte[]>(0));
        }

        return EntryBundle.Of(entries);
    }
}
