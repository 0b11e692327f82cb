using Newsroom.Api.Infrastructure.Persistence;

namespace Newsroom.Api.Infrastructure.Idempotency;

/// <summary>Configures how long responses are stored for repeats.</summary>
/// <param name="KeepFor">The duration.</param>
public sealed record IdempotencyRetention(TimeSpan KeepFor)
{
    private const string Setting = "Idempotency:KeepFor";

    /// <summary>Reads the setting; 30 days by default.</summary>
    /// <exception cref="SettingsException">The setting is not a positive duration.</exception>
    public static IdempotencyRetention Of(IConfiguration configuration) =>
        new(DurationSetting.Of(configuration, Setting, TimeSpan.FromDays(30)));
}
