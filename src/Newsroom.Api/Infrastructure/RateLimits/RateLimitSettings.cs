using System.Globalization;
using Newsroom.Api.Infrastructure.Persistence;

namespace Newsroom.Api.Infrastructure.RateLimits;

/// <summary>Configures how many requests callers may send to a node.</summary>
/// <param name="IsOn">Whether requests are limited.</param>
/// <param name="Staff">The limit of each person.</param>
/// <param name="Service">The limit of each service account and subscriber.</param>
/// <param name="Anonymous">The limit of each client address, for requests without a valid token.</param>
internal sealed record RateLimitSettings(bool IsOn, RateLimit Staff, RateLimit Service, RateLimit Anonymous)
{
    /// <summary>The setting of whether requests are limited; true by default.</summary>
    public const string EnabledSetting = "RateLimits:Enabled";

    private const int MaxBurst = 100_000;

    private const int MaxPerMinute = 1_000_000;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingsException">A setting is not what is accepted.</exception>
    public static RateLimitSettings Of(IConfiguration configuration) =>
        new(
            IsOnIn(configuration[EnabledSetting]),
            LimitOf(configuration, "Staff", burst: 1000, perMinute: 6000),
            LimitOf(configuration, "Service", burst: 2000, perMinute: 12_000),
            LimitOf(configuration, "Anonymous", burst: 500, perMinute: 3000)
        );

    private static RateLimit LimitOf(IConfiguration configuration, string name, int burst, int perMinute) =>
        new(
            name.ToLowerInvariant(),
            NumberOf(configuration, $"RateLimits:{name}:Burst", burst, MaxBurst),
            NumberOf(configuration, $"RateLimits:{name}:PerMinute", perMinute, MaxPerMinute)
        );

    private static int NumberOf(IConfiguration configuration, string setting, int standard, int highest)
    {
        if (configuration[setting] is not { Length: > 0 } text)
        {
            return standard;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= highest
            ? number
            : throw new SettingsException($"{setting} is \"{text}\". Accepted: a number from 1 to {highest}.");
    }

    private static bool IsOnIn(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        return bool.TryParse(text, out var isOn)
            ? isOn
            : throw new SettingsException($"{EnabledSetting} is \"{text}\". Accepted: true or false.");
    }
}
