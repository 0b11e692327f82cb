using Newsroom.Api.Commands;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Operations.Projections;
using Newsroom.Domain.Erasures;
using Newsroom.Domain.Kernel;
using Wolverine.Runtime;

namespace Newsroom.Api.Erasures;

/// <summary>Handles commands on erasures. An approved erasure is carried out in the transaction that records it.</summary>
public sealed class ErasureService(
    CommandHandler commands,
    ProjectionVerifier views,
    ErasureSettler settler,
    IWolverineRuntime messaging,
    CallingActor caller,
    TimeProvider clock
)
{
    /// <summary>Requests an erasure.</summary>
    public Task<IResult> RequestAsync(RequestErasure command, CancellationToken cancellationToken)
    {
        var withIssuer = WithIssuer(command);
        return commands.HandleAsync(
            new CommandRequest(ConfigurationCatalog.RequestErasure, command, "erasures"),
            transaction => new ErasureAttempt(transaction, Guid.CreateVersion7(clock.GetUtcNow()), withIssuer, caller.Actor),
            cancellationToken
        );
    }

    /// <summary>Approves and carries out an erasure.</summary>
    public Task<IResult> ApproveAsync(Guid id, ApproveErasure command, CancellationToken cancellationToken) =>
        HandleAsync(
            new CommandRequest(ConfigurationCatalog.ApproveErasure, command, $"erasure {id}") { IsOfOwner = true },
            transaction => new ApproveErasureAttempt(transaction, id, command, caller.Actor, views, settler, messaging, clock),
            cancellationToken
        );

    /// <summary>Rejects an erasure.</summary>
    public Task<IResult> RejectAsync(Guid id, RejectErasure command, CancellationToken cancellationToken) =>
        HandleAsync(
            new CommandRequest(ConfigurationCatalog.RejectErasure, command, $"erasure {id}"),
            transaction => new ErasureAttempt(transaction, id, command, caller.Actor),
            cancellationToken
        );

    // The role is checked first: without it a caller opens no connection of the database's owner, and sees no erasure.
    private async Task<IResult> HandleAsync(
        CommandRequest request,
        Func<CommandTransaction, ErasureAttempt> begin,
        CancellationToken cancellationToken
    ) =>
        request.Description.RefuseUnlessHeldBy(caller.Actor) is { } forbidden
            ? await commands.RefuseAsync(forbidden, request, cancellationToken)
            : await commands.HandleAsync(request, begin, cancellationToken);

    // As in every request, a user name without issuer belongs to the caller's issuer.
    private RequestErasure WithIssuer(RequestErasure command) =>
        command.Kind == ErasureKind.Person && command.Subject.Length > 0
            ? command with
            {
                Subject = caller.PersonOf(command.Subject),
            }
            : command;
}
