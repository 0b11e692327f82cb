using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Newsroom.Console.Hosting;

/// <summary>What a host tells about itself: no name of its server and, outside Development, that it is reached by TLS only.</summary>
public static class TransportSecurity
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(365);

    /// <summary>Configures the server.</summary>
    public static void AddTransportSecurity(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.Configure<HstsOptions>(hsts => hsts.MaxAge = MaxAge);
    }

    /// <summary>Adds <c>Strict-Transport-Security</c> to responses over TLS; follows <see cref="TrustedProxies"/>.</summary>
    public static void UseTransportSecurity(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }
    }
}
