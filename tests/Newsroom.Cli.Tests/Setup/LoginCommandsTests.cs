using System.Net;
using Newsroom.Client.Tests.SignIn;
using static Newsroom.Cli.Tests.FakeServer;

namespace Newsroom.Cli.Tests.Setup;

/// <summary>A development server's people sign in by name, and later commands use the token.</summary>
public sealed class LoginCommandsTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("newsroom-login-");

    private const string Device = """
        { "device_code": "secret", "user_code": "ABCD-EFGH", "verification_uri": "https://login.example/verify", "expires_in": 60 }
        """;

    private readonly StubIssuer issuer = new();

    private readonly FakeServer server = new FakeServer()
        .On("GET /people", """{ "items": [{ "id": "ana@newsroom-development", "name": "Ana", "roles": ["editor"] }] }""")
        .On("GET /stories", $$"""{ "items": [{{Card}}] }""");

    public void Dispose()
    {
        issuer.Dispose();
        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task Later_commands_use_the_token()
    {
        (await TypeAsync("stories")).Said.ShouldStartWith("A token is required");

        var login = await TypeAsync("login", "ana");

        login.Said.ShouldStartWith("Signed in to connected as ana@newsroom-development.");
        (await TypeAsync("stories")).Code.ShouldBe(0);
        var kept = Path.Combine(directory.FullName, "state", "logins.json");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(kept).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task The_server_says_who_the_caller_is()
    {
        server.On("GET /me", """{ "person": "ana@newsroom-development", "name": "Ana", "roles": ["editor"], "work": [] }""");
        await TypeAsync("login", "ana");

        (await TypeAsync("whoami")).Said.ShouldBe("Ana (ana@newsroom-development) at connected Roles: editor");
    }

    [Fact]
    public async Task After_logout_a_token_is_required()
    {
        await TypeAsync("login", "ana");

        (await TypeAsync("logout")).Said.ShouldBe("Signed out of connected.");
        (await TypeAsync("logout")).Said.ShouldBe("You were not signed in to connected.");
        (await TypeAsync("stories")).Code.ShouldBe(1);
    }

    [Fact]
    public async Task A_person_whom_the_server_does_not_know_needs_roles()
    {
        var refused = await TypeAsync("login", "nobody");

        refused.Code.ShouldBe(1);
        refused.Said.ShouldContain("The server has no person “nobody”.");
        (await TypeAsync("login", "nobody", "--role", "reporter")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Roles_that_do_not_combine_are_refused() =>
        (await TypeAsync("login", "ana", "--role", "admin", "--role", "editor")).Code.ShouldBe(1);

    [Fact]
    public async Task A_damaged_file_is_as_no_login()
    {
        await TypeAsync("login", "ana");
        await File.WriteAllTextAsync(Path.Combine(directory.FullName, "state", "logins.json"), "{", TestContext.Current.CancellationToken);

        (await TypeAsync("stories")).Said.ShouldStartWith("A token is required");
        (await TypeAsync("login", "ana")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_login_of_an_earlier_version_is_read()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(LoginsFile)!);
        await File.WriteAllTextAsync(LoginsFile, """{ "connected": "earlier" }""", TestContext.Current.CancellationToken);

        (await TypeAsync("stories")).Code.ShouldBe(0);
        server.Headers["Authorization"].ShouldBe("Bearer earlier");
    }

    [Fact]
    public async Task A_server_that_signs_its_own_tokens_asks_for_a_name()
    {
        server.On("GET /.well-known/oauth-protected-resource", """{ "authorization_servers": [] }""");

        var refused = await TypeAsync("login");

        refused.Code.ShouldBe(1);
        refused.Said.ShouldContain("Sign in by name");
    }

    [Fact]
    public async Task The_issuer_of_the_server_signs_in_and_renews_the_token()
    {
        issuer.Answer(Device).Refuse("authorization_pending").Answer(Tokens("first"));

        var login = await SignInAsync();

        login.Code.ShouldBe(0, login.Said);
        login.Said.ShouldContain("Open https://login.example/verify in a browser");
        login.Said.ShouldContain("ABCD-EFGH");
        issuer.Requests[0].ShouldContain("scope=openid+profile+newsroom+offline_access");
        await TypeAsync("stories");
        server.Headers["Authorization"].ShouldBe("Bearer first");

        issuer.Clock.Advance(TimeSpan.FromSeconds(280));
        issuer.Answer(Tokens("second"));
        await TypeAsync("stories");
        server.Headers["Authorization"].ShouldBe("Bearer second");
    }

    [Fact]
    public async Task While_the_issuer_cannot_be_reached_a_valid_token_is_used()
    {
        issuer.Answer(Device).Answer(Tokens("first"));
        await SignInAsync();

        issuer.Clock.Advance(TimeSpan.FromSeconds(280));
        issuer.Break();
        await TypeAsync("stories");
        server.Headers["Authorization"].ShouldBe("Bearer first");

        issuer.Clock.Advance(TimeSpan.FromSeconds(280));
        issuer.Break();
        (await TypeAsync("stories")).Code.ShouldBe(1);
    }

    [Fact]
    public async Task A_token_that_another_process_renewed_is_used()
    {
        issuer.Answer(Device).Answer(Tokens("first"));
        await SignInAsync();
        issuer.Clock.Advance(TimeSpan.FromSeconds(280));
        var renewed = (await File.ReadAllTextAsync(LoginsFile, TestContext.Current.CancellationToken))
            .Replace("first", "second", StringComparison.Ordinal)
            .Replace("2026-03-12", "2026-03-13", StringComparison.Ordinal);
        issuer.Answering = () => File.WriteAllText(LoginsFile, renewed);
        issuer.Refuse("invalid_grant");

        (await TypeAsync("stories")).Code.ShouldBe(0);
        server.Headers["Authorization"].ShouldBe("Bearer second");
    }

    [Fact]
    public async Task Logout_revokes_both_tokens()
    {
        issuer.Answer(Device).Answer(Tokens("first")).Answer("{}").Answer("{}");
        await SignInAsync();

        (await TypeAsync("logout")).Code.ShouldBe(0);

        issuer.Requests[^2].ShouldContain("token=first-refresh");
        issuer.Requests[^1].ShouldContain("token=first&");
    }

    [Fact]
    public async Task A_token_that_is_not_revoked_is_forgotten_all_the_same()
    {
        issuer.Answer(Device).Answer(Tokens("first")).Answer("{}", HttpStatusCode.BadGateway);
        await SignInAsync();

        var logout = await TypeAsync("logout");

        logout.Code.ShouldBe(3);
        logout.Said.ShouldContain("was not revoked");
        (await TypeAsync("stories")).Said.ShouldStartWith("A token is required");
    }

    private Task<Terminal> SignInAsync()
    {
        server.On(
            "GET /.well-known/oauth-protected-resource",
            $$"""{ "authorization_servers": ["{{StubIssuer.Name}}"], "scopes_supported": ["newsroom"] }"""
        );
        return TypeAsync("login");
    }

    private static string Tokens(string token) =>
        $$"""{ "access_token": "{{token}}", "refresh_token": "{{token}}-refresh", "token_type": "Bearer", "expires_in": 300 }""";

    private string LoginsFile => Path.Combine(directory.FullName, "state", "logins.json");

    private Task<Terminal> TypeAsync(params string[] line) =>
        Terminal.TypeAsync(
            environment =>
                environment with
                {
                    Connect = Terminal.ConnectTo(server.Client),
                    ConnectIssuer = (name, _) => issuer.Connect(name),
                    Clock = issuer.Clock,
                    StatePath = Path.Combine(directory.FullName, "state"),
                    DataPath = Path.Combine(directory.FullName, "data"),
                },
            line
        );
}
