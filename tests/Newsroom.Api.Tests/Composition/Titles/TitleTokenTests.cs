using System.Text.Json.Nodes;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Tests.Infrastructure.Security;

namespace Newsroom.Api.Tests.Composition.Titles;

/// <summary>Titles whose tokens are of one issuer accept those that name them.</summary>
public sealed class TitleTokenTests(TitleTokenTests.Fixture fixture) : IClassFixture<TitleTokenTests.Fixture>
{
    private const string Morning = TitledInstallation.Morning;

    private const string Evening = TitledInstallation.Evening;

    [Theory]
    [InlineData("\"morning\"", 200)]
    [InlineData("[\"evening\", \"morning\"]", 200)]
    [InlineData("\"evening\"", 401)]
    [InlineData("\"Morning\"", 401)]
    [InlineData("\"\"", 401)]
    [InlineData("true", 401)]
    [InlineData(null, 401)]
    public async Task A_token_of_the_shared_issuer_names_the_title(string? claim, int status)
    {
        using var http = fixture.Installation.At(TitledInstallation.HostOf(Morning));
        var answer = (await new Person(http, Token(claim)).GetAsync("/desks")).Is(status);
        if (status == 401)
        {
            $"{answer.Json["type"]}".ShouldBe("/problems/token-title");
            answer.Headers["WWW-Authenticate"].ShouldContain("invalid_token");
        }
    }

    [Fact]
    public async Task At_no_host_name_of_a_title_the_claim_decides()
    {
        using var http = fixture.Installation.At(null);
        (await new Person(http, Token("\"morning\"")).GetAsync("/desks/world")).Is(200);
        (await new Person(http, Token("[\"morning\"]")).GetAsync("/desks/world")).Is(200);
        (await new Person(http, Token("\"evening\"")).GetAsync("/desks/world")).Is(404);
        (await new Person(http, Token("[\"morning\", \"evening\"]")).GetAsync("/desks/world")).Is(421);
        (await new Person(http, Token(null)).GetAsync("/desks/world")).Is(421);
    }

    [Fact]
    public async Task A_title_with_an_audience_of_its_own_needs_no_claim_and_no_other_title_may_have_it()
    {
        var issuer = new { authority = fixture.Issuer.Name, audience = "evening" };
        var file = fixture.Installation.FileOf(Evening);
        file["authentication"] = issuer;
        var before = fixture.Installation.Titles.Runners[Evening];
        fixture.Installation.Write(Evening, file);
        await Eventually.HoldsAsync("it runs anew", () => Task.FromResult(fixture.Installation.Titles.Runners[Evening] != before));
        await fixture.Installation.RunsAsync(Evening);

        using var http = fixture.Installation.At(TitledInstallation.HostOf(Evening));
        (await new Person(http, Token(null, "evening")).GetAsync("/desks")).Is(200);
        (await new Person(http, Token("\"evening\"")).GetAsync("/desks")).Is(401);

        var other = fixture.Installation.FileOf("other");
        other["authentication"] = issuer;
        fixture.Installation.Write("other", other);
        (await fixture.Installation.FaultAsync("other")).ShouldContain("also that of the title evening");
        fixture.Installation.Delete("other");

        var own = fixture.Installation.Titles.Runners[Evening];
        fixture.Installation.Write(Evening, fixture.Installation.FileOf(Evening));
        await Eventually.HoldsAsync("it runs as before", () => Task.FromResult(fixture.Installation.Titles.Runners[Evening] != own));
        await fixture.Installation.RunsAsync(Evening);
    }

    private string Token(string? title, string audience = ServedIssuer.Audience)
    {
        var claims = fixture.Issuer.Claims("editor");
        claims["aud"] = audience;
        if (title is not null)
        {
            claims["title"] = JsonNode.Parse(title);
        }

        return fixture.Issuer.Sign(claims);
    }

    /// <summary>An issuer, and an installation whose titles trust it.</summary>
    public sealed class Fixture : IAsyncLifetime
    {
        /// <summary>The installation.</summary>
        public TitledInstallation Installation { get; private set; } = null!;

        internal ServedIssuer Issuer { get; private set; } = null!;

        /// <inheritdoc/>
        public async ValueTask InitializeAsync()
        {
            Issuer = await ServedIssuer.StartAsync(TestContext.Current.CancellationToken);
            Installation = new TitledInstallation
            {
                Settings =
                {
                    [IssuerSettings.AuthoritySetting] = Issuer.Name,
                    [IssuerSettings.AudienceSetting] = ServedIssuer.Audience,
                },
            };
            await Installation.InitializeAsync();
        }

        /// <inheritdoc/>
        public async ValueTask DisposeAsync()
        {
            await Installation.DisposeAsync();
            await Issuer.DisposeAsync();
        }
    }
}
