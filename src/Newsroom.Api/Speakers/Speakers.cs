using FluentValidation;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Hosting;
using Newsroom.Api.Refusing;
using Newsroom.Domain;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Stories;
using Wolverine.Http;

namespace Newsroom.Api.Speakers;

/// <summary>GET /speakers, GET /speakers/{speaker}, POST /speakers/register-speaker</summary>
public static class SpeakersEndpoint
{
    /// <summary>Everybody who can be quoted.</summary>
    [EndpointSummary("Everybody who can be quoted.")]
    [ProducesResponseType<IReadOnlyList<Speaker>>(StatusCodes.Status200OK)]
    [WolverineGet("/speakers")]
    public static async Task<IResult> List(IQuerySession session, CancellationToken cancel) =>
        Results.Ok(await session.Query<Speaker>().OrderBy(s => s.Id).ToListAsync(cancel));

    /// <summary>One speaker.</summary>
    [EndpointSummary("One speaker.")]
    [ProducesResponseType<Speaker>(StatusCodes.Status200OK)]
    [WolverineGet("/speakers/{speaker}")]
    public static async Task<IResult> Get(string speaker, IQuerySession session, CancellationToken cancel) =>
        await session.LoadAsync<Speaker>(speaker, cancel) is { } known
            ? Results.Ok(known)
            : Refusal.NotFound("unknown-speaker", $"There is no speaker \"{speaker}\".").ToProblem();

    /// <summary>Registers a speaker under an id, or one made from the name.</summary>
    [EndpointSummary("Registers a speaker under an id, or one made from the name.")]
    [ProducesResponseType<Speaker>(StatusCodes.Status200OK)]
    [WolverinePost("/speakers/register-speaker")]
    public static async Task<IResult> Register(RegisterSpeaker command, IDocumentStore store, CallingActor caller, RefusalRecord refusals, CancellationToken cancel)
    {
        var speaker = new Speaker(command.Id ?? Slug.From(command.Name), command.Name, command.Description);
        await using var session = store.RecordingSession(caller.Actor, ConfigurationList.RegisterSpeaker.Name);
        if (Configuring.RefuseSpeaker(speaker, await session.LoadAsync<Speaker>(speaker.Id, cancel), caller.Actor) is { } refusal)
        {
            return await refusals.Answer(refusal, caller.Actor, ConfigurationList.RegisterSpeaker.Name, command, $"speaker {speaker.Id}", story: null, cancel);
        }

        session.Events.StartStream(Record.StreamOf("speaker", speaker.Id), new SpeakerRegistered(speaker));
        await session.SaveChangesAsync(cancel);
        return Results.Created($"/speakers/{speaker.Id}", speaker);
    }
}

/// <summary>Who a speaker is.</summary>
/// <param name="Name">As it is printed.</param>
public sealed record RegisterSpeaker(string Name)
{
    /// <summary>Lower-case words joined by hyphens; made from the name when not given.</summary>
    public string? Id { get; init; }

    /// <summary>Office, place.</summary>
    public string Description { get; init; } = "";
}

/// <summary>The shape of <see cref="RegisterSpeaker"/>.</summary>
public sealed class RegisterSpeakerValidator : AbstractValidator<RegisterSpeaker>
{
    /// <summary>A name, and an id that can stand in an address.</summary>
    public RegisterSpeakerValidator()
    {
        RuleFor(s => s.Name).NotEmpty().MaximumLength(200);
        RuleFor(s => s.Id).Slug();
        RuleFor(s => s.Description).Sentence();
    }
}
