using System.Buffers.Text;
using System.Text.Json.Nodes;

namespace Newsroom.Api.Tests.Cli;

public class TokenTests
{
    private readonly string data = Directory.CreateTempSubdirectory("newsroom-").FullName;

    [Fact]
    public async Task A_token_names_its_user_and_every_role()
    {
        var printed = await Terminal.Type(machine => machine with { Data = data }, "token", "--user", "ana", "--role", "editor", "--role", "fact-checker", "--hours", "3");

        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(printed.Out.Trim().Split('.')[1]))!;
        claims["sub"]!.GetValue<string>().ShouldBe("ana");
        claims["roles"]!.ToJsonString().ShouldBe("""["editor","fact-checker"]""");
        (claims["exp"]!.GetValue<long>() - claims["nbf"]!.GetValue<long>()).ShouldBe(3 * 3600);
        printed.Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ASPNETCORE_ENVIRONMENT", "Production")]
    [InlineData("DOTNET_ENVIRONMENT", "Production")]
    [InlineData("ASPNETCORE_ENVIRONMENT", "Staging")]
    [InlineData("DOTNET_ENVIRONMENT", "Testing")]
    public async Task No_environment_but_Development_makes_any(string variable, string environment)
    {
        var refused = await Terminal.Type(
            machine => machine with { Data = data, Variable = name => name == variable ? environment : null },
            "token", "--user", "ana", "--role", "editor");

        refused.Code.ShouldBe(1);
        refused.Out.ShouldBeEmpty();
        refused.Said.ShouldStartWith($"Tokens are only made in Development ({variable} is {environment})");
        Directory.EnumerateFileSystemEntries(data).ShouldBeEmpty();
    }

    [Fact]
    public async Task Roles_that_do_not_combine_make_none()
    {
        var refused = await Terminal.Type(machine => machine with { Data = data }, "token", "--user", "ana", "--role", "auditor", "--role", "editor");

        refused.Code.ShouldBe(1);
        refused.Said.ShouldStartWith("auditor combines with no other");
    }
}
