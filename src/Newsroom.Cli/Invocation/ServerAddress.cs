using Newsroom.Cli.Runtime;
using Newsroom.Local;

namespace Newsroom.Cli.Invocation;

/// <summary>Finds the server: by option, by NEWSROOM_URL, or by the address in this machine's data directory.</summary>
internal static class ServerAddress
{
    public const string HowToStart =
        "Start a server with “dotnet run --project src/Newsroom.Api”, or name one with --server or NEWSROOM_URL.";

    public static Uri Find(string? option, CliEnvironment environment)
    {
        var address =
            NotBlank(option)
            ?? NotBlank(environment.Variable("NEWSROOM_URL"))
            ?? NotBlank(new DataDirectory(environment.DataPath).Address)
            ?? throw new UsageException($"No server found: there is no server address in {environment.DataPath}. {HowToStart}");
        return Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new UsageException($"\"{address}\" is not a server address. Use one such as http://localhost:5080.");
    }

    private static string? NotBlank(string? address) => string.IsNullOrWhiteSpace(address) ? null : address.Trim();
}
