using Marten;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Kernel;
using Newsroom.Local;

namespace Newsroom.Api.Composition;

/// <summary>Prints the address, loads the sample data into an empty store, and says how to get in.</summary>
internal sealed partial class DevelopmentStartup(
    IServer server,
    IDocumentStore store,
    IHostApplicationLifetime lifetime,
    DataDirectory data,
    DevelopmentStartup.Name name,
    TimeProvider clock,
    ILogger<DevelopmentStartup> log
) : BackgroundService
{
    /// <summary>Gets the folder of the sample data in the build output.</summary>
    public static string SeedsFolder { get; } = Path.Combine(AppContext.BaseDirectory, "seeds");

    /// <summary>Adds it to a host in Development, unless <c>Development:Welcome</c> is false.</summary>
    public static void Add(WebApplicationBuilder builder, DataDirectory data, HostTitle? title)
    {
        if (builder.Environment.IsDevelopment() && builder.Configuration.GetValue("Development:Welcome", true))
        {
            builder.Services.AddSingleton(data).AddSingleton(new Name(title?.Host)).AddHostedService<DevelopmentStartup>();
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        var address = server
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.First()
            .Replace("[::]", "localhost", StringComparison.Ordinal)
            .Replace("0.0.0.0", "localhost", StringComparison.Ordinal);
        data.Announce(address);
        var key = DevelopmentIssuer.Key(data.Path);
        string Token(string user, IEnumerable<Role> roles) =>
            DevelopmentIssuer.Token(
                key,
                user,
                roles.Select(role => role.ToKebabCase()),
                clock.GetUtcNow(),
                TimeSpan.FromHours(12),
                data.Title
            );

        var statistics = await store.Advanced.FetchEventStoreStatistics(token: stoppingToken);
        if (statistics.EventCount == 0 && Directory.Exists(SeedsFolder))
        {
            using var api = new HttpClient { BaseAddress = new Uri(address) };
            api.DefaultRequestHeaders.Host = name.Host;
            try
            {
                await new SampleData(SeedsFolder, api, Token).LoadAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is InvalidOperationException or HttpRequestException)
            {
                SeedsFailed(log, failure);
            }
        }

        address = name.Host is { } host ? new UriBuilder(address) { Host = host }.Uri.GetLeftPart(UriPartial.Authority) : address;
        var shown = Environment.GetEnvironmentVariable("NEWSROOM_PUBLIC_ADDRESS") is { Length: > 0 } outside ? outside : address;
        System.Console.WriteLine(Greeting(shown));
    }

    /// <summary>How clients address this host.</summary>
    /// <param name="Host">The host name of its title; null where it has none.</param>
    internal sealed record Name(string? Host);

    [LoggerMessage(LogLevel.Error, "The sample newsroom could not be loaded.")]
    private static partial void SeedsFailed(ILogger log, Exception failure);

    private async Task StartedAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource();
        await using var listening = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }

    private string Greeting(string address) =>
        $"""

            Newsroom listens on {address}
              open it in a browser: the console signs you in as one of the sample people
              its data is in {data.Path}
              a token on the command line: newsroom token --user ana --role editor{(data.Title is { } title ? $" --title {title}" : "")}

            Ctrl-C stops it.
            """;
}
