using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Stories.Commands;

/// <summary>A request that may be repeated (draft-ietf-httpapi-idempotency-key-header).</summary>
/// <param name="Key">The caller and their key.</param>
/// <param name="Request">What is asked.</param>
public sealed record Idempotency(string Key, string Request)
{
    /// <summary>The header.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>The request's idempotency, or null when it has no key. The key may be a structured string, in quote marks, or bare.</summary>
    public static Idempotency? Of(HttpRequest request, Actor actor, StoryCommand command, long? basedOn) =>
        request.Headers[Header].ToString().Trim().Trim('"') is { Length: > 0 } key
            ? new Idempotency(IdempotentAnswer.KeyOf(actor.Person, key), IdempotentAnswer.RequestOf(request.Path, command, basedOn))
            : null;

    /// <summary>The answer given before; refused when it was given to another request.</summary>
    public IResult Repeat(IdempotentAnswer before) =>
        before.Request == Request
            ? before.Answer
            : Refusal
                .Rule("idempotency-key-reused", "This Idempotency-Key was used for another request. Use a new key for a new request.")
                .ToProblem();
}
