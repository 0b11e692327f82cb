using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Newsroom.Api.Tests.EndToEnd;

/// <summary>An OpenID Connect server in this process, with device codes, refresh tokens and revocation: OpenIddict.</summary>
internal sealed class OpenIdServer : IAsyncDisposable
{
    public const string Issuer = "https://login.example/";

    public const string Audience = "newsroom";

    private const string ClientId = "newsroom-cli";

    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    private readonly WebApplication app;

    private OpenIdServer(WebApplication app) => this.app = app;

    public static async Task<OpenIdServer> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        var database = $"{Guid.NewGuid():N}";
        builder.Services.AddDbContext<DbContext>(options =>
            options
                .UseInMemoryDatabase(database)
                .ConfigureWarnings(warnings => warnings.Ignore(InMemoryEventId.TransactionIgnoredWarning))
                .UseOpenIddict()
        );
        builder
            .Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DbContext>().DisableBulkOperations())
            .AddServer(Configure);
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.UseAuthentication();
        // As delegates with results, not as request delegates.
        app.MapPost("/connect/verify", (Delegate)VerifyAsync);
        app.MapPost("/connect/token", (Delegate)ExchangeAsync);
        await app.StartAsync(cancellationToken);
        await RegisterClientAsync(app.Services, cancellationToken);
        return new OpenIdServer(app);
    }

    /// <summary>Sends requests to the server.</summary>
    public HttpMessageHandler CreateHandler() => app.GetTestServer().CreateHandler();

    /// <summary>Signs a person in, in a browser, and confirms or denies a user code.</summary>
    public async Task AnswerAsync(string userCode, string? user, string role, CancellationToken cancellationToken)
    {
        using var browser = new HttpClient(CreateHandler()) { BaseAddress = new Uri(Issuer) };
        using var form = new FormUrlEncodedContent([new("user_code", userCode), new("user", user ?? ""), new("role", role)]);
        using var answer = await browser.PostAsync(new Uri("connect/verify", UriKind.Relative), form, cancellationToken);
        ((int)answer.StatusCode).ShouldBeInRange(200, 399, await answer.Content.ReadAsStringAsync(cancellationToken));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static void Configure(OpenIddictServerBuilder server)
    {
        server
            .SetIssuer(new Uri(Issuer))
            .SetDeviceAuthorizationEndpointUris("connect/device")
            .SetEndUserVerificationEndpointUris("connect/verify")
            .SetTokenEndpointUris("connect/token")
            .SetRevocationEndpointUris("connect/revoke")
            .AllowDeviceAuthorizationFlow()
            .AllowRefreshTokenFlow()
            // The API reads tokens itself. It does not decrypt them.
            .DisableAccessTokenEncryption()
            .RegisterScopes(Scopes.OpenId, Scopes.Profile, Scopes.OfflineAccess)
            .AddEphemeralEncryptionKey()
            .AddEphemeralSigningKey();
        server.UseAspNetCore().EnableEndUserVerificationEndpointPassthrough().EnableTokenEndpointPassthrough();
    }

    private static async Task RegisterClientAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var client = new OpenIddictApplicationDescriptor
        {
            ClientId = ClientId,
            ClientType = ClientTypes.Public,
            Permissions =
            {
                Permissions.Endpoints.DeviceAuthorization,
                Permissions.Endpoints.Token,
                Permissions.Endpoints.Revocation,
                Permissions.GrantTypes.DeviceCode,
                Permissions.GrantTypes.RefreshToken,
                Permissions.Scopes.Profile,
            },
        };
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(client, cancellationToken);
    }

    /// <summary>The page on which the person confirms the user code. A person without a name denies it.</summary>
    private static async Task<IResult> VerifyAsync(HttpContext http)
    {
        var found = await http.AuthenticateAsync(Scheme);
        if (found.Principal?.GetClaim(Claims.ClientId) is not { Length: > 0 })
        {
            return Results.BadRequest("The user code is not known.");
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var properties = new AuthenticationProperties { RedirectUri = "/" };
        if (form["user"] is not [{ Length: > 0 } user])
        {
            return Results.Forbid(properties, [Scheme]);
        }

        var identity = new ClaimsIdentity("browser", Claims.Name, "roles");
        identity.SetClaim(Claims.Subject, user).SetClaim(Claims.Name, user);
        identity.AddClaim(new Claim("roles", form["role"]!));
        identity.SetScopes(found.Principal.GetScopes());
        identity.SetResources(Audience);
        identity.SetDestinations(_ => [Destinations.AccessToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), properties, Scheme);
    }

    private static async Task<IResult> ExchangeAsync(HttpContext http)
    {
        var found = await http.AuthenticateAsync(Scheme);
        var identity = new ClaimsIdentity(found.Principal!.Claims, "token", Claims.Name, "roles");
        identity.SetDestinations(_ => [Destinations.AccessToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), properties: null, Scheme);
    }
}
