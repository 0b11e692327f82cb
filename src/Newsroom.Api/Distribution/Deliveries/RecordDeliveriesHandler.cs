using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Stories.Commands;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace Newsroom.Api.Distribution.Deliveries;

/// <summary>Handles <see cref="RecordDeliveries"/>.</summary>
public static class RecordDeliveriesHandler
{
    // Part of a stored message's destination: a later build must find the queue under the same name.
    private const string Queue = "deliveries";

    private static readonly TimeSpan[] RetryDelays =
    [
        TimeSpan.FromSeconds(1),
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(15),
        TimeSpan.FromMinutes(1),
    ];

    /// <summary>Sends the message through a durable local queue.</summary>
    public static void UseDeliveries(this WolverineOptions options)
    {
        options.PublishMessage<RecordDeliveries>().ToLocalQueue(Queue).UseDurableInbox();
        options.Discovery.IncludeType(typeof(RecordDeliveriesHandler));
    }

    /// <summary>Retries the message until the deliveries are stored, whatever failed.</summary>
    public static void Configure(HandlerChain chain) => chain.OnAnyException().ScheduleRetryIndefinitely(RetryDelays);

    /// <summary>Stores the deliveries.</summary>
    public static Task HandleAsync(RecordDeliveries message, DeliveryRecorder recorder, CancellationToken cancellationToken) =>
        recorder.RecordAsync(message.Story, message.Version, cancellationToken);
}
