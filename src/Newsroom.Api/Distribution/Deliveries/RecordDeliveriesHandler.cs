using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Messaging;
using Newsroom.Api.Stories.Commands;
using Wolverine;

namespace Newsroom.Api.Distribution.Deliveries;

/// <summary>Registers the handler of <see cref="RecordDeliveries"/>.</summary>
internal static class RecordDeliveriesHandler
{
    private const string Queue = "deliveries";

    private static readonly TimeSpan[] RetryDelays =
    [
        TimeSpan.FromSeconds(1),
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(15),
        TimeSpan.FromMinutes(1),
    ];

    /// <summary>Handles the message until the deliveries are stored.</summary>
    public static void UseDeliveries(this WolverineOptions options) =>
        options.HandleDurably<RecordDeliveries, DeliveryRecorder>(
            Queue,
            RetryDelays,
            (recorder, message, cancellationToken) => recorder.RecordAsync(message.Story, message.Version, cancellationToken)
        );
}
