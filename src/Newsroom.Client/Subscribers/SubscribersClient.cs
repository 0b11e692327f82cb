using Newsroom.Client.Http;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Subscribers;

namespace Newsroom.Client.Subscribers;

/// <summary>Reads and commands subscribers.</summary>
public sealed class SubscribersClient
{
    private readonly ApiConnection connection;

    internal SubscribersClient(ApiConnection connection) => this.connection = connection;

    /// <summary>Reads all subscribers, those that were removed too.</summary>
    public Task<ApiResponse<Page<SubscriberDetails>>> ListAsync(CancellationToken cancellationToken = default) =>
        connection.SendAsync<Page<SubscriberDetails>>(ApiRequest.Get("subscribers"), cancellationToken);

    /// <summary>Reads a subscriber.</summary>
    public Task<ApiResponse<SubscriberDetails>> GetAsync(string subscriber, CancellationToken cancellationToken = default) =>
        connection.SendAsync<SubscriberDetails>(ApiRequest.Get(PathOf(subscriber)), cancellationToken);

    /// <summary>Reads one page of the events of a subscriber, oldest first.</summary>
    public Task<ApiResponse<Page<SubscriberHistoryEntry>>> GetHistoryAsync(
        string subscriber,
        PageRequest? page = null,
        CancellationToken cancellationToken = default
    ) =>
        connection.SendAsync<Page<SubscriberHistoryEntry>>(
            ApiRequest.Get($"{PathOf(subscriber)}/history", (page ?? new PageRequest()).Parameters),
            cancellationToken
        );

    /// <summary>Registers a subscriber. The answer has its secret, once.</summary>
    public Task<ApiResponse<SubscriberWithSecret>> RegisterAsync(
        RegisterSubscriber registration,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    ) =>
        connection.SendAsync<SubscriberWithSecret>(
            ApiRequest.Post($"subscribers/{ConfigurationCatalog.RegisterSubscriber.Name}", registration, idempotencyKey),
            cancellationToken
        );

    /// <summary>Changes a subscriber.</summary>
    public Task<ApiResponse<SubscriberDetails>> ChangeAsync(
        string subscriber,
        ChangeSubscriber change,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    ) => SendAsync<SubscriberDetails>(subscriber, ConfigurationCatalog.ChangeSubscriber, change, idempotencyKey, cancellationToken);

    /// <summary>Pauses a subscriber.</summary>
    public Task<ApiResponse<SubscriberDetails>> PauseAsync(
        string subscriber,
        string reason,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    ) => SendAsync<SubscriberDetails>(subscriber, ConfigurationCatalog.PauseSubscriber, new { reason }, idempotencyKey, cancellationToken);

    /// <summary>Resumes a subscriber.</summary>
    public Task<ApiResponse<SubscriberDetails>> ResumeAsync(
        string subscriber,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    ) => SendAsync<SubscriberDetails>(subscriber, ConfigurationCatalog.ResumeSubscriber, new { }, idempotencyKey, cancellationToken);

    /// <summary>Makes a new secret for a subscriber. The answer has it, once.</summary>
    public Task<ApiResponse<SubscriberWithSecret>> RotateSecretAsync(
        string subscriber,
        int? overlapHours = null,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    ) =>
        SendAsync<SubscriberWithSecret>(
            subscriber,
            ConfigurationCatalog.RotateSecret,
            new RotateSecret { OverlapHours = overlapHours },
            idempotencyKey,
            cancellationToken
        );

    /// <summary>Sends a notice to a subscriber again.</summary>
    public Task<ApiResponse<SubscriberDetails>> RedeliverAsync(
        string subscriber,
        Guid delivery,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    ) => SendAsync<SubscriberDetails>(subscriber, ConfigurationCatalog.Redeliver, new { delivery }, idempotencyKey, cancellationToken);

    /// <summary>Sends all notices since an instant to a subscriber again.</summary>
    public Task<ApiResponse<SubscriberDetails>> ReplayDeliveriesAsync(
        string subscriber,
        DateTimeOffset since,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    ) => SendAsync<SubscriberDetails>(subscriber, ConfigurationCatalog.ReplayDeliveries, new { since }, idempotencyKey, cancellationToken);

    /// <summary>Reads one page of the deliveries to a subscriber, newest first.</summary>
    public Task<ApiResponse<Page<Delivery>>> GetDeliveriesAsync(
        string subscriber,
        string? state = null,
        PageRequest? page = null,
        CancellationToken cancellationToken = default
    ) =>
        connection.SendAsync<Page<Delivery>>(
            ApiRequest.Get(
                $"{PathOf(subscriber)}/deliveries",
                [("state", (object?)state), .. (page ?? new PageRequest()).Parameters]
            ),
            cancellationToken
        );

    /// <summary>Reads one page of the notices that subscribers have not acknowledged, oldest first.</summary>
    public Task<ApiResponse<Page<Delivery>>> GetUnacknowledgedAsync(
        PageRequest? page = null,
        CancellationToken cancellationToken = default
    ) =>
        connection.SendAsync<Page<Delivery>>(
            ApiRequest.Get("deliveries/unacknowledged", (page ?? new PageRequest()).Parameters),
            cancellationToken
        );

    /// <summary>Removes a subscriber.</summary>
    public Task<ApiResponse<SubscriberDetails>> RemoveAsync(
        string subscriber,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    ) => SendAsync<SubscriberDetails>(subscriber, ConfigurationCatalog.RemoveSubscriber, new { }, idempotencyKey, cancellationToken);

    /// <summary>Acknowledges a notice, with a token of the subscriber.</summary>
    public Task<ApiResponse<Acknowledgement>> AcknowledgeAsync(
        string subscriber,
        Guid delivery,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    ) => SendAsync<Acknowledgement>(subscriber, ConfigurationCatalog.Acknowledge, new { delivery }, idempotencyKey, cancellationToken);

    private Task<ApiResponse<T>> SendAsync<T>(
        string subscriber,
        ConfigurationCommand command,
        object body,
        string? idempotencyKey,
        CancellationToken cancellationToken
    ) => connection.SendAsync<T>(ApiRequest.Post($"{PathOf(subscriber)}/{command.Name}", body, idempotencyKey), cancellationToken);

    private static string PathOf(string subscriber) => $"subscribers/{Uri.EscapeDataString(subscriber)}";
}
