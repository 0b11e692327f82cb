using System.Net.Http.Json;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Newsroom.Api.Tests.Infrastructure.Security;

/// <summary>An OpenID Connect server that listens on a port of this machine, and gives tokens to service accounts: OpenIddict.</summary>
internal sealed class ServedIssuer : IAsyncDisposable
{
    public const string Audience = "newsroom";

    public const string ClientId = "wire-import";

    public const string ClientSecret = "9f8e7d6c5b4a39281706";

    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    private readonly WebApplication app;
    private readonly HttpClient http = new();

    private ServedIssuer(WebApplication app) => this.app = app;

    /// <summary>The name of the issuer: its address.</summary>
    public string Name => $"{app.Urls.Single()}/";

    /// <summary>The key that tokens are signed with.</summary>
    public SigningCredentials Signing => Options.SigningCredentials[0];

    private OpenIddictServerOptions Options => app.Services.GetRequiredService<IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue;

    public static async Task<ServedIssuer> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
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
        app.MapPost("/connect/token", (Delegate)Exchange);
        await app.StartAsync(cancellationToken);
        await RegisterClientAsync(app.Services, cancellationToken);
        return new ServedIssuer(app);
    }

    /// <summary>Gets a token with the credentials of the service account.</summary>
    public async Task<string> TokenAsync(string secret = ClientSecret)
    {
        using var form = new FormUrlEncodedContent(
            [new("grant_type", "client_credentials"), new("client_id", ClientId), new("client_secret", secret)]
        );
        using var answer = await http.PostAsync(new Uri($"{Name}connect/token"), form, TestContext.Current.CancellationToken);
        var json = await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken);
        return json!["access_token"]!.GetValue<string>();
    }

    /// <summary>Signs claims with the current key, or with another.</summary>
    public string Sign(JsonObject claims, SigningCredentials? key = null, string type = "at+jwt") =>
        new JsonWebTokenHandler().CreateToken(
            claims.ToJsonString(),
            key ?? Signing,
            new Dictionary<string, object> { [JwtHeaderParameterNames.Typ] = type }
        );

    /// <summary>Returns the claims of a token that is valid from a minute ago for an hour.</summary>
    public JsonObject Claims(params string[] roles) =>
        new()
        {
            ["iss"] = Name,
            ["aud"] = Audience,
            ["sub"] = "rita",
            ["roles"] = new JsonArray([.. roles.Select(role => JsonValue.Create(role))]),
            ["nbf"] = At(TimeSpan.FromMinutes(-1)),
            ["iat"] = At(TimeSpan.FromMinutes(-1)),
            ["exp"] = At(TimeSpan.FromHours(1)),
        };

    /// <summary>Returns a time relative to that of the machine, in seconds since 1970.</summary>
    public static long At(TimeSpan later) => (TimeProvider.System.GetUtcNow() + later).ToUnixTimeSeconds();

    /// <summary>Creates a key that the server does not publish.</summary>
    public static SigningCredentials CreateKey() =>
        new(
            new RsaSecurityKey(RSA.Create(2048)) { KeyId = Convert.ToHexString(RandomNumberGenerator.GetBytes(8)) },
            SecurityAlgorithms.RsaSha256
        );

    /// <summary>Publishes a new key, and signs with it from now on.</summary>
    public void Rotate() => Options.SigningCredentials.Insert(0, CreateKey());

    /// <summary>Removes all keys but the current one.</summary>
    public void RemoveOldKeys() => Options.SigningCredentials.RemoveRange(1, Options.SigningCredentials.Count - 1);

    /// <summary>Publishes a key again, and signs with it.</summary>
    public void Restore(SigningCredentials key) => Options.SigningCredentials.Insert(0, key);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    private static void Configure(OpenIddictServerBuilder server)
    {
        server
            .SetTokenEndpointUris("connect/token")
            .AllowClientCredentialsFlow()
            .DisableAccessTokenEncryption()
            .AddEphemeralEncryptionKey()
            .AddSigningCredentials(CreateKey());
        server.UseAspNetCore().EnableTokenEndpointPassthrough().DisableTransportSecurityRequirement();
    }

    private static async Task RegisterClientAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var client = new OpenIddictApplicationDescriptor
        {
            ClientId = ClientId,
            ClientSecret = ClientSecret,
            ClientType = ClientTypes.Confidential,
            Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials },
        };
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(client, cancellationToken);
    }

    private static IResult Exchange(HttpContext http)
    {
        var identity = new ClaimsIdentity("token", OpenIddictConstants.Claims.Name, OpenIddictConstants.Claims.Role);
        identity.SetClaim(OpenIddictConstants.Claims.Subject, http.GetOpenIddictServerRequest()!.ClientId);
        identity.AddClaim(new Claim("roles", "reporter"));
        identity.SetResources(Audience);
        identity.SetDestinations(_ => [Destinations.AccessToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), properties: null, Scheme);
    }
}
