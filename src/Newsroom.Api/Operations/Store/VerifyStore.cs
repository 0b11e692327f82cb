using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Ledger;

namespace Newsroom.Api.Operations.Store;

/// <summary>GET /ledger/verify-store</summary>
public static class VerifyStoreEndpoint
{
    /// <summary>Verifies the store against the ledger.</summary>
    [EndpointSummary(
        "Verify every event, checkpoint, table and permission against the ledger. With a checkpoint kept elsewhere (since), also "
            + "against that. Streams progress as JSON Lines; the last line is the result."
    )]
    [ProducesResponseType<StoreReport>(StatusCodes.Status200OK, "application/jsonl")]
    [DisableRequestTimeout]
    public static IResult Get(
        string? since,
        StoreVerifier store,
        IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json,
        CancellationToken cancellationToken
    ) =>
        CheckpointParser.Read(since, out var checkpoint) is { } malformed
            ? malformed.ToProblem()
            : JsonLines.Of(store.VerifyAsync(checkpoint, cancellationToken), json.Value.SerializerOptions, cancellationToken);
}
