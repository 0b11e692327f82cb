using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.EvidenceFiles;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.EvidenceFiles;

/// <summary>Handles PUT and GET /evidence/{sha256}.</summary>
public static class EvidenceFilesEndpoint
{
    /// <summary>Stores a file of evidence.</summary>
    [EndpointSummary(
        "Store a file of evidence under its SHA-256 digest. The body of the request is the file: at most 100 MB (104,857,600 bytes). The "
            + "digest is verified, and the type is read from the content. Storing a file again changes nothing, except that "
            + "confidential=true makes it confidential."
    )]
    [ProducesResponseType<EvidenceFile>(StatusCodes.Status200OK)]
    [ProducesResponseType<EvidenceFile>(StatusCodes.Status201Created)]
    [DisableRequestTimeout]
    public static Task<IResult> PutAsync(
        string sha256,
        string? name,
        bool? confidential,
        HttpContext http,
        EvidenceFileHandler files,
        CancellationToken cancellationToken
    ) =>
        EvidenceFile.IsDigest(sha256)
            ? files.AddAsync(http, sha256, name ?? "", confidential ?? false, cancellationToken)
            : Task.FromResult(NoDigest.ToProblem());

    /// <summary>Returns a file of evidence.</summary>
    [EndpointSummary("Get a file of evidence. Each read of a confidential one is recorded as an event before the response.")]
    [ProducesResponseType<byte[]>(StatusCodes.Status200OK, "application/octet-stream")]
    [ProducesResponseType<byte[]>(StatusCodes.Status206PartialContent, "application/octet-stream")]
    [ProducesResponseType(StatusCodes.Status416RangeNotSatisfiable)]
    [ProducesResponseType(StatusCodes.Status422UnprocessableEntity)]
    [DisableRequestTimeout]
    public static Task<IResult> GetAsync(string sha256, HttpContext http, EvidenceFileHandler files, CancellationToken cancellationToken) =>
        EvidenceFile.IsDigest(sha256) ? files.ReadAsync(http, sha256, cancellationToken) : Task.FromResult(NoDigest.ToProblem());

    private static Refusal NoDigest { get; } =
        new(
            RefusalKind.Malformed,
            "evidence-digest",
            "The address does not name a file by its SHA-256 digest: 64 lower-case hexadecimal digits."
        );
}
