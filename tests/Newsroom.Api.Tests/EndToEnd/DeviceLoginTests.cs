using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Client.SignIn;
using Newsroom.Client.Tests.SignIn;

namespace Newsroom.Api.Tests.EndToEnd;

/// <summary>People sign in to a host that trusts an OpenID Connect server, with a browser on another device.</summary>
public sealed class DeviceLoginTests(DeviceLoginTests.TrustingNewsroom fixture)
    : IClassFixture<DeviceLoginTests.TrustingNewsroom>,
        IDisposable
{
    private readonly DirectoryInfo state = Directory.CreateTempSubdirectory("newsroom-device-login-");

    private readonly RecordedClock clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string LoginsFile => Path.Combine(state.FullName, "logins.json");

    public void Dispose() => state.Delete(recursive: true);

    [Fact]
    public async Task A_person_signs_in_works_and_signs_out()
    {
        var login = await TypeAsync("rita", "login");
        login.Said.ShouldContain("https://login.example/connect/verify");
        login.Said.ShouldContain($"as rita@{OpenIdServer.Issuer}.");
        login.Code.ShouldBe(0, login.Said);
        clock.Seconds.ShouldBe([5, 5, 5]);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(LoginsFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        (await TypeAsync("rita", "whoami")).Said.ShouldBe($"rita (rita@{OpenIdServer.Issuer}) at connected Roles: reporter");
        (await TypeAsync("rita", "draft-article", "--desk", "world", "--headline", "Signed in", "--slug", "signed-in")).Code.ShouldBe(0);
        (await TypeAsync("rita", "publish", "signed-in", "--based-on", "1")).Code.ShouldBe(2);

        var refreshToken = await RefreshTokenAsync();
        (await TypeAsync("rita", "logout")).Said.ShouldBe("Signed out of connected.");
        (await TypeAsync("rita", "whoami")).Code.ShouldBe(1);
        using var connected = Connect(OpenIdServer.Issuer, "newsroom-cli");
        (await Should.ThrowAsync<IssuerException>(() => connected.RenewAsync(refreshToken, Cancellation))).Error.ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task An_expired_token_is_renewed_until_the_issuer_refuses()
    {
        await TypeAsync("rita", "login");
        var first = await RefreshTokenAsync();

        clock.Advance(TimeSpan.FromHours(2));
        (await TypeAsync("rita", "whoami")).Code.ShouldBe(0);
        var second = await RefreshTokenAsync();
        second.ShouldNotBe(first);

        using (var connected = Connect(OpenIdServer.Issuer, "newsroom-cli"))
        {
            await connected.RevokeAsync(second, cancellationToken: Cancellation);
        }

        clock.Advance(TimeSpan.FromHours(2));
        var refused = await TypeAsync("rita", "whoami");
        refused.Code.ShouldBe(2);
        refused.Said.ShouldStartWith("Your login has expired. Run “newsroom login” again.");
        (await TypeAsync("rita", "whoami")).Said.ShouldStartWith("A token is required");
    }

    [Fact]
    public async Task A_sign_in_that_is_denied_keeps_nothing()
    {
        var denied = await TypeAsync(user: null, "login");

        denied.Code.ShouldBe(2);
        denied.Said.ShouldEndWith("The sign-in was denied in the browser.");
        File.Exists(LoginsFile).ShouldBeFalse();
    }

    [Fact]
    public async Task A_scope_that_the_issuer_does_not_know_is_refused()
    {
        var refused = await TypeAsync("rita", "login", "--scope", "openid everything");

        refused.Code.ShouldBe(2);
        refused.Said.ShouldStartWith("The issuer did not begin a sign-in: ");
    }

    [Fact]
    public async Task The_host_names_its_issuer_to_everybody()
    {
        var metadata = (await fixture.Host.Reader().GetAsync("/.well-known/oauth-protected-resource")).Is(200).Json;

        metadata["authorization_servers"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe(OpenIdServer.Issuer);
        metadata["newsroom_audience"]!.GetValue<string>().ShouldBe(OpenIdServer.Audience);
        metadata["bearer_methods_supported"]!.ToJsonString().ShouldBe("[\"header\"]");
    }

    private async Task<string> RefreshTokenAsync() =>
        JsonNode.Parse(await File.ReadAllTextAsync(LoginsFile, Cancellation))!["connected"]!["refreshToken"]!.GetValue<string>();

    /// <summary>Runs a command line. A sign-in is answered in a browser by the user, or denied if there is none.</summary>
    private async Task<Terminal> TypeAsync(string? user, params string[] line)
    {
        using var api = fixture.Host.Host.Server.CreateClient();
        return await Terminal.TypeAsync(
            environment =>
                environment with
                {
                    Connect = Terminal.ConnectTo(api),
                    ConnectIssuer = (name, client) => Connect(name, client, user),
                    StatePath = state.FullName,
                    Clock = clock,
                    Width = 200,
                },
            line
        );
    }

    private TokenIssuer Connect(string name, string client, string? user = null) =>
        new(new HttpClient(new Browser(fixture.Issuer, user)), name, client, clock);

    /// <summary>An OpenID Connect server, and a host that trusts it.</summary>
    public sealed class TrustingNewsroom : IAsyncLifetime
    {
        /// <summary>The server.</summary>
        internal OpenIdServer Issuer { get; private set; } = null!;

        /// <summary>The host.</summary>
        public Newsroom Host { get; private set; } = null!;

        /// <inheritdoc/>
        public async ValueTask InitializeAsync()
        {
            Issuer = await OpenIdServer.StartAsync(Cancellation);
            Host = new Newsroom
            {
                Settings = { ["Authentication:Authority"] = OpenIdServer.Issuer, ["Authentication:Audience"] = OpenIdServer.Audience },
                Configure = services =>
                    services.Configure<JwtBearerOptions>(
                        JwtBearerDefaults.AuthenticationScheme,
                        bearer => bearer.BackchannelHttpHandler = Issuer.CreateHandler()
                    ),
            };
            await Host.InitializeAsync();
        }

        /// <inheritdoc/>
        public async ValueTask DisposeAsync()
        {
            await Host.DisposeAsync();
            await Issuer.DisposeAsync();
        }
    }

    /// <summary>Answers a sign-in after its second request for a token.</summary>
    private sealed class Browser(OpenIdServer issuer, string? user) : DelegatingHandler(issuer.CreateHandler())
    {
        private string userCode = "";
        private int waits;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            var json = await response.Content.ReadAsStringAsync(cancellationToken);
            if (request.RequestUri!.AbsolutePath == "/connect/device" && response.IsSuccessStatusCode)
            {
                userCode = JsonNode.Parse(json)!["user_code"]!.GetValue<string>();
            }
            else if (json.Contains("authorization_pending", StringComparison.Ordinal) && ++waits == 2)
            {
                await issuer.AnswerAsync(userCode, user, "reporter", cancellationToken);
            }

            return response;
        }
    }
}
