using System.Text.Json;
using JasperFx;
using Marten;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Security;

namespace Newsroom.Api.Infrastructure.Idempotency;

/// <summary>Replays and stores the responses of commands beside those of stories.</summary>
public sealed class CommandIdempotency(IHttpContextAccessor accessor, CallingActor caller, TimeProvider clock, IOptions<JsonOptions> json)
{
    private HttpRequest Request => accessor.HttpContext?.Request ?? throw new InvalidOperationException("A command comes with a request.");

    /// <summary>Returns the response that a command got before under its key; null where it has no key, or is new.</summary>
    public async Task<IResult?> ReplayAsync(IQuerySession session, object command, CancellationToken cancellationToken) =>
        IdempotencyKey.Of(Request, caller.Actor, command) is { } key
        && await session.LoadAsync<IdempotencyRecord>(key.Key, cancellationToken) is { } stored
            ? key.Replay(stored)
            : null;

    /// <summary>Stores the response to a command in its transaction, where it has a key.</summary>
    /// <param name="session">The command's session, which is still to be saved.</param>
    /// <param name="command">The command.</param>
    /// <param name="response">The response.</param>
    /// <returns>The response.</returns>
    public StoredResponse Store(IDocumentSession session, object command, StoredResponse response)
    {
        if (IdempotencyKey.Of(Request, caller.Actor, command) is { } key)
        {
            session.Insert(new IdempotencyRecord(key.Key, key.Request, response, clock.GetUtcNow()));
        }

        return response;
    }

    /// <summary>Refuses the key of a command whose response is not stored; null where it has none.</summary>
    /// <param name="command">The command's name.</param>
    public IResult? RefuseKey(string command) => IdempotencyKey.RefuseOn(Request, command)?.ToProblem();

    /// <summary>Makes a response of 200.</summary>
    /// <param name="body">The body.</param>
    /// <param name="stream">The stream that the command changed; null for none, or several.</param>
    public StoredResponse Ok(object body, Guid? stream) => new(StatusCodes.Status200OK, Serialize(body)) { Stream = stream };

    /// <summary>Makes a response of 201.</summary>
    /// <param name="location">The address of what was created.</param>
    /// <param name="body">The body.</param>
    /// <param name="stream">The stream that the command began.</param>
    public StoredResponse Created(string location, object body, Guid? stream) =>
        new(StatusCodes.Status201Created, Serialize(body)) { Stream = stream, Location = location };

    /// <summary>Makes a response of 200 that is a line of JSON, the last one of those that a command answers with.</summary>
    /// <param name="body">The result.</param>
    public StoredResponse Line(object body) => new(StatusCodes.Status200OK, $"{Serialize(body)}\n") { ContentType = JsonLines.ContentType };

    /// <summary>Stores the response to a command that has several transactions, in one of its own.</summary>
    public async Task StoreAsync(IDocumentStore store, object command, StoredResponse response, CancellationToken cancellationToken)
    {
        await using var session = store.LightweightSession();
        Store(session, command, response);
        try
        {
            await session.SaveChangesAsync(cancellationToken);
        }
        catch (DocumentAlreadyExistsException)
        {
            // The same request was sent twice at once; a repeat gets the response that was stored first.
        }
    }

    private string Serialize(object body) => JsonSerializer.Serialize(body, body.GetType(), json.Value.SerializerOptions);
}
