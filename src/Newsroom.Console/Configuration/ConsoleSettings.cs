using Microsoft.Extensions.Configuration;

namespace Newsroom.Console.Configuration;

/// <summary>Reads the settings of the console. The API and <c>Newsroom.Console.Host</c> have the same settings.</summary>
public static class ConsoleSettings
{
    /// <summary>The setting with the address of the API.</summary>
    public const string Api = "Console:Api";

    private const string Sessions = "Console:Sessions";

    /// <summary>Reads the settings.</summary>
    /// <param name="configuration">The configuration of the process.</param>
    /// <param name="developmentData">The data directory of a Development host; null for others.</param>
    public static ConsoleOptions Read(IConfiguration configuration, string? developmentData)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var authentication = configuration.GetSection("Authentication");
        var authority = Given(authentication["Authority"]);
        return new ConsoleOptions
        {
            Api = configuration.GetValue<Uri?>(Api),
            SessionDirectory =
                Given(configuration[Sessions]) ?? (developmentData is null ? null : Path.Combine(developmentData, "console")),
            DevelopmentData = authority is null ? developmentData : null,
            Authority = authority,
            Audience = authentication["Audience"],
            ClientId = authentication["ConsoleClientId"] ?? new ConsoleOptions().ClientId,
            ClientSecret = authentication["ConsoleClientSecret"],
            Scopes = (authentication["Scopes"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
        };
    }

    /// <summary>Returns what a process that serves nothing but the console lacks; null where it has all settings.</summary>
    public static string? MissingIn(ConsoleOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Api is not { IsAbsoluteUri: true })
        {
            return "The console has no API. Set Console__Api to its address, such as https://newsroom.example/.";
        }

        return (options.Authority ?? options.DevelopmentData) is null
            ? "The console has no issuer to sign people in. Set Authentication__Authority to its name, as for the API."
            : null;
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
