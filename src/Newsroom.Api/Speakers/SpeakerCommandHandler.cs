using Newsroom.Api.Commands;
using Newsroom.Api.Infrastructure.Idempotency;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Speakers;

/// <summary>
/// Handles commands on speakers. No refusal contains an identity, not even as a digest, because a digest could be guessed.
/// </summary>
public sealed class SpeakerCommandHandler(CommandHandler commands, CallingActor caller, CommandIdempotency idempotency)
{
    /// <summary>Registers a speaker.</summary>
    public Task<IResult> RegisterAsync(RegisterSpeaker command, CancellationToken cancellationToken)
    {
        var withoutIdentity = command with { Identity = null };
        var id = command.Id ?? Slug.From(command.Name);
        return HandleAsync(id, ConfigurationCatalog.RegisterSpeaker, command, withoutIdentity, cancellationToken);
    }

    /// <summary>Seals the identity of a speaker.</summary>
    public Task<IResult> SealAsync(string id, SealIdentity command, CancellationToken cancellationToken) =>
        HandleAsync(id, ConfigurationCatalog.SealIdentity, command, new SealIdentity(""), cancellationToken);

    /// <summary>Reveals the identity of a source, after the reveal is recorded.</summary>
    public Task<IResult> RevealAsync(string id, RevealIdentity command, CancellationToken cancellationToken) =>
        idempotency.RefuseKey(ConfigurationCatalog.RevealIdentity.Name) is { } refused
            ? Task.FromResult(refused)
            : HandleAsync(id, ConfigurationCatalog.RevealIdentity, command, command, cancellationToken);

    private Task<IResult> HandleAsync(
        string id,
        ConfigurationCommand description,
        SpeakerCommand command,
        SpeakerCommand recorded,
        CancellationToken cancellationToken
    ) =>
        commands.HandleAsync(
            new CommandRequest(description, command, $"speaker {id}")
            {
                RecordedBody = recorded,
                MaxAttempts = TransientRetry.MaxAttemptsOnOneStream,
            },
            transaction => new SpeakerAttempt(transaction, id, command, caller.Actor),
            cancellationToken
        );
}
