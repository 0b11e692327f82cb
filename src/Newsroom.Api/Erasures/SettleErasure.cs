using Microsoft.Extensions.Diagnostics.HealthChecks;
using Newsroom.Api.Infrastructure.Messaging;
using Wolverine;
using Wolverine.Attributes;

namespace Newsroom.Api.Erasures;

/// <summary>
/// Settles an erasure: the durable message that is stored in the erasure's transaction. It contains the erasure's id, and no personal data.
/// </summary>
/// <param name="Erasure">The erasure.</param>
[MessageIdentity("settle-erasure")]
public sealed record SettleErasure(Guid Erasure);

/// <summary>Registers what settles erasures.</summary>
internal static class SettleErasureHandler
{
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

    /// <summary>Handles the message until what projections wrote of the erased parts after the erasure is removed.</summary>
    public static void UseErasureSettlement(this WolverineOptions options) =>
        options.HandleDurably<SettleErasure, ErasureSettler>(
            Queue,
            RetryDelays,
            (settler, message, cancellationToken) => settler.SettleAsync(message.Erasure, cancellationToken)
        );
}
