using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Newsroom.Console.Configuration;

namespace Newsroom.Console.Tests.Security;

/// <summary>A console in a process without the API, whose people sign in at an OpenID Connect issuer.</summary>
public sealed class IssuerSignInTests : IAsyncLifetime
{
    private StubNewsroom stub = null!;

    private WebApplication console = null!;

    private HttpClient visitor = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Uri Address => new(console.Urls.Single());

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        stub = await StubNewsroom.StartAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddConsole(
            new ConsoleOptions
            {
                Api = new Uri(stub.Address),
                Authority = stub.Address,
                Audience = "newsroom",
                Scopes = ["roles"],
            }
        );
        console = builder.Build();

        // As behind a proxy that ends TLS.
        console.Use(
            (http, next) =>
            {
                http.Request.Scheme = Uri.UriSchemeHttps;
                return next(http);
            }
        );
        console.MapConsole("");
        await console.StartAsync(Cancellation);
        visitor = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await console.DisposeAsync();
        await stub.DisposeAsync();
    }

    [Fact]
    public async Task A_person_signs_in_at_the_issuer_and_reads_with_their_token()
    {
        (await visitor.GetStringAsync(new Uri(Address, "sign-in?return=/"), Cancellation)).ShouldContain("/sign-in/issuer?return=%2F");

        var session = await SignInAsync();

        stub.Authorization!["response_type"].ToString().ShouldBe("code");
        stub.Authorization["code_challenge_method"].ToString().ShouldBe("S256");
        stub.Authorization["scope"].ToString().ShouldBe("openid profile roles");
        stub.Authorization["audience"].ToString().ShouldBe("newsroom");
        stub.Authorization["redirect_uri"].ToString().ShouldBe($"https://{Address.Authority}/signin-oidc");
        stub.TokenRequest!.ContainsKey("code_verifier").ShouldBeTrue();
        (session.Secure, session.HttpOnly).ShouldBe((true, true));
        var (status, page) = await ReadAsync(session);
        status.ShouldBe(HttpStatusCode.OK);
        page.ShouldContain("Nothing waits for you.");
    }

    [Fact]
    public async Task A_token_that_the_API_refuses_ends_the_session()
    {
        var session = await SignInAsync();
        stub.Accepts = false;
        (await ReadAsync(session)).Status.ShouldBe(HttpStatusCode.Redirect);

        stub.Accepts = true;

        (await ReadAsync(session)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task No_one_signs_in_by_name()
    {
        var page = await visitor.GetStringAsync(new Uri(Address, "sign-in"), Cancellation);

        page.ShouldNotContain("name=\"person\"");
    }

    // Neither server has TLS, so a browser would not send back the cookies, which are all Secure; this visitor does.
    private async Task<Cookie> SignInAsync()
    {
        var (address, sent) = (new Uri(Address, "sign-in/issuer?return=/"), new Dictionary<string, Cookie>());
        while (!sent.ContainsKey("newsroom-console"))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            var cookies = sent.Values.Select(cookie => $"{cookie.Name}={cookie.Value}");
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies));
            using var answer = await visitor.SendAsync(request, Cancellation);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            foreach (var line in answer.Headers.TryGetValues("Set-Cookie", out var lines) ? lines : [])
            {
                var container = new CookieContainer();
                container.SetCookies(address, line);
                container.GetAllCookies().ToList().ForEach(cookie => sent[cookie.Name] = cookie);
            }

            address = new UriBuilder(new Uri(address, answer.Headers.Location!)) { Scheme = Uri.UriSchemeHttp }.Uri;
        }

        return sent["newsroom-console"];
    }

    private async Task<(HttpStatusCode Status, string Page)> ReadAsync(Cookie session)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        request.Headers.Add("Cookie", $"{session.Name}={session.Value}");
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var answer = await client.SendAsync(request, Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
