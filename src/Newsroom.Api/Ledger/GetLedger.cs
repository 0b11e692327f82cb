using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Kernel;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Ledger;

/// <summary>
/// GET /ledger/checkpoint, /ledger/keys, /ledger/tile/{level}/{index}: what tools for transparency logs read (C2SP tlog-tiles).
/// </summary>
public static class GetLedgerEndpoint
{
    /// <summary>The ledger's latest signed checkpoint.</summary>
    [EndpointSummary("The ledger's latest signed checkpoint (C2SP tlog-checkpoint): its name, its size, its root, signed.")]
    [ProducesResponseType<string>(StatusCodes.Status200OK, "text/plain")]
    public static async Task<IResult> CheckpointAsync(HttpContext http, Checkpoints checkpoints, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Text((await checkpoints.CoveringAsync(0, cancellationToken))!, "text/plain; charset=utf-8");
    }

    /// <summary>The public keys the ledger is signed with.</summary>
    [EndpointSummary(
        "The public keys the ledger is signed with, and earlier ones, one a line. Compare them with what you were given another way."
    )]
    [ProducesResponseType<string>(StatusCodes.Status200OK, "text/plain")]
    public static IResult Keys(LedgerKeys keys) => Results.Text(string.Concat(keys.All.Select(k => $"{k}\n")), "text/plain; charset=utf-8");

    /// <summary>A tile of hashes, or of entries.</summary>
    [EndpointSummary("Up to 256 hashes of a level, or entries (C2SP tlog-tiles). A full tile never changes.")]
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
                .NotFound("unknown-tile", $"\"{level}/{index}\" is no address of a tile, such as 0/x001/067 or 0/x001/067.p/8.")
                .ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var (size, _) = await LedgerLog.SizeAsync(connection, cancellationToken);
        var from = tile.Index * Newsroom.Ledger.Tile.Width;
        if (from + tile.Count > Newsroom.Ledger.Tile.Hashes(tile.Level ?? 0, size))
        {
            return Refusal
                .NotFound("unknown-tile", $"The ledger has {size.ToString(CultureInfo.InvariantCulture)} leaves, and not that tile yet.")
                .ToProblem();
        }

        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(
            tile.Level is { } ofHashes
                ?
                [
                    .. (await LedgerLog.HashesAsync(connection, [(ofHashes, from, from + tile.Count)], cancellationToken))
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
