using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Infrastructure.Idempotency;

/// <summary>The key of a request that may be repeated (draft-ietf-httpapi-idempotency-key-header).</summary>
public sealed class IdempotencyKey
{
    private readonly string earlierRequest;

    private IdempotencyKey(string person, string given, string request)
    {
        Key = Hash($"{person}\n{given}");
        // Hashed with the client's key, so that short contents cannot be guessed from the hash.
        Request = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(request)));
        earlierRequest = Hash(request);
    }

    /// <summary>Gets the hash of caller and key. A key belongs to one caller.</summary>
    public string Key { get; }

    /// <summary>Gets the hash of the request.</summary>
    public string Request { get; }

    /// <summary>
    /// Returns the request's key; null where it has none. The header may have a structured string in quotation marks, or a bare key.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="actor">The caller.</param>
    /// <param name="command">The command.</param>
    /// <param name="basedOn">The version that the command is based on.</param>
    public static IdempotencyKey? Of(HttpRequest request, Actor actor, object command, long? basedOn = null)
    {
        var given = IdempotencyHeader.ReadFrom(request);
        return given.Length == 0
            ? null
            : new IdempotencyKey(actor.Person, given, $"{request.Path}\n{basedOn}\n{JsonSerializer.Serialize(command, command.GetType())}");
    }

    /// <summary>Refuses a key on a command whose response is not stored; null where there is no key.</summary>
    /// <param name="request">The request.</param>
    /// <param name="command">The command's name.</param>
    public static Refusal? RefuseOn(HttpRequest request, string command) =>
        IdempotencyHeader.ReadFrom(request).Length == 0
            ? null
            : Refusal.Rule(
                "idempotency-key-not-accepted",
                $"The response of {command} holds a secret and is not stored, so it cannot be repeated. "
                    + $"Send {command} without {IdempotencyHeader.Name}; each time that it succeeds is recorded."
            );

    /// <summary>Returns the stored response, or a refusal where it belongs to another request or was erased.</summary>
    public IResult Replay(IdempotencyRecord stored)
    {
        if (stored.Request.Length == 0)
        {
            return Refusal
                .Rule(
                    "idempotency-response-erased",
                    "The command of this Idempotency-Key was carried out; its response was removed by an erasure. "
                        + "Use a new key for a new request."
                )
                .ToProblem();
        }

        // Builds before 29 November 2026 stored a hash without a key.
        return stored.Request == Request || stored.Request == earlierRequest
            ? stored.Answer
            : Refusal
                .Rule("idempotency-key-reused", "This Idempotency-Key was used for another request. Use a new key for a new request.")
                .ToProblem();
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
