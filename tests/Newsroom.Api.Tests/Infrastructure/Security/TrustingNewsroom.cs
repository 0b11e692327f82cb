using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Security;

namespace Newsroom.Api.Tests.Infrastructure.Security;

/// <summary>An OpenID Connect server, and a host that trusts it and reads its keys over HTTP.</summary>
public class TrustingNewsroom : IAsyncLifetime
{
    private readonly Link link = new();

    /// <summary>The clock of the host.</summary>
    public ShiftedClock Clock { get; } = new();

    /// <summary>Further settings of the host.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>The host.</summary>
    public Newsroom Host { get; private set; } = null!;

    /// <summary>The server.</summary>
    internal ServedIssuer Issuer { get; private set; } = null!;

    /// <summary>Whether the host cannot reach the server.</summary>
    internal bool IsCut
    {
        get => link.IsCut;
        set => link.IsCut = value;
    }

    /// <inheritdoc/>
    public virtual async ValueTask InitializeAsync()
    {
        Issuer = await ServedIssuer.StartAsync(TestContext.Current.CancellationToken);
        Host = new Newsroom
        {
            Settings = new(Settings)
            {
                [IssuerSettings.AuthoritySetting] = Issuer.Name,
                [IssuerSettings.AudienceSetting] = ServedIssuer.Audience,
            },
            Configure = services =>
            {
                services.AddSingleton<TimeProvider>(Clock);
                services.Configure<JwtBearerOptions>(
                    JwtBearerDefaults.AuthenticationScheme,
                    bearer => bearer.BackchannelHttpHandler = link
                );
            },
        };
        await Host.InitializeAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Issuer.DisposeAsync();
        link.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Returns a client with a token.</summary>
    public Person With(string token) => new(Host.Host.Server.CreateClient(), token);

    private sealed class Link() : DelegatingHandler(new SocketsHttpHandler())
    {
        public bool IsCut { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            IsCut ? throw new HttpRequestException("The connection was refused.") : base.SendAsync(request, cancellationToken);
    }
}
