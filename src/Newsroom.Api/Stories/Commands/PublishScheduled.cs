using Wolverine;
using Wolverine.Attributes;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

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

/// <summary>Handles <see cref="PublishScheduled"/>.</summary>
public static class PublishScheduledHandler
{
    // Part of a stored message's destination: a later build must find the queue under the same name.
    private const string Queue = "schedules";

    private static readonly TimeSpan PollingInterval = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan[] RetryDelays =
    [
        TimeSpan.FromSeconds(1),
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(15),
        TimeSpan.FromMinutes(1),
    ];

    /// <summary>Sends the message through a durable local queue, and looks for due messages every second.</summary>
    public static void UseScheduledPublication(this WolverineOptions options)
    {
        options.PublishMessage<PublishScheduled>().ToLocalQueue(Queue).UseDurableInbox();
        options.Discovery.IncludeType(typeof(PublishScheduledHandler));
        options.Durability.ScheduledJobPollingTime = PollingInterval;
    }

    /// <summary>Retries the message until the publication, or the event that it failed, is stored.</summary>
    public static void Configure(HandlerChain chain) => chain.OnAnyException().ScheduleRetryIndefinitely(RetryDelays);

    /// <summary>Publishes the story, or records why it is not published.</summary>
    public static Task HandleAsync(PublishScheduled message, ScheduledPublisher publisher, CancellationToken cancellationToken) =>
        publisher.PublishAsync(message.Story, message.Schedule, cancellationToken);
}
