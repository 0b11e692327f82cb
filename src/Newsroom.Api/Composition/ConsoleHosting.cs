using Newsroom.Console;
using Newsroom.Console.Configuration;
using Newsroom.Local;

namespace Newsroom.Api.Composition;

/// <summary>Serves the web console in this host. The console calls the API over HTTP, as any other client.</summary>
internal static class ConsoleHosting
{
    /// <summary>Adds the console with the issuer of the API.</summary>
    public static void AddConsole(this WebApplicationBuilder builder, DataDirectory data, HostTitle? title) =>
        builder.Services.AddConsole(
            ConsoleSettings.Read(builder.Configuration, builder.Environment.IsDevelopment() ? data.Path : null) with
            {
                ApiHost = title?.Host,
            }
        );
}
