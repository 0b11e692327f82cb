using FluentValidation;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Commands;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Desks;

/// <summary>Handles GET /desks, GET and PUT /desks/{desk}.</summary>
public static class DesksEndpoint
{
    /// <summary>Lists all desks.</summary>
    [EndpointSummary("List the desks.")]
    [ProducesResponseType<Page<Desk>>(StatusCodes.Status200OK)]
    public static async Task<IResult> ListAsync(IQuerySession session, CancellationToken cancellationToken) =>
        Paging.All(await session.Query<Desk>().OrderBy(d => d.Id).ToListAsync(cancellationToken));

    /// <summary>Returns a desk.</summary>
    [EndpointSummary("Get a desk.")]
    [ProducesResponseType<Desk>(StatusCodes.Status200OK)]
    public static async Task<IResult> GetAsync(string desk, IQuerySession session, CancellationToken cancellationToken) =>
        await session.LoadAsync<Desk>(desk, cancellationToken) is { } known
            ? Results.Ok(known)
            : Refusal.NotFound("unknown-desk", $"There is no desk \"{desk}\".").ToProblem();

    /// <summary>Defines a desk, or changes its definition.</summary>
    [EndpointSummary("Define a desk, or change its definition.")]
    [ProducesResponseType<Desk>(StatusCodes.Status200OK)]
    [ProducesResponseType<Desk>(StatusCodes.Status201Created)]
    public static Task<IResult> PutAsync(
        string desk,
        DefineDesk definition,
        CallingActor caller,
        CommandHandler commands,
        CancellationToken cancellationToken
    ) =>
        commands.HandleAsync(
            new CommandRequest(ConfigurationCatalog.DefineDesk, definition, $"desk {desk}")
            {
                MaxAttempts = TransientRetry.MaxAttemptsOnOneStream,
            },
            transaction => new DefineDeskAttempt(transaction, desk, definition, caller.Actor),
            cancellationToken
        );
}

/// <summary>Validates <see cref="DefineDesk"/>.</summary>
public sealed class DefineDeskValidator : AbstractValidator<DefineDesk>
{
    /// <summary>Requires a name and a language.</summary>
    public DefineDeskValidator()
    {
        RuleFor(d => d.Name).NotEmpty();
        RuleFor(d => d.Language).NotEmpty().LanguageTag();
    }
}
