using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Kernel;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Ledger;

/// <summary>GET /ledger/proofs/{eventId}</summary>
public static class GetProofEndpoint
{
    /// <summary>Proves that an event is in the ledger.</summary>
    [EndpointSummary(
        "Download the proof that an event is in the ledger (C2SP tlog-proof). Its extra line discloses the event and its salt; "
            + "verify it offline with `newsroom verify`."
    )]
    [ProducesResponseType<string>(StatusCodes.Status200OK, "text/plain")]
    public static async Task<IResult> GetAsync(
        Guid eventId,
        Checkpoints checkpoints,
        StoryGuard guard,
        IQuerySession session,
        NpgsqlDataSource database,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await FindAsync(connection, eventId, cancellationToken) is not { } found)
        {
            return NotInLedger(eventId);
        }

        // The proof discloses the event, so it is a read of the story that the event is about.
        var story = StoryOf(found.Event.Record);
        var batch = session.CreateBatchQuery();
        guard.Watch(batch, story);
        await batch.Execute(cancellationToken);
        if (await guard.AdmitAsync(story, "proof", cancellationToken) is { } refused)
        {
            return refused is IStatusCodeHttpResult { StatusCode: StatusCodes.Status404NotFound } ? NotInLedger(eventId) : refused;
        }

        return await ProofAsync(connection, checkpoints, found, $"{eventId}.tlog-proof", cancellationToken);
    }

    /// <summary>Finds an event in the ledger; null where it is not there.</summary>
    internal static async Task<LoggedEvent?> FindAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken)
    {
        LoggedEvent? found = null;
        await foreach (var logged in LedgerEventReader.FindAsync(connection, id, cancellationToken))
        {
            found = logged;
        }

        return found;
    }

    /// <summary>Answers with the proof of an event, which discloses it.</summary>
    internal static async Task<IResult> ProofAsync(
        NpgsqlConnection connection,
        Checkpoints checkpoints,
        LoggedEvent found,
        string fileName,
        CancellationToken cancellationToken
    )
    {
        var note = (await checkpoints.GetCoveringAsync(found.Index + 1, cancellationToken))!;
        var hashes = await LedgerLog.ComputeHashesAsync(
            connection,
            MerkleTree.InclusionRanges(found.Index, Checkpoint.Parse(SignedNote.Parse(note).Text).Size),
            cancellationToken
        );
        var proof = new LedgerProof(found.Index, hashes, note) { Extra = [.. CanonicalJson.Of(found.Event.ToJson())] };
        return Results.File(System.Text.Encoding.UTF8.GetBytes(proof.ToString()), "text/plain; charset=utf-8", fileName);
    }

    private static IResult NotInLedger(Guid id) =>
        Refusal.NotFound("not-in-ledger", $"The ledger has no event {id}. An event is added a moment after its command.").ToProblem();

    private static Guid StoryOf(LedgerRecord record) => Guid.TryParse($"{record.Data["story"]}", out var story) ? story : record.Stream;
}
