using System.Globalization;
using Newsroom.Api.Infrastructure.Persistence;

namespace Newsroom.Api.Infrastructure.Idempotency;

/// <summary>Configures how long responses are stored for repeats.</summary>
/// <param name="KeepFor">The duration.</param>
public sealed record IdempotencyRetention(TimeSpan KeepFor)
{
    private const string Setting = "Idempotency:KeepFor";

    /// <summary>Reads the setting; 30 days by default.</summary>
    /// <exception cref="SettingsException">The setting is not a positive duration.</exception>
    public static IdempotencyRetention Of(IConfiguration configuration)
    {
        if (configuration[Setting] is not { Length: > 0 } given)
        {
            return new IdempotencyRetention(TimeSpan.FromDays(30));
        }

        return TimeSpan.TryParse(given, CultureInfo.InvariantCulture, out var time) && time > TimeSpan.Zero
            ? new IdempotencyRetention(time)
            : throw new SettingsException($"{Setting} is “{given}”. Accepted: a time such as 30.00:00:00 (days.hours:minutes:seconds).");
    }
}
