using FluentValidation;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Speakers;

namespace Newsroom.Api.Speakers;

/// <summary>Handles GET /speakers, GET /speakers/{speaker} and the commands on speakers.</summary>
public static class SpeakersEndpoint
{
    /// <summary>Lists the speakers.</summary>
    [EndpointSummary("List the speakers.")]
    [ProducesResponseType<Page<Speaker>>(StatusCodes.Status200OK)]
    public static async Task<IResult> ListAsync(IQuerySession session, CancellationToken cancellationToken) =>
        Paging.All(await session.Query<Speaker>().OrderBy(s => s.Id).ToListAsync(cancellationToken));

    /// <summary>Returns a speaker.</summary>
    [EndpointSummary("Get a speaker.")]
    [ProducesResponseType<Speaker>(StatusCodes.Status200OK)]
    public static async Task<IResult> GetAsync(string speaker, IQuerySession session, CancellationToken cancellationToken) =>
        await session.LoadAsync<Speaker>(speaker, cancellationToken) is { } known
            ? Results.Ok(known)
            : Refusal.NotFound("unknown-speaker", $"There is no speaker \"{speaker}\".").ToProblem();

    /// <summary>Registers a speaker under an id, or one derived from the name; with an identity, a confidential source.</summary>
    [EndpointSummary(
        "Register a speaker. With an identity the speaker is a confidential source: the name is public, the identity is sealed."
    )]
    [ProducesResponseType<Speaker>(StatusCodes.Status200OK)]
    [ProducesResponseType<Speaker>(StatusCodes.Status201Created)]
    public static Task<IResult> RegisterAsync(
        RegisterSpeaker command,
        SpeakerCommandHandler speakers,
        CancellationToken cancellationToken
    ) => speakers.RegisterAsync(command, cancellationToken);

    /// <summary>Seals the identity of a speaker.</summary>
    [EndpointSummary("Seal the identity of a speaker. Only reveal-identity returns it, and each access is recorded.")]
    [ProducesResponseType<Speaker>(StatusCodes.Status200OK)]
    public static Task<IResult> SealAsync(
        string speaker,
        SealIdentity command,
        SpeakerCommandHandler speakers,
        CancellationToken cancellationToken
    ) => speakers.SealAsync(speaker, command, cancellationToken);

    /// <summary>Reveals the identity of a confidential source.</summary>
    [EndpointSummary("Reveal the identity of a confidential source. The access is recorded before the answer.")]
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

/// <summary>The identity of a confidential source.</summary>
/// <param name="Speaker">The speaker.</param>
/// <param name="Identity">The identity.</param>
public sealed record RevealedIdentity(string Speaker, string Identity);

/// <summary>Validates <see cref="RegisterSpeaker"/>.</summary>
public sealed class RegisterSpeakerValidator : AbstractValidator<RegisterSpeaker>
{
    /// <summary>Requires a name, and a slug where an id is given.</summary>
    public RegisterSpeakerValidator()
    {
        RuleFor(s => s.Name).NotEmpty();
        RuleFor(s => s.Id).Slug();
    }
}
