using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Kernel;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Ledger;

/// <summary>GET /ledger/proofs/{eventId}</summary>
public static class GetProofEndpoint
{
    /// <summary>That an event is in the ledger, as a file to keep.</summary>
    [EndpointSummary(
        "That an event is in the ledger, as a file to keep (C2SP tlog-proof). Its extra line holds the event itself and the salt, as "
            + "`newsroom verify` reads them."
    )]
    [ProducesResponseType<string>(StatusCodes.Status200OK, "text/plain")]
    public static async Task<IResult> GetAsync(
        Guid eventId,
        Checkpoints checkpoints,
        NpgsqlDataSource database,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        LoggedEvent? found = null;
        await foreach (var logged in LedgerEventReader.OfAsync(connection, eventId, cancellationToken))
        {
            found = logged;
        }

        if (found is null)
        {
            return Refusal
                .NotFound("not-in-ledger", $"The ledger has no event {eventId}. An event is in it a moment after its command.")
                .ToProblem();
        }

        var note = (await checkpoints.CoveringAsync(found.Index + 1, cancellationToken))!;
        var hashes = await LedgerLog.OverAsync(
            connection,
            MerkleTree.InclusionRanges(found.Index, Checkpoint.Parse(SignedNote.Parse(note).Text).Size),
            cancellationToken
        );
        var proof = new LedgerProof(found.Index, hashes, note) { Extra = [.. CanonicalJson.Of(found.Event.ToJson())] };
        return Results.File(System.Text.Encoding.UTF8.GetBytes(proof.ToString()), "text/plain; charset=utf-8", $"{eventId}.tlog-proof");
    }
}
