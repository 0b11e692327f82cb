using System.Security.Cryptography;
using Marten;
using Newsroom.Api.Infrastructure.Idempotency;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Refusals;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Stories;
using Npgsql;

namespace Newsroom.Api.Speakers;

/// <summary>
/// Handles commands on speakers. No refusal contains an identity, not even as a digest, because a digest could be guessed.
/// </summary>
public sealed class SpeakerCommandHandler(
    IDocumentStore store,
    NpgsqlDataSource database,
    CallingActor caller,
    RefusalLog refusals,
    CommandIdempotency idempotency,
    TimeProvider clock
)
{
    /// <summary>Registers a speaker.</summary>
    public Task<IResult> RegisterAsync(RegisterSpeaker command, CancellationToken cancellationToken) =>
        RetryAsync(() => RegisterOnceAsync(command, cancellationToken), cancellationToken);

    private async Task<IResult> RegisterOnceAsync(RegisterSpeaker command, CancellationToken cancellationToken)
    {
        var speaker = new Speaker(command.Id ?? Slug.From(command.Name), command.Name, command.Description);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var session = store.RecordingSession(caller.Actor, ConfigurationCatalog.RegisterSpeaker.Name, transaction);
        // Read before the stored response: if a concurrent repeat finds the speaker, the first request has stored its response.
        var known = await session.LoadAsync<Speaker>(speaker.Id, cancellationToken);
        if (await idempotency.ReplayAsync(session, command, cancellationToken) is { } replayed)
        {
            return replayed;
        }

        var key = command.Identity is null ? null : await KeepKeyAsync(connection, speaker.Id, cancellationToken);
        var decision = SpeakerDecider.Decide(known, command, new SpeakerContext(speaker.Id, caller.Actor) { Key = key });
        if (decision.Refusal is { } refusal)
        {
            await transaction.RollbackAsync(cancellationToken);
            return await refusals.AnswerAsync(
                refusal,
                caller.Actor,
                ConfigurationCatalog.RegisterSpeaker,
                command with
                {
                    Identity = null,
                },
                $"speaker {speaker.Id}",
                cancellationToken
            );
        }

        session.Events.StartStream(StreamOf(speaker.Id), decision.Events);
        var registered = command.Identity is null ? speaker : speaker with { Identity = SpeakerIdentity.Sealed };
        var response = idempotency.Created($"/speakers/{speaker.Id}", registered, StreamOf(speaker.Id));
        idempotency.Store(session, command, response);
        await session.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return response;
    }

    /// <summary>Seals the identity of a speaker.</summary>
    public Task<IResult> SealAsync(string id, SealIdentity command, CancellationToken cancellationToken) =>
        RetryAsync(() => SealOnceAsync(id, command, cancellationToken), cancellationToken);

    private async Task<IResult> SealOnceAsync(string id, SealIdentity command, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var session = store.RecordingSession(caller.Actor, ConfigurationCatalog.SealIdentity.Name, transaction);
        if (await idempotency.ReplayAsync(session, command, cancellationToken) is { } replayed)
        {
            return replayed;
        }

        var speaker = await session.LoadAsync<Speaker>(id, cancellationToken);
        var key = await KeepKeyAsync(connection, id, cancellationToken);
        var decision = SpeakerDecider.Decide(speaker, command, new SpeakerContext(id, caller.Actor) { Key = key });
        if (decision.Refusal is { } refusal)
        {
            await transaction.RollbackAsync(cancellationToken);
            return await refusals.AnswerAsync(
                refusal,
                caller.Actor,
                ConfigurationCatalog.SealIdentity,
                new SealIdentity(""),
                $"speaker {id}",
                cancellationToken
            );
        }

        session.Events.Append(StreamOf(id), decision.Events);
        var response = idempotency.Ok(speaker! with { Identity = SpeakerIdentity.Sealed }, StreamOf(id));
        idempotency.Store(session, command, response);
        await session.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return response;
    }

    /// <summary>Reveals the identity of a source, after the reveal is recorded.</summary>
    public Task<IResult> RevealAsync(string id, RevealIdentity command, CancellationToken cancellationToken) =>
        idempotency.RefuseKey(ConfigurationCatalog.RevealIdentity.Name) is { } refused
            ? Task.FromResult(refused)
            : RetryAsync(() => RevealOnceAsync(id, command, cancellationToken), cancellationToken);

    private async Task<IResult> RevealOnceAsync(string id, RevealIdentity command, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var session = store.RecordingSession(caller.Actor, ConfigurationCatalog.RevealIdentity.Name, transaction);
        var speaker = await session.LoadAsync<Speaker>(id, cancellationToken);

        var key = await SourceKeys.FindAsync(connection, id, cancellationToken);
        var decision = SpeakerDecider.Decide(speaker, command, new SpeakerContext(id, caller.Actor) { Key = key });
        if (decision.Refusal is { } refusal)
        {
            await transaction.RollbackAsync(cancellationToken);
            return await refusals.AnswerAsync(
                refusal,
                caller.Actor,
                ConfigurationCatalog.RevealIdentity,
                command,
                $"speaker {id}",
                cancellationToken
            );
        }

        var latest = (await session.Events.FetchStreamAsync(StreamOf(id), token: cancellationToken))
            .Select(e => e.Data)
            .OfType<IdentitySealed>()
            .Last();
        var identity = SealedIdentity.Open(key!, id, latest.Sealed);
        session.Events.Append(StreamOf(id), decision.Events);
        await session.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Results.Ok(new RevealedIdentity(id, identity));
    }

    private Task<IResult> RetryAsync(Func<Task<IResult>> attempt, CancellationToken cancellationToken) =>
        TransientRetry.RunAsync(attempt, clock, cancellationToken, TransientRetry.MaxAttemptsOnOneStream);

    private static Task<byte[]> KeepKeyAsync(NpgsqlConnection connection, string speaker, CancellationToken cancellationToken) =>
        SourceKeys.KeepAsync(connection, speaker, RandomNumberGenerator.GetBytes(SealedIdentity.KeyLength), cancellationToken);

    private static Guid StreamOf(string speaker) => StreamIds.Of("speaker", speaker);
}
