using FluentValidation;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Erasures;

namespace Newsroom.Api.Erasures;

/// <summary>
/// GET /erasures; POST /erasures/request-erasure, /erasures/{erasure}/approve-erasure, /erasures/{erasure}/reject-erasure
/// </summary>
public static class ErasuresEndpoint
{
    /// <summary>Lists erasures.</summary>
    [EndpointSummary("List erasures with their legal basis and state, latest first.")]
    [ProducesResponseType<Page<Erasure>>(StatusCodes.Status200OK)]
    public static async Task<IResult> ListAsync(IQuerySession session, CancellationToken cancellationToken) =>
        Paging.All(await session.Query<Erasure>().OrderByDescending(e => e.RequestedAt).ToListAsync(cancellationToken));

    /// <summary>Requests an erasure.</summary>
    [EndpointSummary(
        "Request the erasure of a confidential source's identity, the evidence of a check, or a person's name. A chief-editor "
            + "approves it with approve-erasure."
    )]
    [ProducesResponseType<Erasure>(StatusCodes.Status201Created)]
    public static async Task<IResult> RequestAsync(RequestErasure command, ErasureService erasures, CancellationToken cancellationToken) =>
        await erasures.RequestAsync(command, cancellationToken);

    /// <summary>Approves and carries out an erasure. It cannot be undone.</summary>
    [EndpointSummary(
        "Approve an erasure and carry it out at once. It cannot be undone; proofs stay valid and show that parts were erased."
    )]
    [ProducesResponseType<Erasure>(StatusCodes.Status200OK)]
    public static Task<IResult> ApproveAsync(
        Guid erasure,
        ApproveErasure command,
        ErasureService erasures,
        CancellationToken cancellationToken
    ) => erasures.ApproveAsync(erasure, command, cancellationToken);

    /// <summary>Rejects an erasure.</summary>
    [EndpointSummary("Reject an erasure; nothing is changed.")]
    [ProducesResponseType<Erasure>(StatusCodes.Status200OK)]
    public static Task<IResult> RejectAsync(
        Guid erasure,
        RejectErasure command,
        ErasureService erasures,
        CancellationToken cancellationToken
    ) => erasures.RejectAsync(erasure, command, cancellationToken);
}

/// <summary>Validates <see cref="RequestErasure"/>.</summary>
public sealed class RequestErasureValidator : AbstractValidator<RequestErasure>
{
    /// <summary>Adds the rules.</summary>
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
