using System.Collections.Immutable;
using Newsroom.Api.Commands;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.EvidenceFiles;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.EvidenceFiles;

internal sealed class EvidenceFileAttempt(
    CommandTransaction transaction,
    IEvidenceStore files,
    string digest,
    EvidenceFileCommand command,
    Actor actor
) : CommandAttempt<EvidenceFile, EvidenceFileEvent>
{
    /// <inheritdoc/>
    public override async Task<CommandTarget<EvidenceFile>> LoadAsync(CancellationToken cancellationToken)
    {
        if (command is AddEvidenceFile && !transaction.IsPreview)
        {
            await EvidenceLock.ShareAsync(transaction.Transaction, digest, cancellationToken);
        }

        return new(
            StreamIds.Of(EvidenceFileProjection.StreamKind, digest),
            await transaction.Session.LoadAsync<EvidenceFile>(digest, cancellationToken)
        );
    }

    /// <inheritdoc/>
    public override async Task<IResult?> LoadContextAsync(EvidenceFile? state, CancellationToken cancellationToken) =>
        command is AddEvidenceFile && state is null && await files.FindTimeAsync(digest, cancellationToken) is null
            ? Results.Problem(DatabaseUnavailable.Problem("The cleanup has just deleted an earlier copy. Send the file again."))
            : null;

    /// <inheritdoc/>
    public override Decision<EvidenceFileEvent> Decide(EvidenceFile? state) =>
        EvidenceFileDecider.Decide(state, command, new EvidenceFileContext(actor));

    /// <inheritdoc/>
    public override Task<ResponseBody> ApplyAsync(
        CommandTarget<EvidenceFile> target,
        ImmutableArray<EvidenceFileEvent> events,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            new ResponseBody(events.Aggregate(target.State, EvidenceFile.Evolve)!)
            {
                Location = target.State is null ? $"/evidence/{digest}" : null,
                IsSecret = command is ReadEvidenceFile,
            }
        );
}
