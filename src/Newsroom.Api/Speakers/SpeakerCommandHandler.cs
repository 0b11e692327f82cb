using System.Security.Cryptography;
using Marten;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Refusals;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Stories;
using Npgsql;

namespace Newsroom.Api.Speakers;

/// <summary>Registers speakers, and keeps and tells who confidential sources are. An identity is in no refusal, not even as a digest that could be guessed.</summary>
public sealed class SpeakerCommandHandler(IDocumentStore store, NpgsqlDataSource database, CallingActor caller, RefusalLog refusals)
{
    /// <summary>Registers a speaker.</summary>
    public Task<IResult> Register(RegisterSpeaker command, CancellationToken cancel) =>
        TransientRetry.Again(() => RegisterOnce(command, cancel), TransientRetry.MostOfOneStream);

    private async Task<IResult> RegisterOnce(RegisterSpeaker command, CancellationToken cancel)
    {
        var speaker = new Speaker(command.Id ?? Slug.From(command.Name), command.Name, command.Description);
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var session = store.RecordingSession(caller.Actor, ConfigurationCatalog.RegisterSpeaker.Name, transaction);
        var refusal = SpeakerDecider.RefuseSpeaker(speaker, await session.LoadAsync<Speaker>(speaker.Id, cancel), caller.Actor)
            ?? (command.Identity is null ? null : SourceProtection.RefuseSealing(command.Identity, caller.Actor));
        if (refusal is not null)
        {
            await transaction.RollbackAsync(cancel);
            return await refusals.Answer(refusal, caller.Actor, ConfigurationCatalog.RegisterSpeaker.Name, command with { Identity = null }, $"speaker {speaker.Id}", story: null, cancel);
        }

        session.Events.StartStream(StreamOf(speaker.Id), new SpeakerRegistered(speaker));
        if (command.Identity is { } identity)
        {
            session.Events.Append(StreamOf(speaker.Id), await Seal(connection, speaker.Id, identity, cancel));
        }

        await session.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Results.Created($"/speakers/{speaker.Id}", command.Identity is null ? speaker : speaker with { Identity = SpeakerIdentity.Sealed });
    }

    /// <summary>Seals who a speaker is.</summary>
    public Task<IResult> Seal(string id, SealIdentity command, CancellationToken cancel) =>
        TransientRetry.Again(() => SealOnce(id, command, cancel), TransientRetry.MostOfOneStream);

    private async Task<IResult> SealOnce(string id, SealIdentity command, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var session = store.RecordingSession(caller.Actor, ConfigurationCatalog.SealIdentity.Name, transaction);
        var speaker = await session.LoadAsync<Speaker>(id, cancel);

        if (SourceProtection.RefuseSealing(speaker, id, command.Identity, caller.Actor) is { } refusal)
        {
            await transaction.RollbackAsync(cancel);
            return await refusals.Answer(refusal, caller.Actor, ConfigurationCatalog.SealIdentity.Name, new SealIdentity(""), $"speaker {id}", story: null, cancel);
        }

        session.Events.Append(StreamOf(id), await Seal(connection, id, command.Identity, cancel));
        await session.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Results.Ok(speaker! with { Identity = SpeakerIdentity.Sealed });
    }

    /// <summary>Tells who a source is, once it is on the record who was told.</summary>
    public Task<IResult> Reveal(string id, RevealIdentity command, CancellationToken cancel) =>
        TransientRetry.Again(() => RevealOnce(id, command, cancel), TransientRetry.MostOfOneStream);

    private async Task<IResult> RevealOnce(string id, RevealIdentity command, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var session = store.RecordingSession(caller.Actor, ConfigurationCatalog.RevealIdentity.Name, transaction);
        var speaker = await session.LoadAsync<Speaker>(id, cancel);

        var key = await SourceKeys.Find(connection, id, cancel);
        if (SourceProtection.RefuseRevealing(speaker, id, key is not null, command.Reason, caller.Actor) is { } refusal)
        {
            await transaction.RollbackAsync(cancel);
            return await refusals.Answer(refusal, caller.Actor, ConfigurationCatalog.RevealIdentity.Name, command, $"speaker {id}", story: null, cancel);
        }

        var latest = (await session.Events.FetchStreamAsync(StreamOf(id), token: cancel)).Select(e => e.Data).OfType<IdentitySealed>().Last();
        var identity = SealedIdentity.Open(key!, id, latest.Sealed);
        session.Events.Append(StreamOf(id), new IdentityRevealed(id, command.Reason));
        await session.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Results.Ok(new RevealedIdentity(id, identity));
    }

    private static async Task<IdentitySealed> Seal(NpgsqlConnection connection, string speaker, string identity, CancellationToken cancel)
    {
        var key = await SourceKeys.Keep(connection, speaker, RandomNumberGenerator.GetBytes(SealedIdentity.KeyLength), cancel);
        return new IdentitySealed(speaker, SealedIdentity.Seal(key, speaker, identity));
    }

    private static Guid StreamOf(string speaker) => Record.StreamOf("speaker", speaker);
}
