using Newsroom.Api.Commands;
using Newsroom.Api.Distribution.Queue;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Subscribers;

namespace Newsroom.Api.Distribution.Subscribers;

/// <summary>Handles commands on subscribers, one at a time for each.</summary>
internal sealed class SubscriberCommandHandler(
    CommandHandler commands,
    CallingActor caller,
    SubscriberSettings settings,
    SubscriberSecrets secrets,
    DeliverySignal signal,
    TimeProvider clock
)
{
    /// <summary>Acknowledges a notice.</summary>
    public Task<IResult> AcknowledgeAsync(string id, AcknowledgeNotice command, CancellationToken cancellationToken) =>
        commands.HandleAsync(
            new CommandRequest(ConfigurationCatalog.Acknowledge, command, $"subscriber {id}"),
            transaction => new AcknowledgeAttempt(transaction, id, command, (caller.Actor, caller.Subscriber), clock),
            cancellationToken
        );

    /// <summary>Handles a command, and has the dispatcher look for what is due by it.</summary>
    public async Task<IResult> HandleAsync(
        string id,
        ConfigurationCommand description,
        SubscriberCommand command,
        CancellationToken cancellationToken
    )
    {
        var response = await commands.HandleAsync(
            new CommandRequest(description, command, $"subscriber {id}") { MaxAttempts = TransientRetry.MaxAttemptsOnOneStream },
            transaction => new SubscriberAttempt(transaction, id, command, caller.Actor, settings, secrets),
            cancellationToken
        );
        signal.Set();
        return response;
    }
}
