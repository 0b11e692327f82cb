using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Alba;
using JasperFx.CommandLine;
using Marten.Events;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Composition;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Ledger;
using Newsroom.Domain.Kernel;
using Newsroom.EmbeddedPostgres;
using Newsroom.Local;
using Npgsql;
using Wolverine.Marten;

namespace Newsroom.Benchmarks.Replay;

/// <summary>Runs an API in this process, on its own PostgreSQL with fsync on, and counts the cost of requests.</summary>
internal sealed class MeasuredNewsroom : IAsyncDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("newsroom-bench-");
    private readonly ActivityListener listener;
    private EmbeddedPostgresServer server = null!;
    private IAlbaHost host = null!;

    private MeasuredNewsroom()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql" || source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.Source.Name == "Npgsql" && activity.Parent is not null)
                {
                    RoundTrips++;
                    InDatabase += activity.Duration;
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>Gets the number of database round trips.</summary>
    public int RoundTrips { get; private set; }

    /// <summary>Gets the time spent waiting for the database.</summary>
    public TimeSpan InDatabase { get; private set; }

    public NpgsqlDataSource Database => host.Services.GetRequiredService<NpgsqlDataSource>();

    /// <summary>Starts an API with a desk called town.</summary>
    /// <param name="ledger">Whether the ledger is built; false only to measure its cost.</param>
    public static async Task<MeasuredNewsroom> StartAsync(bool ledger = true)
    {
        var newsroom = new MeasuredNewsroom();
        JasperFxEnvironment.AutoStartHost = true;
        Environment.SetEnvironmentVariable("NEWSROOM_DATA", newsroom.data.FullName);
        Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_NEWSROOM_API", AppContext.BaseDirectory);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(newsroom.data.FullName, (UnixFileMode)0b111_101_101);
        }

        newsroom.server = await EmbeddedPostgresServer.StartAsync(
            new EmbeddedPostgresOptions
            {
                DataDirectory = Path.Combine(newsroom.data.FullName, "postgres"),
                Settings = new Dictionary<string, string> { ["full_page_writes"] = "off" },
            }
        );
        newsroom.host = await AlbaHost.For<Program>(builder =>
            builder
                .UseSetting("ConnectionStrings:Newsroom", newsroom.server.ConnectionString)
                .UseSetting("Development:Welcome", "false")
                .UseEnvironment("Development")
                .ConfigureServices(services =>
                {
                    if (!ledger)
                    {
                        services.Remove(services.Single(s => s.ImplementationType == typeof(LedgerModule.Subscription)));
                    }
                })
        );
        using var admin = newsroom.Client("jonas", Role.Admin);
        (await admin.PutAsJsonAsync("/desks/town", new { name = "Town", language = "en" })).EnsureSuccessStatusCode();
        return newsroom;
    }

    /// <summary>Creates a client.</summary>
    public HttpClient Client(string user, Role role)
    {
        var client = host.Server.CreateClient();
        client.Timeout = TimeSpan.FromMinutes(10);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(user, role));
        return client;
    }

    public string Token(string user, Role role) =>
        DevelopmentIssuer.Token(
            DevelopmentIssuer.Key(data.FullName),
            user,
            [role.ToKebabCase()],
            DateTimeOffset.UtcNow,
            TimeSpan.FromHours(6)
        );

    /// <summary>Waits until all projections have caught up.</summary>
    public Task CatchUpAsync() => host.PauseThenCatchUpOnMartenDaemonActivityAsync(CatchUpMode.AndResumeNormally);

    public async Task<object?> ScalarAsync(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        command.CommandTimeout = 600;
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Imports changes of one file.</summary>
    public static async Task<JsonNode> ImportAsync(HttpClient admin, string began, IEnumerable<object> changes)
    {
        using var response = await admin.PostAsJsonAsync(
            "/stories/import-history",
            new { desk = "town", files = new[] { new { began, changes } } }
        );
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? JsonNode.Parse(text)!["files"]![0]! : throw new InvalidOperationException(text);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await server.DisposeAsync();
        listener.Dispose();
        data.Delete(recursive: true);
    }
}
