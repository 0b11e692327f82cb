using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Alba;
using JasperFx.CommandLine;
using Marten;
using Marten.Events;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Newsroom.Local;
using Npgsql;
using Wolverine.Marten;

[assembly: AssemblyFixture(typeof(Newsroom.Api.Tests.Newsroom))]

namespace Newsroom.Api.Tests;

/// <summary>
/// A host on a copy of the template database: real PostgreSQL, real HTTP pipeline, tokens of the development issuer. All test classes
/// share one, except those with <see cref="IClassFixture{TFixture}"/>, which have one each.
/// </summary>
public class Newsroom : IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("newsroom-tests-").FullName;
    private string database = "";

    /// <summary>Whether the host starts on an empty database, and migrates it.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>Settings of the host's own connections, as PostgreSQL's command line takes them.</summary>
    public string ConnectionOptions { get; init; } = "";

    /// <summary>The connection string of the host, where it differs from the owner's.</summary>
    public Func<string, string>? Reached { get; init; }

    /// <summary>Prepares the database and the data directory before the host starts.</summary>
    public Func<string, string, Task> Prepare { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Changes services of the host before it starts.</summary>
    public Action<IServiceCollection> Configure { get; init; } = _ => { };

    /// <summary>Further settings of the host.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>The connection string of its database's owner.</summary>
    public string Database => database;

    /// <summary>The data directory.</summary>
    public string Data => data;

    /// <summary>The host's clock.</summary>
    public TimeProvider Clock => Host.Services.GetRequiredService<TimeProvider>();

    /// <summary>The host.</summary>
    public IAlbaHost Host { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        database = await (IsEmpty ? TestServer.CreateDatabaseAsync() : TemplateDatabase.CopyAsync(data));
        await Prepare(database, data);
        JasperFxEnvironment.AutoStartHost = true;
        var reached = Reached?.Invoke(database) ?? database;
        Host = await AlbaHost.For<Program>(builder =>
            Settings
                .Aggregate(
                    builder.UseSetting("Subscribers:Send", "false").UseSetting("RateLimits:Enabled", "false"),
                    (host, setting) => host.UseSetting(setting.Key, setting.Value)
                )
                .ConfigureServices(Configure)
                .UseSetting(DataDirectory.Setting, data)
                .UseSetting(
                    "ConnectionStrings:Newsroom",
                    new NpgsqlConnectionStringBuilder(reached)
                    {
                        Options = ConnectionOptions.Length > 0 ? ConnectionOptions : null,
                    }.ConnectionString
                )
                .UseSetting("ConnectionStrings:Maintenance", reached)
                .UseSetting("Ledger:CheckpointEvery", "00:00:01")
                .UseSetting("Development:Welcome", "false")
                .UseEnvironment("Development")
        );
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Null if the host did not start; the test reports that.
        await (Host?.DisposeAsync() ?? ValueTask.CompletedTask);
        await TestServer.DropDatabaseAsync(database);
        Directory.Delete(data, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops the host and keeps the database. Returns the files of the data directory, which it deletes.</summary>
    public async Task<IReadOnlyDictionary<string, byte[]>> StopAsync()
    {
        await Host.DisposeAsync();
        var files = Directory.EnumerateFiles(data).ToDictionary(path => Path.GetFileName(path), File.ReadAllBytes);
        Directory.Delete(data, recursive: true);
        return files;
    }

    /// <summary>Waits until every projection has applied every event.</summary>
    public Task CatchUpAsync() =>
        Host.PauseThenCatchUpOnMartenDaemonActivityAsync(
            CatchUpMode.AndResumeNormally,
            cancellation: TestContext.Current.CancellationToken
        );

    /// <summary>Returns a client with a token for these roles.</summary>
    public Person As(string user, params Role[] roles) => new(Host.Server.CreateClient(), Token(user, roles));

    /// <summary>Returns a client with a token of a subscriber.</summary>
    public Person Subscriber(string subscriber) =>
        new(
            Host.Server.CreateClient(),
            DevelopmentIssuer.SubscriberToken(DevelopmentIssuer.Key(data), subscriber, Clock.GetUtcNow(), TimeSpan.FromHours(1))
        );

    /// <summary>A token for these roles.</summary>
    public string Token(string user, IEnumerable<Role> roles) => DevelopmentTokens.Issue(data, user, roles);

    /// <summary>Returns a client with a token for this subject, or without a subject.</summary>
    public Person Subject(string? subject, params Role[] roles)
    {
        var key = DevelopmentIssuer.Key(data);
        var parts = Token("somebody", roles).Split('.');
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!.AsObject();
        claims.Remove("sub");
        if (subject is not null)
        {
            claims["sub"] = subject;
        }

        var text = $"{parts[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        return new(
            Host.Server.CreateClient(),
            $"{text}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(text)))}"
        );
    }

    /// <summary>Returns a client with an expired token.</summary>
    public Person Late(string user, params Role[] roles) =>
        new(Host.Server.CreateClient(), DevelopmentTokens.IssueExpired(data, user, roles));

    /// <summary>Returns a client without a token.</summary>
    public Person Reader() => new(Host.Server.CreateClient(), null);
}
