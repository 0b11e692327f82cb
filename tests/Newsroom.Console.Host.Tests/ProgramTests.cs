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
