using System.Net;

namespace Newsroom.Console.Tests.Security;

public sealed class SignInTests(ConsoleHost host)
{
    [Fact]
    public async Task The_session_is_a_key_that_scripts_and_other_sites_do_not_get()
    {
        using var ana = await Visitor.SignInAsync(host, "Ana Lindqvist");

        var parts = ana.SetCookies.Last(cookie => cookie.StartsWith("newsroom-console=", StringComparison.Ordinal)).Split("; ");

        parts.Skip(1).ShouldContain("path=/console");
        parts.Skip(1).ShouldContain("samesite=lax");
        parts.Skip(1).ShouldContain("httponly");
        parts[0].ShouldNotContain("eyJ");
    }

    [Fact]
    public async Task An_expired_session_leads_to_the_sign_in_and_back()
    {
        using var ana = await Visitor.SignInAsync(host, "Ana Lindqvist");
        ana.Cookie("newsroom-console").Expired = true;

        await ana.OpenAsync("/stories/long-slip-notice?passage=q3");
        ana.Heading.ShouldBe("Sign in");
        await ana.PressAsync("Tomas Reyne");

        ana.TextOf("#passage-title").ShouldBe("Quote q3: lapsed");
        ana.TextOf("header").ShouldContain("Tomas Reyne");
    }

    [Fact]
    public async Task A_sign_out_ends_the_session_on_the_server()
    {
        using var ana = await Visitor.SignInAsync(host, "Ana Lindqvist");
        var key = ana.Cookie("newsroom-console").Value;
        (await VisitAsync(key)).ShouldBe(HttpStatusCode.OK);

        await ana.PressAsync("Sign out");

        ana.Heading.ShouldBe("Sign in");
        (await VisitAsync(key)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var form = new FormUrlEncodedContent([new("person", "ana@newsroom-development")]);

        var address = new Uri("/console/sign-in", UriKind.Relative);
        using var answer = await host.Http.PostAsync(address, form, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task Every_page_forbids_scripts_frames_and_other_hosts()
    {
        foreach (var path in new[] { "/console", "/console/sign-in", "/console/no-such-page" })
        {
            using var answer = await host.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

            var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
            policy.ShouldStartWith("default-src 'none';");
            policy.ShouldContain("frame-ancestors 'none'");
            policy.ShouldNotContain("unsafe");
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue(path);
        }
    }

    private async Task<HttpStatusCode> VisitAsync(string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/console");
        request.Headers.Add("Cookie", $"newsroom-console={key}");
        using var answer = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
