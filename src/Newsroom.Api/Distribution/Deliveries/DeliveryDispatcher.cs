using System.Collections.Concurrent;
using System.Diagnostics;
using Marten;
using Newsroom.Api.Distribution.Queue;
using Newsroom.Api.Distribution.Subscribers;
using Newsroom.Domain.Subscribers;

namespace Newsroom.Api.Distribution.Deliveries;

/// <summary>
/// Sends the deliveries that are due. The number of requests to one subscriber at a time is limited, so a slow or unreachable subscriber
/// does not delay the others. The nodes share the work: a delivery is sent by the node that holds its lease.
/// </summary>
internal sealed partial class DeliveryDispatcher(
    DeliveryQueue queue,
    DeliveryWriter writer,
    WebhookSender sender,
    SubscriberSecrets secrets,
    GoneSubscribers gone,
    DeliveryMetrics metrics,
    DeliveryCounts counts,
    DeliverySettings settings,
    DeliverySignal signal,
    IDocumentStore store,
    TimeProvider clock,
    ILogger<DeliveryDispatcher> log
) : BackgroundService
{
    // The deliveries that other nodes record, and those of a node that was lost, are found after this time at the latest.
    private static readonly TimeSpan PollingInterval = TimeSpan.FromSeconds(5);

    // A delivery that could not be made here is due again before, so that its failure is reported until it succeeds.
    private static readonly TimeSpan Reported = DeliveryQueue.Lease * 4;

    private readonly ConcurrentDictionary<string, int> busy = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Guid, Task> sending = new();
    private readonly ConcurrentDictionary<Guid, (string Problem, DateTimeOffset At)> failing = new();
    private string? unreadable;

    /// <summary>Gets what is wrong here; null for nothing. Failures of subscribers are in the log of deliveries.</summary>
    public string? Problem =>
        unreadable
        ?? failing.Values.Where(failure => clock.GetUtcNow() - failure.At < Reported).Select(failure => failure.Problem).FirstOrDefault();

    /// <summary>Begins to send what is due.</summary>
    /// <returns>The number of deliveries that were begun.</returns>
    internal async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        var claimed = await queue.ClaimAsync(busy.ToArray(), settings.MaxInFlight, cancellationToken);
        if (claimed.Count == 0)
        {
            return 0;
        }

        await using var session = store.QuerySession();
        var ids = claimed.Select(delivery => delivery.Subscriber).Distinct().ToArray();
        var loaded = await session.LoadManyAsync<Subscriber>(cancellationToken, ids);
        var subscribers = loaded.ToDictionary(subscriber => subscriber.Id);
        foreach (var delivery in claimed)
        {
            busy.AddOrUpdate(delivery.Subscriber, 1, (_, count) => count + 1);
            var subscriber = subscribers[delivery.Subscriber];
            sending[delivery.Id] = Task.Run(
                () => SendAsync(delivery, subscriber, cancellationToken),
                CancellationToken.None
            );
        }

        return claimed.Count;
    }

    /// <summary>Waits until nothing is being sent.</summary>
    internal async Task DrainAsync()
    {
        while (!sending.IsEmpty)
        {
            await Task.WhenAll(sending.Values);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Sends)
        {
            return;
        }

        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await signal.WaitAsync(await SendAsync(stoppingToken), clock, stoppingToken);
            }
        }
        finally
        {
            await DrainAsync();
        }
    }

    /// <summary>Sends what is due.</summary>
    /// <returns>The time until something else may be due.</returns>
    private async Task<TimeSpan> SendAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SendDueAsync(cancellationToken);
            await counts.RefreshAsync(cancellationToken);
            var next = await queue.NextDueAsync(cancellationToken);
            unreadable = null;
            var wait = (next ?? DateTimeOffset.MaxValue) - clock.GetUtcNow();
            return wait > TimeSpan.Zero && wait < PollingInterval ? wait : PollingInterval;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            unreadable = $"Deliveries cannot be read: {failure.Message}";
            NotRead(log, failure);
            return PollingInterval;
        }
    }

    private async Task SendAsync(ClaimedDelivery delivery, Subscriber subscriber, CancellationToken cancellationToken)
    {
        using var span = DeliveryTraces.Start(delivery);
        try
        {
            var attempt = await AttemptAsync(delivery, subscriber, cancellationToken);
            span.SetStatus(attempt.IsAccepted ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
            var retryIn = attempt.IsAccepted
                ? null
                : RetrySchedule.DelayAfter(delivery.Attempts + 1, Random.Shared.NextDouble(), attempt.RetryAfter);
            // An attempt that was made is stored, even when the host stops.
            await queue.SettleAsync(delivery.Id, attempt, retryIn, CancellationToken.None);
            failing.TryRemove(delivery.Id, out _);
            metrics.Count(attempt);
            if (attempt.IsGone)
            {
                await gone.PauseAsync(subscriber.Id, CancellationToken.None);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            span.SetStatus(ActivityStatusCode.Error);
            failing[delivery.Id] = ($"A delivery to {subscriber.Id} could not be made or stored: {failure.Message}", clock.GetUtcNow());
            NotSent(log, failure, delivery.Id, subscriber.Id);
        }
        catch (OperationCanceledException)
        {
            // The host stops: the delivery is due again when its lease has ended.
        }
        finally
        {
            busy.AddOrUpdate(delivery.Subscriber, 0, (_, count) => count - 1);
            sending.TryRemove(delivery.Id, out _);
            signal.Set();
        }
    }

    private async Task<DeliveryAttempt> AttemptAsync(ClaimedDelivery delivery, Subscriber subscriber, CancellationToken cancellationToken)
    {
        var keys = await secrets.ReadAsync(subscriber.Id, clock.GetUtcNow(), cancellationToken);
        if (keys.Count == 0)
        {
            throw new InvalidOperationException($"{subscriber.Id} has no secret to sign with: rotate it.");
        }

        var body = await writer.WriteAsync(delivery, subscriber.Format, cancellationToken);
        return await sender.SendAsync(subscriber.Url, $"{delivery.Id}", body, keys, cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "Deliveries could not be read; retrying in seconds.")]
    private static partial void NotRead(ILogger log, Exception failure);

    [LoggerMessage(LogLevel.Warning, "Delivery {Delivery} to {Subscriber} could not be made or stored; it is due again in seconds.")]
    private static partial void NotSent(ILogger log, Exception failure, Guid delivery, string subscriber);
}
