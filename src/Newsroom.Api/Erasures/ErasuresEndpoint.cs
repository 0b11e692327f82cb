using FluentValidation;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Domain.Erasures;

namespace Newsroom.Api.Erasures;

/// <summary>
/// GET /erasures; POST /erasures/request-erasure, /erasures/{erasure}/approve-erasure, /erasures/{erasure}/reject-erasure
/// </summary>
public static class ErasuresEndpoint
{
    /// <summary>What was asked to be forgotten, and what became of it.</summary>
    [EndpointSummary("What was asked to be forgotten, on what basis, and what became of it; latest first.")]
    [ProducesResponseType<IReadOnlyList<Erasure>>(StatusCodes.Status200OK)]
    public static async Task<IResult> ListAsync(IQuerySession session, CancellationToken cancellationToken) =>
        Results.Ok(await session.Query<Erasure>().OrderByDescending(e => e.RequestedAt).ToListAsync(cancellationToken));

    /// <summary>Asks for something to be forgotten; a chief-editor approves it with approve-erasure.</summary>
    [EndpointSummary(
        "Asks for something to be forgotten: who a confidential source is, what a check rested on, a person's name. A chief-editor "
            + "approves it with approve-erasure."
    )]
    [ProducesResponseType<Erasure>(StatusCodes.Status201Created)]
    public static async Task<IResult> RequestAsync(RequestErasure command, ErasureService erasures, CancellationToken cancellationToken) =>
        await erasures.RequestAsync(command, cancellationToken);

    /// <summary>Approves an erasure and carries it out. What is erased cannot be brought back.</summary>
    [EndpointSummary(
        "Approves an erasure and carries it out at once. What is erased cannot be brought back; every proof stays valid and shows that "
            + "it was erased."
    )]
    [ProducesResponseType<Erasure>(StatusCodes.Status200OK)]
    public static Task<IResult> ApproveAsync(
        Guid erasure,
        ApproveErasure command,
        ErasureService erasures,
        CancellationToken cancellationToken
    ) => erasures.ApproveAsync(erasure, command, cancellationToken);

    /// <summary>Rejects an erasure.</summary>
    [EndpointSummary("Rejects an erasure: nothing is changed.")]
    [ProducesResponseType<Erasure>(StatusCodes.Status200OK)]
    public static Task<IResult> RejectAsync(
        Guid erasure,
        RejectErasure command,
        ErasureService erasures,
        CancellationToken cancellationToken
    ) => erasures.RejectAsync(erasure, command, cancellationToken);
}

/// <summary>The shape of <see cref="RequestErasure"/>.</summary>
public sealed class RequestErasureValidator : AbstractValidator<RequestErasure>
{
    /// <summary>What can be said without the rules.</summary>
    public RequestErasureValidator()
    {
        RuleFor(e => e.Subject).NotEmpty();
        RuleFor(e => e.Subject)
            .Must(s => s is null || ErasureSubject.TryParseEvidence(s, out _, out _))
            .When(e => e.Kind == ErasureKind.Evidence)
            .WithMessage(
                "The subject of evidence is the event of the check, or one piece of it, such as 01a20e64-e28b-753e-acd0-6739a53493d3/0."
            );
    }
}
