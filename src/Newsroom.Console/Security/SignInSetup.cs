using System.Net;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Newsroom.Console.Configuration;

namespace Newsroom.Console.Security;

/// <summary>Registers the session cookie and, where there is one, the issuer.</summary>
internal static class SignInSetup
{
    public static void AddConsoleSignIn(this IServiceCollection services, ConsoleOptions options)
    {
        AddSessions(services, options);
        services.AddSingleton<TokenRenewal>();
        services.AddSingleton<DevelopmentPeople>();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "newsroom-console-form";
            antiforgery.Cookie.SecurePolicy = options.AllowsHttpOnLoopback ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        });
        services.AddAuthorizationBuilder().AddPolicy(Sessions.Policy, Policy());
        var authentication = services.AddAuthentication().AddCookie(Sessions.Scheme, cookie => Configure(cookie, options));
        services
            .AddOptions<CookieAuthenticationOptions>(Sessions.Scheme)
            .Configure<ITicketStore>((cookie, store) => cookie.SessionStore = store);
        if (options.Authority is not null)
        {
            authentication.AddOpenIdConnect(Sessions.IssuerScheme, issuer => Configure(issuer, options));
        }
    }

    private static void AddSessions(IServiceCollection services, ConsoleOptions options)
    {
        if (options.SessionDirectory is not { } directory)
        {
            services.AddSingleton<ITicketStore, SessionStore>();
            return;
        }

        var keys = Path.Combine(directory, "keys");
        SessionFiles.CreateDirectory(directory);
        SessionFiles.CreateDirectory(keys);
        services.AddDataProtection().SetApplicationName("newsroom-console").PersistKeysToFileSystem(new DirectoryInfo(keys));
        services.AddSingleton<ITicketStore>(host => new SessionFiles(
            directory,
            host.GetRequiredService<IDataProtectionProvider>(),
            host.GetRequiredService<TimeProvider>()
        ));
    }

    private static AuthorizationPolicy Policy() =>
        new AuthorizationPolicyBuilder(Sessions.Scheme).RequireAuthenticatedUser().Build();

    private static void Configure(CookieAuthenticationOptions cookie, ConsoleOptions options)
    {
        cookie.Cookie.Name = "newsroom-console";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        cookie.LoginPath = "/sign-in";
        cookie.ReturnUrlParameter = ReturnAddress.Parameter;
        cookie.SlidingExpiration = false;
        cookie.Events.OnValidatePrincipal = context =>
            context.HttpContext.RequestServices.GetRequiredService<TokenRenewal>().ValidateAsync(context);
        cookie.Events.OnSigningIn = signing => Relax(signing.HttpContext, signing.CookieOptions, options);
        cookie.Events.OnSigningOut = signing => Relax(signing.HttpContext, signing.CookieOptions, options);
    }

    // A browser does not send a Secure cookie over plain HTTP.
    private static Task Relax(HttpContext http, CookieOptions cookie, ConsoleOptions options)
    {
        cookie.Secure = http.Request.IsHttps || !(options.AllowsHttpOnLoopback && IsLocal(http.Connection.RemoteIpAddress));
        return Task.CompletedTask;
    }

    private static bool IsLocal(IPAddress? address) => address is not null && IPAddress.IsLoopback(address);

    private static void Configure(OpenIdConnectOptions issuer, ConsoleOptions options)
    {
        issuer.SignInScheme = Sessions.Scheme;
        issuer.Authority = options.Authority;
        issuer.ClientId = options.ClientId;
        issuer.ClientSecret = options.ClientSecret;
        issuer.ResponseType = OpenIdConnectResponseType.Code;
        issuer.ResponseMode = OpenIdConnectResponseMode.Query;
        issuer.UsePkce = true;
        issuer.SaveTokens = true;
        issuer.MapInboundClaims = false;
        issuer.UseTokenLifetime = false;
        issuer.CorrelationCookie.SameSite = SameSiteMode.Lax;
        issuer.NonceCookie.SameSite = SameSiteMode.Lax;
        issuer.RequireHttpsMetadata = !(Uri.TryCreate(options.Authority, UriKind.Absolute, out var name) && name.IsLoopback);
        foreach (var scope in options.Scopes)
        {
            issuer.Scope.Add(scope);
        }

        issuer.Events.OnRedirectToIdentityProvider = async redirect =>
        {
            var found = await redirect.Options.ConfigurationManager!.GetConfigurationAsync(redirect.HttpContext.RequestAborted);
            if (found.ScopesSupported.Contains(OpenIdConnectScope.OfflineAccess))
            {
                redirect.ProtocolMessage.Scope += $" {OpenIdConnectScope.OfflineAccess}";
            }

            if (options.Audience is { } audience)
            {
                redirect.ProtocolMessage.SetParameter("audience", audience);
            }
        };
        issuer.Events.OnTicketReceived = received =>
        {
            received.HttpContext.RequestServices.GetRequiredService<TokenRenewal>().Begin(received.Properties!);
            return Task.CompletedTask;
        };
        issuer.Events.OnRemoteFailure = failed =>
        {
            failed.HandleResponse();
            failed.Response.Redirect($"{failed.Request.PathBase}/sign-in?failed=true");
            return Task.CompletedTask;
        };
    }
}
