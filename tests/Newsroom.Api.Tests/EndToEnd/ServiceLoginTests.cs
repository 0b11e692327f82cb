using Newsroom.Api.Tests.Infrastructure.Security;
using Newsroom.Client.SignIn;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.EndToEnd;

/// <summary>A service account signs in on the command line, and is a person like others to the host.</summary>
public sealed class ServiceLoginTests(TrustingNewsroom fixture) : IClassFixture<TrustingNewsroom>, IDisposable
{
    private readonly DirectoryInfo state = Directory.CreateTempSubdirectory("newsroom-service-login-");

    public void Dispose() => state.Delete(recursive: true);

    [Fact]
    public async Task Its_commands_are_recorded_under_its_client_id()
    {
        var login = await TypeAsync(ServedIssuer.ClientSecret, "login", "--client-id", ServedIssuer.ClientId);
        login.Code.ShouldBe(0, login.Said);
        var person = $"{ServedIssuer.ClientId}@{fixture.Issuer.Name}";
        login.Said.ShouldContain(person);
        var admin = fixture.With(fixture.Issuer.Sign(fixture.Issuer.Claims("admin")));
        (await admin.PutAsync("/desks/town", new { name = "Town", language = "en", timeZone = "Europe/Oslo" })).Is(201);
        var described = new { name = "Wire import", roles = new[] { "reporter" } };
        (await admin.PutAsync($"/people/{Uri.EscapeDataString(person)}", described)).Is(201);

        var drafted = await TypeAsync(
            ServedIssuer.ClientSecret,
            ["draft-article", "--desk", "town", "--headline", "By wire", "--slug", "by-wire"]
        );
        drafted.Code.ShouldBe(0, drafted.Said);
        (await TypeAsync(ServedIssuer.ClientSecret, "history", "by-wire")).Said.ShouldContain($"{ServedIssuer.ClientId} drafted");
        (await TypeAsync(ServedIssuer.ClientSecret, "submit-for-review", "by-wire", "--based-on", "1")).Code.ShouldBe(0);

        // The rules compare identities: the account cannot approve what it wrote, whatever its roles.
        var claims = fixture.Issuer.Claims("editor");
        claims["sub"] = ServedIssuer.ClientId;
        var story = (await admin.GetAsync("/stories/by-wire")).Is(200);
        (
            await fixture
                .With(fixture.Issuer.Sign(claims))
                .PostAsync("/stories/by-wire/approve", new { fingerprint = story.Json["fingerprint"]!.GetValue<string>() })
        ).IsRefused(403, "author-approves");
    }

    [Fact]
    public async Task A_wrong_secret_is_refused()
    {
        var refused = await TypeAsync("wrong", "login", "--client-id", ServedIssuer.ClientId);

        refused.Code.ShouldBe(2);
        refused.Said.ShouldStartWith("The issuer did not sign the service account in: ");
        Directory.GetFiles(state.FullName).ShouldBeEmpty();
    }

    private async Task<Terminal> TypeAsync(string secret, params string[] line)
    {
        using var api = fixture.Host.Host.Server.CreateClient();
        return await Terminal.TypeAsync(
            environment =>
                environment with
                {
                    Connect = Terminal.ConnectTo(api),
                    Variable = name => name == "NEWSROOM_CLIENT_SECRET" ? secret : null,
                    ConnectIssuer = (name, client) => new TokenIssuer(name, client, TimeProvider.System),
                    StatePath = state.FullName,
                    Width = 200,
                },
            line
        );
    }
}
