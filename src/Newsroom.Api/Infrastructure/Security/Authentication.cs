using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Local;

namespace Newsroom.Api.Infrastructure.Security;

/// <summary>Configures authentication by an OpenID Connect issuer or, in Development only, by the development issuer.</summary>
public static class Authentication
{
    /// <summary>How far the clocks of issuer and host may differ.</summary>
    internal static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan BackchannelTimeout = TimeSpan.FromSeconds(10);

    // Asymmetric only: the public key of an issuer must not be accepted as the secret of an HMAC (RFC 8725, section 2.1).
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSha384,
        SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256,
        SecurityAlgorithms.EcdsaSha384,
        SecurityAlgorithms.EcdsaSha512,
    ];

    // RFC 9068, section 2.1. Issuers that do not follow it write JWT, or nothing. Tokens for other purposes have other types.
    private static readonly string[] Types = ["at+jwt", "application/at+jwt", "JWT"];

    /// <summary>
    /// Adds JWT bearer authentication. <c>Authentication:Authority</c> and <c>Authentication:Audience</c> name the issuer. Without them,
    /// Development accepts tokens signed with the key in <paramref name="data"/>.
    /// </summary>
    /// <param name="builder">The builder of the host.</param>
    /// <param name="data">The data directory.</param>
    /// <param name="claim">A claim that tokens must have besides; null for none.</param>
    /// <exception cref="SettingsException">A setting is missing outside Development, or is not what is accepted.</exception>
    internal static void AddNewsroomAuthentication(this WebApplicationBuilder builder, DataDirectory data, RequiredClaim? claim = null)
    {
        var settings = IssuerSettings.Of(builder.Configuration, builder.Environment);
        builder
            .Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme)
            .AddJwtBearer(options =>
            {
                options.MapInboundClaims = false;
                options.SaveToken = false;
                options.BackchannelTimeout = BackchannelTimeout;
                options.Events = new JwtBearerEvents();
                options.Events.RejectIncomplete(claim);
                var accepted = options.TokenValidationParameters;
                accepted.NameClaimType = "sub";
                accepted.ClockSkew = ClockSkew;
                accepted.TypeValidator = (type, _, _) => RequireType(type);
                accepted.ValidateAudience = settings.Audience is not null;
                accepted.ValidAudience = settings.Audience;
                if (settings.Authority is { } authority)
                {
                    options.Authority = authority;
                    options.RequireHttpsMetadata = !new Uri(authority).IsLoopback;
                    accepted.ValidAlgorithms = Algorithms;
                }
                else
                {
                    accepted.ValidIssuer = DevelopmentIssuer.Name;
                    accepted.ValidAlgorithms = [SecurityAlgorithms.HmacSha256];
                    accepted.IssuerSigningKey = new SymmetricSecurityKey(DevelopmentIssuer.Key(data.Path));
                }
            });
        builder
            .Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .PostConfigure<TimeProvider, ILogger<IssuerKeys>>((options, clock, log) => Complete(options, settings, clock, log));
        if (settings.Authority is not null)
        {
            builder.Services.AddHealthChecks().AddCheck<IssuerHealth>(IssuerHealth.Name, tags: ["ready"]);
        }
    }

    private static void Complete(JwtBearerOptions options, IssuerSettings settings, TimeProvider clock, ILogger<IssuerKeys> log)
    {
        if (settings.Authority is { } authority)
        {
            options.ConfigurationManager = new IssuerKeys(authority, options.MetadataAddress, options.Backchannel, clock, log);
        }

        var validators = options.TokenHandlers.ToList();
        options.TokenHandlers.Clear();
        validators.ForEach(validator => options.TokenHandlers.Add(new ValidatedTokens(validator, settings.Roles, clock)));
    }

    private static string? RequireType(string? type) =>
        string.IsNullOrEmpty(type) || Types.Contains(type, StringComparer.OrdinalIgnoreCase)
            ? type
            : throw new SecurityTokenInvalidTypeException("The token is no access token.") { InvalidType = type };
}
