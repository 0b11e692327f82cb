using Newsroom.Console;
using Newsroom.Console.Configuration;
using Newsroom.Local;

namespace Newsroom.Api.Composition;

/// <summary>Serves the web console in this host. The console calls the API over HTTP, as any other client.</summary>
internal static class ConsoleHosting
{
    private const string Api = "Console:Api";

    /// <summary>Adds the console with the issuer of the API.</summary>
    public static void AddConsole(this WebApplicationBuilder builder, DataDirectory data)
    {
        var authentication = builder.Configuration.GetSection("Authentication");
        var authority = authentication["Authority"] is { } named && !string.IsNullOrWhiteSpace(named) ? named : null;
        builder.Services.AddConsole(
            new ConsoleOptions
            {
                Api = builder.Configuration.GetValue<Uri?>(Api),
                DevelopmentData = authority is null && builder.Environment.IsDevelopment() ? data.Path : null,
                Authority = authority,
                Audience = authentication["Audience"],
                ClientId = authentication["ConsoleClientId"] ?? new ConsoleOptions().ClientId,
                ClientSecret = authentication["ConsoleClientSecret"],
                Scopes = (authentication["Scopes"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
            }
        );
    }
}
