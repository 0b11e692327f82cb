using static Newsroom.Cli.Tests.FakeServer;

namespace Newsroom.Cli.Tests.Setup;

/// <summary>A development server's people sign in by name, and later commands use the token.</summary>
public sealed class LoginCommandsTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("newsroom-login-");

    private readonly FakeServer server = new FakeServer()
        .On("GET /people", """{ "items": [{ "id": "ana@newsroom-development", "name": "Ana", "roles": ["editor"] }] }""")
        .On("GET /stories", $$"""{ "items": [{{Card}}] }""");

    public void Dispose() => directory.Delete(recursive: true);

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

    private Task<Terminal> TypeAsync(params string[] line) =>
        Terminal.TypeAsync(
            environment =>
                environment with
                {
                    Connect = Terminal.ConnectTo(server.Client),
                    StatePath = Path.Combine(directory.FullName, "state"),
                    DataPath = Path.Combine(directory.FullName, "data"),
                },
            line
        );
}
