using System.Buffers.Text;
using System.Text.Json.Nodes;

namespace Newsroom.Cli.Tests.Tokens;

public sealed class TokenCommandTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("newsroom-").FullName;

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Fact]
    public async Task A_token_contains_its_user_and_every_role()
    {
        var printed = await TypeAsync("token", "--user", "ana", "--role", "editor", "--role", "fact-checker", "--hours", "3");

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
    public async Task Tokens_are_only_created_in_Development(string variable, string name)
    {
        var refused = await Terminal.TypeAsync(
            environment => environment with { DataPath = data, Variable = v => v == variable ? name : null },
            "token",
            "--user",
            "ana",
            "--role",
            "editor"
        );

        refused.Code.ShouldBe(1);
        refused.Out.ShouldBeEmpty();
        refused.Said.ShouldStartWith($"Tokens are only created in Development ({variable} is {name}).");
        Directory.EnumerateFileSystemEntries(data).ShouldBeEmpty();
    }

    [Fact]
    public async Task Roles_that_do_not_combine_are_refused()
    {
        var refused = await TypeAsync("token", "--user", "ana", "--role", "auditor", "--role", "editor");

        refused.Code.ShouldBe(1);
        refused.Said.ShouldStartWith("The role auditor cannot be combined with other roles");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("8761")]
    public async Task The_lifetime_is_bounded(string hours)
    {
        var refused = await TypeAsync("token", "--user", "ana", "--role", "editor", "--hours", hours);

        refused.Code.ShouldBe(1);
        refused.Said.ShouldBe($"--hours does not accept {hours}. Use 1 to 8760.");
    }

    [Fact]
    public async Task A_token_of_a_subscriber_has_its_id_and_no_roles()
    {
        var printed = await TypeAsync("token", "--subscriber", "harbour-news");

        printed.Code.ShouldBe(0, printed.Said);
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(printed.Out.Trim().Split('.')[1]))!;
        claims["subscriber"]!.GetValue<string>().ShouldBe("harbour-news");
        claims["sub"]!.GetValue<string>().ShouldBe("subscriber:harbour-news");
        claims["roles"].ShouldBeNull();
    }

    [Fact]
    public async Task A_token_of_a_title_names_it_and_is_signed_with_its_key()
    {
        Directory.CreateDirectory(Path.Combine(data, "titles", "morning"));
        var printed = await TypeAsync("token", "--user", "ana", "--role", "editor", "--title", "morning");

        printed.Code.ShouldBe(0, printed.Said);
        JsonNode.Parse(Base64Url.DecodeFromChars(printed.Out.Trim().Split('.')[1]))!["title"]!.GetValue<string>().ShouldBe("morning");
        Directory.EnumerateFiles(Path.Combine(data, "titles", "morning")).ShouldHaveSingleItem();
        Directory.EnumerateFiles(data).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("evening")]
    [InlineData("../..")]
    [InlineData("")]
    public async Task A_title_that_the_server_does_not_have_is_refused(string title)
    {
        var refused = await TypeAsync("token", "--user", "ana", "--role", "editor", "--title", title);

        (refused.Code, refused.Said.Contains("has no title of that name", StringComparison.Ordinal)).ShouldBe((1, true));
        Directory.EnumerateFileSystemEntries(data).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--subscriber harbour-news --role editor", "Give --subscriber alone.")]
    [InlineData("--subscriber Harbour_News", "--subscriber is not an id")]
    [InlineData("--user ana", "Give --user and at least one --role, or --subscriber.")]
    [InlineData("--role editor", "Give --user and at least one --role, or --subscriber.")]
    public async Task A_token_is_of_a_user_with_roles_or_of_a_subscriber(string options, string said)
    {
        var refused = await TypeAsync(["token", .. options.Split(' ')]);

        refused.Code.ShouldBe(1);
        refused.Said.ShouldContain(said);
    }

    private Task<Terminal> TypeAsync(params string[] line) => Terminal.TypeAsync(environment => environment with { DataPath = data }, line);
}
