using Newsroom.Api.Infrastructure.Messaging;
using Wolverine;
using Wolverine.Attributes;

namespace Newsroom.Api.Stories.Commands;

/// <summary>
/// Publishes a scheduled story: the durable message that is stored in the transaction of <c>schedule</c>. Time, words and person are read
/// from the record, so that a changed message publishes nothing else.
/// </summary>
/// <param name="Story">The story.</param>
/// <param name="Schedule">The version of the story that scheduled it.</param>
[MessageIdentity(Identity)]
public sealed record PublishScheduled(Guid Story, long Schedule)
{
    /// <summary>The name that the message is stored under.</summary>
    public const string Identity = "publish-scheduled";
}

/// <summary>Registers the handler of <see cref="PublishScheduled"/>.</summary>
internal static class PublishScheduledHandler
{
    private const string Queue = "schedules";

    private static readonly TimeSpan PollingInterval = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan[] RetryDelays =
    [
        TimeSpan.FromSeconds(1),
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(15),
        TimeSpan.FromMinutes(1),
    ];

    /// <summary>
    /// Handles the message until the publication, or the event that it failed, is stored, and looks for due messages every second.
    /// </summary>
    public static void UseScheduledPublication(this WolverineOptions options)
    {
        options.HandleDurably<PublishScheduled, ScheduledPublisher>(
            Queue,
            RetryDelays,
            (publisher, message, cancellationToken) => publisher.PublishAsync(message.Story, message.Schedule, cancellationToken)
        );
        options.Durability.ScheduledJobPollingTime = PollingInterval;
    }
}
