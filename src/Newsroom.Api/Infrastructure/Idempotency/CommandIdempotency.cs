using System.Text.Json;
using JasperFx;
using Marten;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Previews;
using Newsroom.Api.Infrastructure.Security;

namespace Newsroom.Api.Infrastructure.Idempotency;

/// <summary>Replays and stores responses of commands that are not addressed to a story.</summary>
public sealed class CommandIdempotency(IHttpContextAccessor accessor, CallingActor caller, TimeProvider clock, IOptions<JsonOptions> json)
{
    private HttpRequest Request => accessor.HttpContext?.Request ?? throw new InvalidOperationException("A command comes with a request.");

    /// <summary>Gets whether the command is a preview, whose response is neither replayed nor stored.</summary>
    public bool IsPreview => DryRun.IsAsked(Request);

    /// <summary>Returns the stored response of a repeated command; null where it has no key or is new.</summary>
    public async Task<IResult?> ReplayAsync(IQuerySession session, object command, CancellationToken cancellationToken) =>
        !IsPreview
        && IdempotencyKey.Of(Request, caller.Actor, command) is { } key
        && await session.LoadAsync<IdempotencyRecord>(key.Key, cancellationToken) is { } stored
            ? key.Replay(stored)
            : null;

    /// <summary>Stores the response to a command in the command's transaction, where the command has a key.</summary>
    /// <param name="session">The command's session, not saved yet.</param>
    /// <param name="command">The command.</param>
    /// <param name="response">The response.</param>
    /// <returns>The response.</returns>
    public StoredResponse Store(IDocumentSession session, object command, StoredResponse response)
    {
        if (!IsPreview && IdempotencyKey.Of(Request, caller.Actor, command) is { } key)
        {
            session.Insert(new IdempotencyRecord(key.Key, key.Request, response, clock.GetUtcNow()));
        }

        return response;
    }

    /// <summary>Refuses a key on a command whose response is not stored; null where there is no key.</summary>
    /// <param name="command">The command's name.</param>
    public IResult? RefuseKey(string command) => IdempotencyKey.RefuseOn(Request, command)?.ToProblem();

    /// <summary>Creates a response of 200.</summary>
    /// <param name="body">The body.</param>
    /// <param name="stream">The stream that the command changed; null for none, or several.</param>
    public StoredResponse Ok(object body, Guid? stream) => new(StatusCodes.Status200OK, Serialize(body)) { Stream = stream };

    /// <summary>Creates a response of 201.</summary>
    /// <param name="location">The address of the created resource.</param>
    /// <param name="body">The body.</param>
    /// <param name="stream">The stream that the command started.</param>
    public StoredResponse Created(string location, object body, Guid? stream) =>
        new(StatusCodes.Status201Created, Serialize(body)) { Stream = stream, Location = location };

    /// <summary>Creates a response of 200 with the last line of a streamed response.</summary>
    /// <param name="body">The result.</param>
    public StoredResponse Line(object body) => new(StatusCodes.Status200OK, $"{Serialize(body)}\n") { ContentType = JsonLines.ContentType };

    /// <summary>Stores the response to a command that has several transactions, in a separate transaction.</summary>
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
            // A concurrent repeat gets the response that was stored first.
        }
    }

    private string Serialize(object body) => JsonSerializer.Serialize(body, body.GetType(), json.Value.SerializerOptions);
}
