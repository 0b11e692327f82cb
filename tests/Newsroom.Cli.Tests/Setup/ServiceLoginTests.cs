using Newsroom.Client.Tests.SignIn;
using static Newsroom.Cli.Tests.FakeServer;

namespace Newsroom.Cli.Tests.Setup;

/// <summary>A service account signs in with a secret that no command line has, and that is not kept.</summary>
public sealed class ServiceLoginTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("newsroom-service-login-");

    private readonly StubIssuer issuer = new();

    private readonly FakeServer server = new FakeServer()
        .On("GET /stories", $$"""{ "items": [{{Card}}] }""")
        .On(
            "GET /.well-known/oauth-protected-resource",
            $$"""{ "authorization_servers": ["{{StubIssuer.Name}}"], "scopes_supported": ["newsroom"] }"""
        );

    private string LoginsFile => Path.Combine(directory.FullName, "state", "logins.json");

    public void Dispose()
    {
        issuer.Dispose();
        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task A_service_account_signs_in_with_its_secret_and_gets_a_new_token_with_it()
    {
        var file = Path.Combine(directory.FullName, "secret");
        await File.WriteAllTextAsync(file, "s3cret\n", TestContext.Current.CancellationToken);
        issuer.Answer(Tokens("first"));

        var login = await TypeAsync("login", "--client-id", "wire-import", "--client-secret-file", file);

        login.Code.ShouldBe(0, login.Said);
        issuer.Requests.ShouldBe(["/token grant_type=client_credentials&scope=newsroom&client_id=newsroom-cli&client_secret=s3cret"]);
        (await File.ReadAllTextAsync(LoginsFile, TestContext.Current.CancellationToken)).ShouldNotContain("s3cret");
        issuer.Clock.Advance(TimeSpan.FromSeconds(280));
        issuer.Answer(Tokens("second"));
        await TypeAsync("stories");
        server.Headers["Authorization"].ShouldBe("Bearer second");

        issuer.Clock.Advance(TimeSpan.FromSeconds(280));
        issuer.Refuse("invalid_client");
        (await TypeAsync("stories")).Said.ShouldStartWith("Your login has expired.");
    }

    [Theory]
    [InlineData("", "login --client-id wire-import", "The secret of wire-import is missing.")]
    [InlineData("", "login --client-secret-file none", "--client-secret-file needs a client id.")]
    [InlineData("", "login --client-id wire-import --client-secret-file /none/secret", "/none/secret")]
    [InlineData("", "login ana --client-id wire-import", "A person or a service account signs in.")]
    [InlineData("NEWSROOM_CLIENT_ID=wire-import", "login", "The secret of wire-import is missing.")]
    public async Task Credentials_that_are_not_complete_are_refused(string variable, string line, string said)
    {

        var refused = await TypeAsync(variable.Split('='), line.Split(' '));

        (refused.Code, issuer.Requests.Count).ShouldBe((1, 0), refused.Said);
        refused.Said.ShouldContain(said);
    }

    [Fact]
    public async Task A_secret_longer_than_any_is_refused()
    {
        var file = Path.Combine(directory.FullName, "secret");
        await File.WriteAllTextAsync(file, new string('x', 5000), TestContext.Current.CancellationToken);

        (await TypeAsync("login", "--client-id", "wire-import", "--client-secret-file", file)).Said.ShouldContain("at most 4096 bytes");
    }

    private static string Tokens(string token) => $$"""{ "access_token": "{{token}}", "token_type": "Bearer", "expires_in": 300 }""";

    private Task<Terminal> TypeAsync(params string[] line) => TypeAsync([], line);

    private Task<Terminal> TypeAsync(string[] variable, string[] line) =>
        Terminal.TypeAsync(
            environment =>
                environment with
                {
                    Connect = Terminal.ConnectTo(server.Client),
                    ConnectIssuer = (name, _) => issuer.Connect(name),
                    Clock = issuer.Clock,
                    Variable = name => variable is [var given, var value] && given == name ? value : null,
                    StatePath = Path.Combine(directory.FullName, "state"),
                    DataPath = Path.Combine(directory.FullName, "data"),
                },
            line
        );
}
