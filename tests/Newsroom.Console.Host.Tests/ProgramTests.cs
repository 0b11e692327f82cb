namespace Newsroom.Console.Host.Tests;

public sealed class ProgramTests
{
    [Fact]
    public async Task Without_the_address_of_an_API_it_says_what_to_set()
    {
        using var console = ConsoleProcess.Start();
        var (code, error) = await console.ExitAsync();
        code.ShouldBe(1);
        error.ShouldContain("Set Console__Api");
    }

    [Fact]
    public async Task A_host_that_would_believe_every_client_does_not_start()
    {
        using var console = ConsoleProcess.Start(
            ("Console__Api", "http://127.0.0.1:1/"),
            ("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true")
        );
        var (code, error) = await console.ExitAsync();
        code.ShouldBe(1);
        error.ShouldContain("ForwardedHeaders:KnownProxies");
    }

    [Fact]
    public async Task A_secret_that_cannot_be_read_stops_it()
    {
        using var console = ConsoleProcess.Start(
            ("Console__Api", "http://127.0.0.1:1/"),
            ("Authentication__ConsoleClientSecret_FILE", "/none/secret")
        );
        var (code, error) = await console.ExitAsync();
        code.ShouldBe(1);
        error.ShouldContain("Authentication:ConsoleClientSecret_FILE names /none/secret");
    }

    [Fact]
    public async Task Outside_Development_it_needs_an_issuer()
    {
        using var console = ConsoleProcess.Start(
            ("ASPNETCORE_ENVIRONMENT", "Production"),
            ("Console__Api", "http://127.0.0.1:1/")
        );
        var (code, error) = await console.ExitAsync();
        code.ShouldBe(1);
        error.ShouldContain("Set Authentication__Authority");
    }
}
