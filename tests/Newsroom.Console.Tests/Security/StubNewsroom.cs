using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Newsroom.Console.Tests.Security;

/// <summary>An OpenID Connect issuer that signs everybody in as Ana, and an API that knows her token only.</summary>
internal sealed class StubNewsroom : IAsyncDisposable
{
    private const string EndSession = "/end-session";

    private static readonly string[] Roles = ["editor"];

    private static readonly string[] Scopes = ["openid", "offline_access"];

    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "k1" };

    private readonly WebApplication app;

    private string? nonce;

    private int issued;

    private StubNewsroom(WebApplication app) => this.app = app;

    /// <summary>Gets its address.</summary>
    public string Address => app.Urls.Single();

    /// <summary>Gets or sets whether the API accepts the token.</summary>
    public bool Accepts { get; set; } = true;

    /// <summary>Gets or sets whether the issuer renews tokens.</summary>
    public bool Renews { get; set; } = true;

    /// <summary>Gets or sets whether the issuer answers requests for tokens with an error.</summary>
    public bool Fails { get; set; }

    /// <summary>Gets how many tokens it has issued.</summary>
    public int Issued => issued;

    /// <summary>Gets the parameters of the latest sign-out.</summary>
    public IQueryCollection? SignOut { get; private set; }

    /// <summary>Gets the tokens that it has issued last.</summary>
    public IEnumerable<string> Secrets => [AccessToken, RefreshToken];

    private string AccessToken => $"the-token-of-ana-{issued}";

    private string RefreshToken => $"the-renewal-of-ana-{issued}";

    /// <summary>Gets or sets whether the API answers; otherwise each connection breaks off.</summary>
    public bool Answers { get; set; } = true;

    /// <summary>Gets the parameters of the latest authorization.</summary>
    public IQueryCollection? Authorization { get; private set; }

    /// <summary>Gets the parameters of the latest request for tokens.</summary>
    public IFormCollection? TokenRequest { get; private set; }

    /// <summary>Starts it on a free port.</summary>
    public static async Task<StubNewsroom> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var stub = new StubNewsroom(builder.Build());
        stub.MapIssuer();
        stub.MapSignOut();
        stub.MapApi();
        await stub.app.StartAsync(TestContext.Current.CancellationToken);
        return stub;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Rsa.Dispose();
    }

    private void MapIssuer()
    {
        app.MapGet(
            "/.well-known/openid-configuration",
            () =>
                new Dictionary<string, object>
                {
                    ["issuer"] = Address,
                    ["scopes_supported"] = Scopes,
                    ["end_session_endpoint"] = $"{Address}{EndSession}",
                    ["authorization_endpoint"] = $"{Address}/authorize",
                    ["token_endpoint"] = $"{Address}/token",
                    ["jwks_uri"] = $"{Address}/keys",
                }
        );
        app.MapGet(
            "/keys",
            () =>
            {
                var published = JsonWebKeyConverter.ConvertFromRSASecurityKey(key);
                return new { keys = new[] { new { kty = published.Kty, kid = published.Kid, n = published.N, e = published.E } } };
            }
        );
        app.MapGet(
            "/authorize",
            (HttpContext http) =>
            {
                Authorization = http.Request.Query;
                nonce = Authorization["nonce"];
                return Results.Redirect($"{Authorization["redirect_uri"]}?code=c1&state={Uri.EscapeDataString(Authorization["state"]!)}");
            }
        );
        app.MapPost(
            "/token",
            async (HttpContext http) =>
            {
                TokenRequest = await http.Request.ReadFormAsync(http.RequestAborted);
                if (Fails)
                {
                    return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
                }

                if (TokenRequest["grant_type"] == "refresh_token" && !(Renews && TokenRequest["refresh_token"] == RefreshToken))
                {
                    return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
                }

                Interlocked.Increment(ref issued);
                return Results.Json(
                    new Dictionary<string, object>
                    {
                        ["access_token"] = AccessToken,
                        ["refresh_token"] = RefreshToken,
                        ["id_token"] = IdToken(),
                        ["token_type"] = "Bearer",
                        ["expires_in"] = 600,
                    }
                );
            }
        );
    }

    private void MapSignOut() =>
        app.MapGet(
            EndSession,
            (HttpContext http) =>
            {
                SignOut = http.Request.Query;
                return Results.Redirect(SignOut["post_logout_redirect_uri"].ToString());
            }
        );

    private string IdToken() =>
        new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Address,
                Audience = "newsroom-console",
                Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5),
                Claims = new Dictionary<string, object> { ["sub"] = "ana", ["nonce"] = nonce! },
                SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
            }
        );

    private void MapApi()
    {
        app.Use((http, next) => Answers ? next(http) : BreakOffAsync(http));
        app.Use((http, next) => IsRefused(http.Request) ? RefuseAsync(http) : next(http));
        app.MapGet("/me", () => new { person = "ana@x", name = "Ana", roles = Roles, work = Array.Empty<string>() });
        app.MapGet("/desks", Nothing);
        app.MapGet("/me/work", Nothing);
    }

    private static IResult Nothing() => Results.Json(new { items = Array.Empty<string>(), next = (string?)null });

    private static Task BreakOffAsync(HttpContext http)
    {
        http.Abort();
        return Task.CompletedTask;
    }

    private static Task RefuseAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    private bool IsRefused(HttpRequest request) =>
        request.Path.Value is "/me" or "/desks" or "/me/work" && !(Accepts && request.Headers.Authorization == $"Bearer {AccessToken}");
}
