using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Composition.Titles;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Newsroom.Local;

namespace Newsroom.Api.Tests.Composition.Titles;

/// <summary>An installation with the titles morning and evening, each on a database, behind one server that listens.</summary>
public class TitledInstallation : IAsyncLifetime
{
    public const string Morning = "morning";

    public const string Evening = "evening";

    private readonly TemporaryDirectory files = new("newsroom-titles");
    private readonly TemporaryDirectory data = new("newsroom-tests");
    private readonly Dictionary<string, string> databases = [];
    private WebApplication? app;

    /// <summary>Further settings of the installation.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>The address that the front listens on.</summary>
    public Uri Address => new(app!.Urls.First());

    /// <summary>The titles.</summary>
    internal TitleSupervisor Titles => app!.Services.GetRequiredService<TitleSupervisor>();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        // One is a copy of the template and its keys; the other is migrated, and has others.
        Directory.CreateDirectory(DataOf(Morning));
        databases[Morning] = await TemplateDatabase.CopyAsync(DataOf(Morning));
        databases[Evening] = await TestServer.CreateDatabaseAsync();
        Write(Morning, FileOf(Morning));
        Write(Evening, FileOf(Evening));
        app = Build();
        await app.StartAsync(TestContext.Current.CancellationToken);
        await RunsAsync(Morning);
        await RunsAsync(Evening);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        foreach (var database in databases.Values)
        {
            await TestServer.DropDatabaseAsync(database);
        }

        files.Dispose();
        data.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The file of a title.</summary>
    public Dictionary<string, object> FileOf(string title) =>
        new()
        {
            ["hosts"] = new[] { HostOf(title) },
            ["connectionString"] = databases.GetValueOrDefault(title, "Host=127.0.0.1"),
        };

    /// <summary>The host name of a title.</summary>
    public static string HostOf(string title) => $"{title}.example";

    /// <summary>Creates an empty database for a title.</summary>
    public async Task AddDatabaseAsync(string title) => databases[title] = await TestServer.CreateDatabaseAsync();

    /// <summary>Writes the file of a title, as an operator does: it is there as a whole.</summary>
    public void Write(string title, object file)
    {
        var text = file as string ?? JsonSerializer.Serialize(file);
        File.WriteAllText(files[$"{title}.draft"], text);
        File.Move(files[$"{title}.draft"], files[$"{title}.json"], overwrite: true);
    }

    /// <summary>Deletes the file of a title.</summary>
    public void Delete(string title) => File.Delete(files[$"{title}.json"]);

    /// <summary>Waits until a title runs.</summary>
    public Task RunsAsync(string title) =>
        Eventually.HoldsAsync(
            $"the title {title} runs",
            () => Task.FromResult(Titles.Runners.GetValueOrDefault(title)?.Host is not null),
            () => Task.FromResult($"{Titles.Faults.GetValueOrDefault(title)} {Titles.Runners.GetValueOrDefault(title)?.Fault}")
        );

    /// <summary>Waits until the file of a title has a fault, and returns it.</summary>
    public async Task<string> FaultAsync(string title, Func<string, bool>? expected = null)
    {
        await Eventually.HoldsAsync(
            $"the title {title} has a fault",
            () => Task.FromResult(Titles.Faults.TryGetValue(title, out var fault) && expected?.Invoke(fault) != false)
        );
        return Titles.Faults[title];
    }

    /// <summary>The data directory of a title.</summary>
    public string DataOf(string title) => new DataDirectory(data.Path).OfTitle(title).Path;

    /// <summary>A client of the front that names a host.</summary>
    public HttpClient At(string? host)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        http.DefaultRequestHeaders.Host = host;
        return http;
    }

    /// <summary>A person with a token of a title, at its host name.</summary>
    public Person As(string title, string user, params Role[] roles) => new(At(HostOf(title)), Token(title, user, roles));

    /// <summary>A token of a title.</summary>
    public string Token(string title, string user, params Role[] roles) =>
        DevelopmentIssuer.Token(
            DevelopmentIssuer.Key(DataOf(title)),
            user,
            roles.Select(role => role.ToKebabCase()),
            TimeProvider.System.GetUtcNow(),
            TimeSpan.FromHours(1),
            title
        );

    private WebApplication Build()
    {
        var settings = new Dictionary<string, string>
        {
            [TitleSettings.DirectorySetting] = files.Path,
            [TitleSettings.ReadEverySetting] = "00:00:00.2",
            [TitleSettings.PerServerSetting] = "8",
            [DataDirectory.Setting] = data.Path,
            ["urls"] = "http://127.0.0.1:0",
            ["Subscribers:Send"] = "false",
            ["RateLimits:Enabled"] = "false",
            ["Ledger:CheckpointEvery"] = "00:00:01",
            ["Logging:LogLevel:Default"] = "Error",
        };
        foreach (var (name, value) in Settings)
        {
            settings[name] = value;
        }

        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(Program).Assembly.GetName().Name,
                Args = [.. settings.Select(setting => $"--{setting.Key}={setting.Value}")],
                ContentRootPath = AppContext.BaseDirectory,
                EnvironmentName = "Development",
            }
        );
        return TitleFront.Build(builder, TitleSettings.Of(builder.Configuration)!, TimeProvider.System);
    }
}
