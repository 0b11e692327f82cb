using Newsroom.Api.Infrastructure.Persistence;

namespace Newsroom.Cli.Serving;

/// <summary>Where the newsroom is.</summary>
internal static class ServerAddress
{
    private const string HowToStart = "Start one with “dotnet run --project src/Newsroom.Api”, or name one with --server or NEWSROOM_URL.";

    /// <summary>A client of the newsroom that was named, by option, by NEWSROOM_URL, or by the one that runs on the machine's data directory.</summary>
    public static HttpClient Client(string? named, Machine machine)
    {
        var address = Given(named) ?? Given(machine.Variable("NEWSROOM_URL")) ?? Given(new DataDirectory(machine.Data).Address)
            ?? throw new LocalProblem($"There is no newsroom to ask: none has left its address in {machine.Data}. {HowToStart}");
        return Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? new HttpClient { BaseAddress = uri }
            : throw new LocalProblem($"\"{address}\" is not the address of a newsroom; one looks like http://localhost:5080.");
    }

    /// <summary>What to say when nobody answers.</summary>
    public static Unreachable Unreachable(Uri? address, string why) =>
        new($"No newsroom answers at {address}: {why.TrimEnd('.')}. {HowToStart}");

    private static string? Given(string? address) => string.IsNullOrWhiteSpace(address) ? null : address.Trim();
}
