using System.Net;
using Newsroom.Console.Host.Tests;

namespace Newsroom.Console.Tests.Configuration;

/// <summary>The console in a process that has no API.</summary>
public sealed class ConsoleProcessTests(ConsoleHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_serves_the_console_of_an_API_elsewhere_and_knows_the_sessions_in_the_same_directory()
    {
        using var ana = await Visitor.OfAsync(host, "Ana Lindqvist");
        using var console = ConsoleProcess.Start(("Console__Api", $"{host.Address}"), ("NEWSROOM_DATA", host.Data));
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var visitor = new HttpClient(handler) { BaseAddress = await console.AddressAsync() };
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
}
