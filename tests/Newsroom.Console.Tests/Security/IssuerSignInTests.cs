using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Console.Configuration;
using Newsroom.Console.Hosting;

namespace Newsroom.Console.Tests.Security;

/// <summary>A console in a process without the API, whose people sign in at an OpenID Connect issuer.</summary>
public sealed class IssuerSignInTests : IAsyncLifetime
{
    private StubNewsroom stub = null!;

    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());

    private readonly TemporaryDirectory sessions = new("newsroom-console-sessions");

    private WebApplication console = null!;

    private HttpClient visitor = null!;

    private readonly List<string> cookies = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Uri Address => new(console.Urls.Single());

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        stub = await StubNewsroom.StartAsync();
        console = await StartConsoleAsync();
        visitor = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await console.DisposeAsync();
        await stub.DisposeAsync();
        sessions.Dispose();
    }

    [Fact]
    public async Task A_person_signs_in_at_the_issuer_and_reads_with_their_token()
    {
        (await visitor.GetStringAsync(new Uri(Address, "sign-in?return=/"), Cancellation)).ShouldContain("/sign-in/issuer?return=%2F");

        var session = await SignInAsync();

        stub.Authorization!["response_type"].ToString().ShouldBe("code");
        stub.Authorization["code_challenge_method"].ToString().ShouldBe("S256");
        stub.Authorization["scope"].ToString().ShouldBe("openid profile roles offline_access");
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
    public async Task A_token_is_renewed_before_it_expires_and_once_for_pages_that_ask_at_once()
    {
        var session = await SignInAsync();
        (await ReadAsync(session)).Status.ShouldBe(HttpStatusCode.OK);
        stub.Issued.ShouldBe(1);

        clock.Advance(TimeSpan.FromMinutes(9.5));
        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ReadAsync(session)));
        pages.Select(page => page.Status).ShouldAllBe(status => status == HttpStatusCode.OK);
        stub.Issued.ShouldBe(2);
        stub.TokenRequest!["grant_type"].ToString().ShouldBe("refresh_token");

        clock.Advance(TimeSpan.FromMinutes(9.5));
        (await ReadAsync(session)).Status.ShouldBe(HttpStatusCode.OK);
        stub.Issued.ShouldBe(3);
    }

    [Fact]
    public async Task A_session_whose_token_the_issuer_does_not_renew_returns_to_its_page_after_the_sign_in()
    {
        var session = await SignInAsync();
        stub.Renews = false;
        clock.Advance(TimeSpan.FromMinutes(9.5));

        var (status, _, location) = await SendAsync(session, HttpMethod.Get, "?after=2");

        status.ShouldBe(HttpStatusCode.Redirect);
        location.ShouldEndWith("/sign-in?return=%2F%3Fafter%3D2");
    }

    [Fact]
    public async Task A_token_that_the_issuer_cannot_renew_now_is_used_until_the_API_refuses_it()
    {
        var session = await SignInAsync();
        stub.Fails = true;
        clock.Advance(TimeSpan.FromMinutes(9.5));
        (await ReadAsync(session)).Status.ShouldBe(HttpStatusCode.OK);
        stub.Issued.ShouldBe(1);
    }

    [Fact]
    public async Task No_session_lasts_longer_than_twelve_hours()
    {
        var session = await SignInAsync();
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromHours(12); passed += TimeSpan.FromHours(1))
        {
            (await ReadAsync(session)).Status.ShouldBe(HttpStatusCode.OK);
            clock.Advance(TimeSpan.FromHours(1));
        }

        (await ReadAsync(session)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_here_and_at_the_issuer()
    {
        var session = await SignInAsync();
        var (_, page, _) = await SendAsync(session, HttpMethod.Get, "");
        var forged = await SendAsync(session, HttpMethod.Post, "sign-out", new() { ["a"] = "b" });
        forged.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await ReadAsync(session)).Status.ShouldBe(HttpStatusCode.OK);

        var token = page.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
        var (status, _, location) = await SendAsync(session, HttpMethod.Post, "sign-out", new() { ["__RequestVerificationToken"] = token });

        status.ShouldBe(HttpStatusCode.Redirect);
        var issuer = new Uri(location);
        issuer.GetLeftPart(UriPartial.Path).ShouldBe($"{stub.Address}/end-session");
        issuer.Query.ShouldContain("id_token_hint=");
        issuer.Query.ShouldContain(Uri.EscapeDataString($"https://{Address.Authority}/signout-callback-oidc"));
        (await ReadAsync(session)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_session_is_known_after_a_restart_and_to_another_host_and_its_files_show_no_token()
    {
        var session = await SignInAsync();
        await console.DisposeAsync();
        console = await StartConsoleAsync();
        await using var other = await StartConsoleAsync();
        (await ReadAsync(session)).Status.ShouldBe(HttpStatusCode.OK);
        (await ReadAsync(session, new Uri(other.Urls.Single()))).Status.ShouldBe(HttpStatusCode.OK);

        var files = Directory.GetFiles(sessions.Path, "*", SearchOption.AllDirectories);
        files.ShouldContain(file => file.EndsWith(".session", StringComparison.Ordinal));
        var content = string.Concat(files.Select(file => $"{file}{File.ReadAllText(file, Encoding.Latin1)}"));
        stub.Secrets.ShouldAllBe(secret => !content.Contains(secret, StringComparison.Ordinal));
        content.ShouldNotContain(session.Value);
    }

    [Fact]
    public async Task No_one_signs_in_by_name()
    {
        var page = await visitor.GetStringAsync(new Uri(Address, "sign-in"), Cancellation);

        page.ShouldNotContain("name=\"person\"");
    }

    private async Task<WebApplication> StartConsoleAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.AddGracefulShutdown();
        builder.Services.AddConsole(
            new ConsoleOptions
            {
                Api = new Uri(stub.Address),
                Authority = stub.Address,
                Audience = "newsroom",
                Scopes = ["roles"],
                SessionDirectory = sessions.Path,
            }
        );
        var app = builder.Build();

        // As behind a proxy that ends TLS.
        app.Use(
            (http, next) =>
            {
                http.Request.Scheme = Uri.UriSchemeHttps;
                return next(http);
            }
        );
        app.MapConsole("");
        await app.StartAsync(Cancellation);
        return app;
    }

    private Task<Cookie> SignInAsync() => SeparateConsole.SignInAsync(visitor, Address);

    private async Task<(HttpStatusCode Status, string Page)> ReadAsync(Cookie session, Uri? host = null)
    {
        var (status, page, _) = await SendAsync(session, HttpMethod.Get, "", host: host);
        return (status, page);
    }

    private async Task<(HttpStatusCode Status, string Page, string Location)> SendAsync(
        Cookie session,
        HttpMethod method,
        string path,
        Dictionary<string, string>? form = null,
        Uri? host = null
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(host ?? Address, path));
        request.Headers.Add("Cookie", string.Join("; ", cookies.Append($"{session.Name}={session.Value}")));
        request.Content = form is null ? null : new FormUrlEncodedContent(form);
        using var answer = await visitor.SendAsync(request, Cancellation);
        cookies.AddRange(
            (answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
                .Select(line => line.Split(';')[0])
                .Where(cookie => cookie.StartsWith("newsroom-console-form=", StringComparison.Ordinal))
        );
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation), $"{answer.Headers.Location}");
    }
}
