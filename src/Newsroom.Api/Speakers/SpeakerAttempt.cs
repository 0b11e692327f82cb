using System.Collections.Immutable;
using System.Security.Cryptography;
using Newsroom.Api.Commands;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Speakers;

namespace Newsroom.Api.Speakers;

internal sealed class SpeakerAttempt(CommandTransaction transaction, string id, SpeakerCommand command, Actor actor)
    : CommandAttempt<Speaker, SpeakerEvent>
{
    private byte[]? key;

    /// <inheritdoc/>
    public override async Task<CommandTarget<Speaker>> LoadAsync(CancellationToken cancellationToken) =>
        new(StreamIds.Of("speaker", id), await transaction.Session.LoadAsync<Speaker>(id, cancellationToken));

    /// <summary>Loads the key of the source; where an identity is sealed, creates and locks it.</summary>
    public override async Task<IResult?> LoadContextAsync(Speaker? state, CancellationToken cancellationToken)
    {
        key = command switch
        {
            RegisterSpeaker { Identity: null } => null,
            RevealIdentity => await SourceKeys.FindAsync(transaction.Connection, id, cancellationToken),
            _ when transaction.IsPreview => await SourceKeys.FindAsync(transaction.Connection, id, cancellationToken) ?? NewKey(),
            _ => await SourceKeys.KeepAsync(transaction.Connection, id, NewKey(), cancellationToken),
        };
        return null;
    }

    /// <inheritdoc/>
    public override Decision<SpeakerEvent> Decide(Speaker? state) =>
        SpeakerDecider.Decide(state, command, new SpeakerContext(id, actor) { Key = key });

    /// <inheritdoc/>
    public override async Task<ResponseBody> ApplyAsync(
        CommandTarget<Speaker> target,
        ImmutableArray<SpeakerEvent> events,
        CancellationToken cancellationToken
    ) =>
        command is RevealIdentity
            ? await RevealAsync(target.Stream, cancellationToken)
            : new ResponseBody(events.Aggregate(target.State, Speaker.Evolve)!)
            {
                Location = target.State is null ? $"/speakers/{id}" : null,
            };

    private static byte[] NewKey() => RandomNumberGenerator.GetBytes(SealedIdentity.KeyLength);

    private async Task<ResponseBody> RevealAsync(Guid stream, CancellationToken cancellationToken)
    {
        var latest = (await transaction.Session.Events.FetchStreamAsync(stream, token: cancellationToken))
            .Select(e => e.Data)
            .OfType<IdentitySealed>()
            .Last();
        return new ResponseBody(new RevealedIdentity(id, SealedIdentity.Open(key!, id, latest.Sealed))) { IsSecret = true };
    }
}
