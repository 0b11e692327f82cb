using System.Net;
using System.Text.RegularExpressions;
using Newsroom.Domain.Kernel;
using Newsroom.Local;

namespace Newsroom.Api.Tests.Composition.Titles;

/// <summary>Which title a request is given to.</summary>
public sealed partial class TitleRoutingTests(TitledInstallation installation) : IClassFixture<TitledInstallation>
{
    private const string Morning = TitledInstallation.Morning;

    private const string Evening = TitledInstallation.Evening;

    private static readonly string[] Roles = ["editor"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("morning.example")]
    [InlineData("MORNING.example")]
    [InlineData("morning.example.")]
    [InlineData("morning.example:8443")]
    public async Task The_host_name_decides(string host)
    {
        using var http = installation.At(host);
        (await new Person(http, installation.Token(Morning, "ed", Role.Editor)).GetAsync("/desks/world")).Is(200);
    }

    [Fact]
    public async Task At_another_host_name_the_claim_of_the_token_decides_and_caches_are_told()
    {
        using var http = installation.At(null);
        var answer = (await new Person(http, installation.Token(Morning, "ed", Role.Editor)).GetAsync("/desks/world")).Is(200);

        answer.Headers["Vary"].ShouldContain("Authorization");
        (await new Person(http, installation.Token(Evening, "ed", Role.Editor)).GetAsync("/desks/world")).Is(404);
    }

    [Fact]
    public async Task A_forged_claim_leads_to_a_title_that_refuses_the_token()
    {
        using var http = installation.At(null);
        var forged = DevelopmentIssuer.Token(
            new byte[32],
            "eve",
            ["editor"],
            TimeProvider.System.GetUtcNow(),
            TimeSpan.FromHours(1),
            Morning
        );
        (await new Person(http, forged).GetAsync("/stories")).Is(401);
    }

    [Theory]
    [InlineData("other.example")]
    [InlineData(null)]
    [InlineData("xn--.example")]
    public async Task Without_a_title_the_answer_names_none(string? host)
    {
        using var http = installation.At(host);
        foreach (var token in new[] { null, "no.token", "a.b.c", installation.Token("nothing", "ed", Role.Editor) })
        {
            var answer = (await new Person(http, token).GetAsync("/published")).Is(421);
            $"{answer.Json["type"]}".ShouldBe("/problems/unknown-title");
            answer.Text.ShouldNotContain(Morning);
            answer.Text.ShouldNotContain(Evening);
        }
    }

    [Fact]
    public async Task A_forwarded_host_of_a_client_that_is_no_proxy_has_no_effect()
    {
        using var http = installation.At("other.example");
        http.DefaultRequestHeaders.Add("X-Forwarded-Host", TitledInstallation.HostOf(Morning));
        (await new Person(http, null).GetAsync("/published")).Is(421);
    }

    [Fact]
    public async Task Links_name_the_host_of_the_title()
    {
        using var http = installation.At(TitledInstallation.HostOf(Evening));
        var issuer = (await new Person(http, null).GetAsync("/.well-known/oauth-protected-resource")).Is(200);
        $"{issuer.Json["resource"]}".ShouldBe("http://evening.example");
    }

    [Fact]
    public async Task The_installation_is_ready_when_its_titles_are()
    {
        using var http = installation.At(null);
        (await new Person(http, null).GetAsync("/health/live")).Is(200);
        var ready = (await new Person(http, null).GetAsync("/health/ready")).Is(200).Json["checks"]!.AsObject();
        ready.Select(check => check.Key).ShouldBe(["title:evening", "title:morning"], ignoreOrder: true);

        using var own = installation.At(TitledInstallation.HostOf(Morning));
        (await new Person(own, null).GetAsync("/health/ready")).Is(200).Json["checks"]!.AsObject().ShouldContainKey("database");
    }

    [Fact]
    public async Task A_session_of_the_console_is_of_its_title()
    {
        var admin = installation.As(Morning, "root", Role.Admin);
        (await admin.PutAsync("/people/ana", new { name = "Ana Tern", roles = Roles })).Status.ShouldBeInRange(200, 201);
        using var morning = installation.At(TitledInstallation.HostOf(Morning));
        using var evening = installation.At(TitledInstallation.HostOf(Evening));

        // The page lists the people whom the console of the morning read from its API.
        using var page = await morning.GetAsync("/console/sign-in", Cancellation);
        var html = await page.Content.ReadAsStringAsync(Cancellation);
        html.ShouldContain("Ana Tern");
        var (form, forgery) = (CookieOf(page), Forgery().Match(html).Groups[1].Value);
        (await SignInAsync(evening, form, forgery)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var signed = await SignInAsync(morning, form, forgery);
        signed.StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        (await StatusAsync(morning, CookieOf(signed))).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(evening, CookieOf(signed))).ShouldBe(HttpStatusCode.Redirect);
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient http, string cookie, string forgery)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/console/sign-in")
        {
            Content = new FormUrlEncodedContent(
                [new("person", $"ana@{DevelopmentIssuer.Name}"), new("return", "/console"), new("__RequestVerificationToken", forgery)]
            ),
        };
        request.Headers.Add("Cookie", cookie);
        return await http.SendAsync(request, Cancellation);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/console/");
        request.Headers.Add("Cookie", cookie);
        using var answer = await http.SendAsync(request, Cancellation);
        return answer.StatusCode;
    }

    private static string CookieOf(HttpResponseMessage response) =>
        string.Join("; ", response.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Forgery();
}
