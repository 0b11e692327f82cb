using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Ledger;

namespace Newsroom.Api.Operations.Store;

/// <summary>GET /ledger/verify-store</summary>
public static class VerifyStoreEndpoint
{
    /// <summary>Compares every event with the ledger.</summary>
    [EndpointSummary(
        "Makes every leaf of the ledger again from the event tables, and compares all that was signed; with a checkpoint kept outside "
            + "(since) also with that. Answers in JSON Lines while it goes on; the last line is the result."
    )]
    [ProducesResponseType<StoreReport>(StatusCodes.Status200OK)]
    [DisableRequestTimeout]
    public static IResult Get(
        string? since,
        StoreVerifier store,
        IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json,
        CancellationToken cancellationToken
    ) =>
        CheckpointParser.Read(since, out var checkpoint) is { } malformed
            ? malformed.ToProblem()
            : JsonLines.Of(store.WalkAsync(checkpoint, cancellationToken), json.Value.SerializerOptions, cancellationToken);
}
