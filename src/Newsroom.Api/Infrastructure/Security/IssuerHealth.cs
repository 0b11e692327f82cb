using System.Globalization;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Newsroom.Api.Infrastructure.Security;

/// <summary>
/// Degraded while the keys of the issuer cannot be read. Not unready: published pages need no token, and all nodes have the same issuer.
/// </summary>
internal sealed class IssuerHealth(IOptionsMonitor<JwtBearerOptions> bearer) : IHealthCheck
{
    /// <summary>The name of the check.</summary>
    public const string Name = "issuer";

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var keys = (IssuerKeys)bearer.Get(JwtBearerDefaults.AuthenticationScheme).ConfigurationManager!;
        try
        {
            await keys.GetConfigurationAsync(cancellationToken);
        }
        catch (IssuerUnavailableException failure)
        {
            return HealthCheckResult.Degraded($"{failure.Message} Requests with a token are answered with 503.", failure);
        }

        return keys is { Failure: { } reason, Read: { } read }
            ? HealthCheckResult.Degraded(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The keys of the issuer cannot be read. {reason} "
                        + $"Those of {read:u} are used until {read + IssuerKeys.MaxAgeWithoutIssuer:u}."
                )
            )
            : HealthCheckResult.Healthy();
    }
}
