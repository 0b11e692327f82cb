using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Newsroom.Console.Configuration;
using Newsroom.Console.Hosting;

namespace Newsroom.Console.Tests.Security;

/// <summary>A console in a process without the API, whose people sign in at an OpenID Connect issuer.</summary>
internal sealed class SeparateConsole : IAsyncDisposable
{
    private readonly WebApplication console;

    private SeparateConsole(StubNewsroom stub, WebApplication console) => (Stub, this.console) = (stub, console);

    /// <summary>Gets the issuer and the API.</summary>
    public StubNewsroom Stub { get; }

    /// <summary>Gets the address.</summary>
    public Uri Address => new(console.Urls.Single());

    /// <summary>Gets a client that follows no redirect and keeps no cookie.</summary>
    public HttpClient Visitor { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts it on a free port.</summary>
    public static async Task<SeparateConsole> StartAsync()
    {
        var stub = await StubNewsroom.StartAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddGracefulShutdown();
        builder.Services.AddConsole(
            new ConsoleOptions
            {
                Api = new Uri(stub.Address),
                Authority = stub.Address,
                Audience = "newsroom",
                Scopes = ["roles"],
            }
        );
        var console = builder.Build();

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
        return new SeparateConsole(stub, console);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Visitor.Dispose();
        await console.DisposeAsync();
        await Stub.DisposeAsync();
    }

    /// <summary>Signs in, and returns the session.</summary>
    public Task<Cookie> SignInAsync() => SignInAsync(Visitor, Address);

    /// <summary>Signs in to a console, and returns the session.</summary>
    public static async Task<Cookie> SignInAsync(HttpClient visitor, Uri console)
    {
        // Neither server has TLS, so a browser would not send back the cookies, which are all Secure; this visitor does.
        var (address, sent) = (new Uri(console, "sign-in/issuer?return=/"), new Dictionary<string, Cookie>());
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
}
