using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Local;

namespace Newsroom.Api.Infrastructure.Security;

/// <summary>Configures authentication by an OpenID Connect issuer or, in Development only, by the development issuer.</summary>
public static class Authentication
{
    /// <summary>
    /// Adds JWT bearer authentication. <c>Authentication:Authority</c> and <c>Authentication:Audience</c> name the issuer. Without them,
    /// Development accepts tokens signed with the key in <paramref name="data"/>.
    /// </summary>
    /// <exception cref="SettingsException">No issuer is configured outside Development, or the issuer's name has an @.</exception>
    internal static void AddNewsroomAuthentication(this WebApplicationBuilder builder, DataDirectory data)
    {
        var settings = builder.Configuration.GetSection("Authentication");
        var authority = settings["Authority"];
        if (string.IsNullOrWhiteSpace(authority))
        {
            authority = null;
        }

        if (authority is null && !builder.Environment.IsDevelopment())
        {
            throw new SettingsException(
                $"The environment {builder.Environment.EnvironmentName} needs a token issuer. Set Authentication:Authority and "
                    + "Authentication:Audience to an OpenID Connect issuer. Only Development issues tokens itself."
            );
        }

        if (authority?.Contains('@', StringComparison.Ordinal) == true)
        {
            throw new SettingsException("Authentication:Authority must not have an @, because people are identified as subject@issuer.");
        }

        builder
            .Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme)
            .AddJwtBearer(options =>
            {
                options.MapInboundClaims = false;
                options.SaveToken = false;
                options.Events = new JwtBearerEvents();
                options.Events.RejectIncomplete();
                options.TokenValidationParameters.NameClaimType = "sub";
                options.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(30);
                options.TokenValidationParameters.ValidateAudience = settings["Audience"] is not null;
                options.TokenValidationParameters.ValidAudience = settings["Audience"];
                if (authority is not null)
                {
                    options.Authority = authority;
                }
                else
                {
                    options.TokenValidationParameters.ValidIssuer = DevelopmentIssuer.Name;
                    options.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.HmacSha256];
                    options.TokenValidationParameters.IssuerSigningKey = new SymmetricSecurityKey(DevelopmentIssuer.Key(data.Path));
                }
            });
        builder
            .Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .PostConfigure<TimeProvider>(
                (options, clock) =>
                {
                    var validators = options.TokenHandlers.ToList();
                    options.TokenHandlers.Clear();
                    validators.ForEach(validator => options.TokenHandlers.Add(new ValidatedTokens(validator, clock)));
                }
            );
    }
}
