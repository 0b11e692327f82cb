using Microsoft.Extensions.Diagnostics.HealthChecks;
using Wolverine;
using Wolverine.Attributes;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace Newsroom.Api.Erasures;

/// <summary>
/// Settles an erasure: the durable message that is stored in the erasure's transaction. It contains the erasure's id, and no personal data.
/// </summary>
/// <param name="Erasure">The erasure.</param>
[MessageIdentity("settle-erasure")]
public sealed record SettleErasure(Guid Erasure);

/// <summary>Handles <see cref="SettleErasure"/>.</summary>
public static class SettleErasureHandler
{
    // Part of a stored message's destination: a later build must find the queue under the same name.
    private const string Queue = "erasures";

    private static readonly TimeSpan[] RetryDelays =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(15),
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
    ];

    /// <summary>Adds the services that settle erasures, and the health check that reports those that are not settled.</summary>
    public static IServiceCollection AddErasureSettlement(this IServiceCollection services)
    {
        services.AddSingleton<ErasureSettler>();
        services.AddHealthChecks().AddCheck<ErasureHealth>("erasures", HealthStatus.Degraded, ["ready"]);
        return services;
    }

    /// <summary>Sends the message through a durable local queue.</summary>
    public static void UseErasureSettlement(this WolverineOptions options)
    {
        options.PublishMessage<SettleErasure>().ToLocalQueue(Queue).UseDurableInbox();
        options.Discovery.IncludeType(typeof(SettleErasureHandler));
    }

    /// <summary>Retries the message until it succeeds, whatever failed.</summary>
    public static void Configure(HandlerChain chain) => chain.OnAnyException().ScheduleRetryIndefinitely(RetryDelays);

    /// <summary>Removes what projections wrote of the erased parts after the erasure.</summary>
    public static Task HandleAsync(SettleErasure message, ErasureSettler settler, CancellationToken cancellationToken) =>
        settler.SettleAsync(message.Erasure, cancellationToken);
}
