using Newsroom.Api.Commands;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Policies;

namespace Newsroom.Api.Policies;

/// <summary>Handles commands on a desk's policies, one at a time.</summary>
public sealed class PolicyCommandHandler(CommandHandler commands, CallingActor caller, TimeProvider clock)
{
    /// <summary>Handles a command.</summary>
    public Task<IResult> HandleAsync(
        string desk,
        ConfigurationCommand description,
        PolicyCommand command,
        CancellationToken cancellationToken
    ) =>
        commands.HandleAsync(
            new CommandRequest(description, command, $"desk {desk}"),
            transaction => new PolicyAttempt(transaction, desk, command, caller.Actor, clock),
            cancellationToken
        );
}
