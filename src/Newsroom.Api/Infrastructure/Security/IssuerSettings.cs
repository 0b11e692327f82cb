using Newsroom.Api.Infrastructure.Persistence;

namespace Newsroom.Api.Infrastructure.Security;

/// <summary>Configures whose tokens are accepted.</summary>
/// <param name="Authority">The OpenID Connect issuer; null for the development issuer.</param>
/// <param name="Audience">The audience that tokens must have; null for any, in Development only.</param>
/// <param name="Roles">How the roles are read from a token.</param>
internal sealed record IssuerSettings(string? Authority, string? Audience, RoleMapping Roles)
{
    /// <summary>The setting of the issuer.</summary>
    public const string AuthoritySetting = "Authentication:Authority";

    /// <summary>The setting of the audience.</summary>
    public const string AudienceSetting = "Authentication:Audience";

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingsException">A setting is missing outside Development, or is not what is accepted.</exception>
    public static IssuerSettings Of(IConfiguration configuration, IHostEnvironment environment)
    {
        var (authority, audience) = (Given(configuration[AuthoritySetting]), Given(configuration[AudienceSetting]));
        if (authority is null && !environment.IsDevelopment())
        {
            throw new SettingsException(
                $"The environment {environment.EnvironmentName} needs a token issuer. Set {AuthoritySetting} and {AudienceSetting} to an "
                    + "OpenID Connect issuer. Only Development issues tokens itself."
            );
        }

        if (authority is not null)
        {
            RequireIssuer(authority, environment);
        }

        return audience is null && !environment.IsDevelopment()
            ? throw new SettingsException(
                $"The environment {environment.EnvironmentName} needs {AudienceSetting}: the audience that tokens for this API have. "
                    + "Without it, a token that the issuer gave to any other program would be accepted here."
            )
            : new IssuerSettings(authority, audience, RoleMapping.Of(configuration));
    }

    private static void RequireIssuer(string authority, IHostEnvironment environment)
    {
        if (authority.Contains('@', StringComparison.Ordinal))
        {
            throw new SettingsException($"{AuthoritySetting} must not have an @, because people are identified as subject@issuer.");
        }

        if (
            !Uri.TryCreate(authority, UriKind.Absolute, out var address)
            || address is not { Query.Length: 0, Fragment.Length: 0 }
            || !(address.Scheme == Uri.UriSchemeHttps || IsLocal(address, environment))
        )
        {
            throw new SettingsException(
                $"{AuthoritySetting} is \"{authority}\". Accepted: the https address of an OpenID Connect issuer, such as "
                    + "https://login.example.org/; in Development also an http address of this machine."
            );
        }
    }

    private static bool IsLocal(Uri address, IHostEnvironment environment) =>
        address.Scheme == Uri.UriSchemeHttp && address.IsLoopback && environment.IsDevelopment();

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
