using Marten;
using Microsoft.AspNetCore.Http.Features;
using Newsroom.Api.Commands;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Idempotency;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.EvidenceFiles;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.EvidenceFiles;

/// <summary>Stores and reads evidence files. The content is stored before the event that makes it readable is committed.</summary>
public sealed class EvidenceFileHandler(
    EvidenceStorage storage,
    CommandHandler commands,
    CommandIdempotency idempotency,
    CallingActor caller,
    IDocumentStore store
)
{
    /// <summary>Stores the body of a request.</summary>
    public async Task<IResult> AddAsync(
        HttpContext http,
        string digest,
        string name,
        bool confidential,
        CancellationToken cancellationToken
    )
    {
        // Refused before the body is read.
        var command = new AddEvidenceFile(digest, http.Request.ContentLength ?? 0, "", name, confidential);
        if (EvidenceFileDecider.RefuseActor(caller.Actor) is { } forbidden)
        {
            return await commands.RefuseAsync(
                forbidden,
                RequestOf(ConfigurationCatalog.AddEvidenceFile, command, digest),
                cancellationToken
            );
        }

        if (http.Request.ContentLength > EvidenceFile.MaxBytes)
        {
            return IncomingFile.TooLarge.ToProblem();
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            // The server would count the bytes of chunks too. The reading below stops after the maximum.
            limit.MaxRequestBodySize = null;
        }

        using var file = await IncomingFile.ReadAsync(http.Request.Body, storage.Incoming, cancellationToken);
        if (file.Refuse(digest) is { } refusal)
        {
            return refusal.ToProblem();
        }

        if (await FindAsync(digest, cancellationToken) is { IsErased: true })
        {
            return EvidenceFileDecider.Erased(digest).ToProblem();
        }

        await storage.Store.SaveAsync(digest, file.Path, cancellationToken);
        var added = command with { Bytes = file.Bytes, MediaType = file.MediaType };
        var response = await HandleAsync(ConfigurationCatalog.AddEvidenceFile, added, digest, cancellationToken);
        await DeleteIfErasedAsync(digest, cancellationToken);
        return response;
    }

    /// <summary>
    /// Returns the content of a file. A read of a confidential one, and of one that only confidential stories use, is recorded before the
    /// response.
    /// </summary>
    public async Task<IResult> ReadAsync(HttpContext http, string digest, CancellationToken cancellationToken)
    {
        var (found, access) = await FindReadableAsync(digest, cancellationToken);
        if (found is not { } file || access == EvidencePermission.None)
        {
            return Refusal.NotFound("unknown-evidence-file", $"There is no evidence file {digest}.").ToProblem();
        }

        if (file.IsErased)
        {
            return new Refusal(RefusalKind.Gone, "evidence-file-erased", $"The file {digest} was erased by law.").ToProblem();
        }

        if (await storage.Store.OpenAsync(digest, cancellationToken) is not { } content)
        {
            return Refusal
                .NotFound("evidence-file-missing", $"The content of {digest} is not in the file store. Restore it from a backup.")
                .ToProblem();
        }

        var isRecorded = file.Confidential || access == EvidencePermission.Recorded;
        if (isRecorded && await RecordAsync(digest, cancellationToken) is { } refused)
        {
            await content.DisposeAsync();
            return refused;
        }

        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";
        headers.CacheControl = isRecorded ? "no-store" : headers.CacheControl;
        return Results.Stream(content, file.MediaType, file.Name.Length > 0 ? file.Name : digest, enableRangeProcessing: content.CanSeek);
    }

    private async Task<IResult?> RecordAsync(string digest, CancellationToken cancellationToken)
    {
        if (idempotency.RefuseKey(ConfigurationCatalog.ReadEvidenceFile.Name) is { } refused)
        {
            return refused;
        }

        var response = await HandleAsync(ConfigurationCatalog.ReadEvidenceFile, new ReadEvidenceFile(digest), digest, cancellationToken);
        return response is IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK } ? null : response;
    }

    // An erasure may have been carried out while the content was stored.
    private async Task DeleteIfErasedAsync(string digest, CancellationToken cancellationToken)
    {
        if (await FindAsync(digest, cancellationToken) is { IsErased: true })
        {
            await storage.Store.DeleteAsync(digest, cancellationToken);
        }
    }

    private async Task<(EvidenceFile? File, EvidencePermission Access)> FindReadableAsync(
        string digest,
        CancellationToken cancellationToken
    )
    {
        await using var session = store.QuerySession();
        var batch = session.CreateBatchQuery();
        var loading = batch.Load<EvidenceFile>(digest);
        var finding = batch.IsUsedInConfidenceAsync(digest);
        await batch.Execute(cancellationToken);
        var access = await finding
            ? await EvidenceAccess.OfAsync(session, digest, caller.Actor, cancellationToken)
            : EvidencePermission.Everyone;
        return (await loading, access);
    }

    private async Task<EvidenceFile?> FindAsync(string digest, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<EvidenceFile>(digest, cancellationToken);
    }

    private Task<IResult> HandleAsync(
        ConfigurationCommand description,
        EvidenceFileCommand command,
        string digest,
        CancellationToken cancellationToken
    ) =>
        commands.HandleAsync(
            RequestOf(description, command, digest),
            transaction => new EvidenceFileAttempt(transaction, storage.Store, digest, command, caller.Actor),
            cancellationToken
        );

    private static CommandRequest RequestOf(ConfigurationCommand description, EvidenceFileCommand command, string digest) =>
        new(description, command, $"evidence file {digest}") { MaxAttempts = TransientRetry.MaxAttemptsOnOneStream };
}
