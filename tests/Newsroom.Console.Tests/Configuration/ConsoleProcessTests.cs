using System.Diagnostics;
using System.Net;
using Newsroom.Api.Tests;

namespace Newsroom.Console.Tests.Configuration;

/// <summary>The console in a process that has no API.</summary>
public sealed class ConsoleProcessTests(ConsoleHost host)
{
    private const string Listening = "Now listening on: ";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_serves_the_console_of_an_API_elsewhere_and_knows_the_sessions_in_the_same_directory()
    {
        using var ana = await Visitor.OfAsync(host, "Ana Lindqvist");
        using var process = Start(("Console__Api", $"{host.Address}"), ("NEWSROOM_DATA", host.Data));
        try
        {
            var address = await AddressAsync(process);
            using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
            using var visitor = new HttpClient(handler) { BaseAddress = address };
            using var first = await visitor.GetAsync("/", Cancellation);
            $"{first.Headers.Location}".ShouldBe("/console/");
            (await visitor.GetStringAsync("/health/live", Cancellation)).ShouldBe("Healthy");
            (await visitor.GetStringAsync("/console/sign-in", Cancellation)).ShouldContain("Ana Lindqvist");
            using var request = new HttpRequestMessage(HttpMethod.Get, "/console/desks/harbour");
            request.Headers.Add("Cookie", $"newsroom-console={ana.Cookie("newsroom-console").Value}");
            using var board = await visitor.SendAsync(request, Cancellation);
            board.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await board.Content.ReadAsStringAsync(Cancellation)).ShouldContain("Boatyard given until Christmas");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public async Task Without_the_address_of_an_API_it_says_what_to_set()
    {
        using var process = Start();
        (await process.StandardError.ReadToEndAsync(Cancellation)).ShouldContain("Set Console__Api");
        await process.WaitForExitAsync(Cancellation);
        process.ExitCode.ShouldBe(1);
    }

    private static Process Start(params IEnumerable<(string Name, string Value)> settings)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Newsroom.Console.Host");
        string[] arguments =
        [
            "exec",
            "--runtimeconfig",
            $"{program}.runtimeconfig.json",
            "--depsfile",
            $"{program}.deps.json",
            $"{program}.dll",
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static async Task<Uri> AddressAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync(Cancellation).AsTask().WaitAsync(Eventually.Timeout, Cancellation) is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                return new Uri(line[(at + Listening.Length)..]);
            }
        }

        throw new InvalidOperationException($"The console ended: {await process.StandardError.ReadToEndAsync(Cancellation)}");
    }
}
