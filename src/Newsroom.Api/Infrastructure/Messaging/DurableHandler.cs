using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Runtime;
using Wolverine.Runtime.Handlers;

namespace Newsroom.Api.Infrastructure.Messaging;

/// <summary>
/// Handles a durable message with a singleton service, and retries it until that succeeds, whatever failed. Wolverine generates no code
/// for it, so that a host has no compiler.
/// </summary>
/// <param name="handleAsync">Handles a message.</param>
/// <param name="retryDelays">The delays before the attempts after the first. The last is repeated.</param>
/// <typeparam name="TMessage">The message.</typeparam>
/// <typeparam name="TService">The service.</typeparam>
internal sealed class DurableHandler<TMessage, TService>(
    Func<TService, TMessage, CancellationToken, Task> handleAsync,
    TimeSpan[] retryDelays
) : MessageHandler<TMessage>
    where TService : notnull
{
    /// <inheritdoc/>
    public override void ConfigureChain(HandlerChain chain) => chain.OnAnyException().ScheduleRetryIndefinitely(retryDelays);

    /// <inheritdoc/>
    protected override Task HandleAsync(TMessage message, MessageContext context, CancellationToken cancellation) =>
        handleAsync(context.Runtime.Services.GetRequiredService<TService>(), message, cancellation);
}

/// <summary>Registers the handlers of durable messages.</summary>
internal static class DurableHandlers
{
    /// <summary>Sends a message through a durable local queue, and handles it with a singleton service until that succeeds.</summary>
    /// <param name="options">The options.</param>
    /// <param name="queue">The queue, part of a stored message's destination: a later build must find it under the same name.</param>
    /// <param name="retryDelays">The delays before the attempts after the first. The last is repeated.</param>
    /// <param name="handleAsync">Handles a message.</param>
    /// <typeparam name="TMessage">The message.</typeparam>
    /// <typeparam name="TService">The service.</typeparam>
    public static void HandleDurably<TMessage, TService>(
        this WolverineOptions options,
        string queue,
        TimeSpan[] retryDelays,
        Func<TService, TMessage, CancellationToken, Task> handleAsync
    )
        where TService : notnull
    {
        options.PublishMessage<TMessage>().ToLocalQueue(queue).UseDurableInbox();
        options.AddMessageHandler(new DurableHandler<TMessage, TService>(handleAsync, retryDelays));
    }
}
