using FluentValidation;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Speakers;

namespace Newsroom.Api.Speakers;

/// <summary>GET /speakers, GET /speakers/{speaker}, POST /speakers/register-speaker</summary>
public static class SpeakersEndpoint
{
    /// <summary>Everybody who can be quoted.</summary>
    [EndpointSummary("Everybody who can be quoted.")]
    [ProducesResponseType<IReadOnlyList<Speaker>>(StatusCodes.Status200OK)]
    public static async Task<IResult> ListAsync(IQuerySession session, CancellationToken cancellationToken) =>
        Results.Ok(await session.Query<Speaker>().OrderBy(s => s.Id).ToListAsync(cancellationToken));

    /// <summary>One speaker.</summary>
    [EndpointSummary("One speaker.")]
    [ProducesResponseType<Speaker>(StatusCodes.Status200OK)]
    public static async Task<IResult> GetAsync(string speaker, IQuerySession session, CancellationToken cancellationToken) =>
        await session.LoadAsync<Speaker>(speaker, cancellationToken) is { } known
            ? Results.Ok(known)
            : Refusal.NotFound("unknown-speaker", $"There is no speaker \"{speaker}\".").ToProblem();

    /// <summary>Registers a speaker under an id, or one made from the name; with an identity, a confidential source.</summary>
    [EndpointSummary(
        "Registers a speaker under an id, or one made from the name. With an identity it is a confidential source: the name is what "
            + "readers may know, the identity is sealed."
    )]
    [ProducesResponseType<Speaker>(StatusCodes.Status200OK)]
    public static Task<IResult> RegisterAsync(
        RegisterSpeaker command,
        SpeakerCommandHandler speakers,
        CancellationToken cancellationToken
    ) => speakers.RegisterAsync(command, cancellationToken);

    /// <summary>Seals who a speaker really is.</summary>
    [EndpointSummary("Seals who a speaker really is. Only reveal-identity tells it, and each time is on the record.")]
    [ProducesResponseType<Speaker>(StatusCodes.Status200OK)]
    public static Task<IResult> SealAsync(
        string speaker,
        SealIdentity command,
        SpeakerCommandHandler speakers,
        CancellationToken cancellationToken
    ) => speakers.SealAsync(speaker, command, cancellationToken);

    /// <summary>Tells who a confidential source really is.</summary>
    [EndpointSummary(
        "Tells who a confidential source really is, to legal and the chief-editor. That they were told, and why, is on the record "
            + "before they are."
    )]
    [ProducesResponseType<RevealedIdentity>(StatusCodes.Status200OK)]
    public static Task<IResult> RevealAsync(
        string speaker,
        RevealIdentity command,
        HttpContext http,
        SpeakerCommandHandler speakers,
        CancellationToken cancellationToken
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        return speakers.RevealAsync(speaker, command, cancellationToken);
    }
}

/// <summary>Who a confidential source really is.</summary>
/// <param name="Speaker">The speaker.</param>
/// <param name="Identity">What was sealed.</param>
public sealed record RevealedIdentity(string Speaker, string Identity);

/// <summary>The shape of <see cref="RegisterSpeaker"/>.</summary>
public sealed class RegisterSpeakerValidator : AbstractValidator<RegisterSpeaker>
{
    /// <summary>A name, and an id that can stand in an address.</summary>
    public RegisterSpeakerValidator()
    {
        RuleFor(s => s.Name).NotEmpty();
        RuleFor(s => s.Id).Slug();
    }
}
