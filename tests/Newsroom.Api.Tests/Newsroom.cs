using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
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
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Npgsql;
using Wolverine.Marten;
using Xunit;

[assembly: AssemblyFixture(typeof(Newsroom.Api.Tests.Newsroom))]

namespace Newsroom.Api.Tests;

/// <summary>
/// One API on a database of its own for all tests: real PostgreSQL, real HTTP pipeline, tokens of the development issuer.
/// </summary>
public sealed class Newsroom : IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("newsroom-tests-").FullName;
    private string database = "";

    /// <summary>Settings of the host's own connections, as PostgreSQL's command line takes them.</summary>
    public string ConnectionOptions { get; init; } = "";

    /// <summary>How the host reaches the database, where that is not as its owner does.</summary>
    public Func<string, string>? Reached { get; init; }

    /// <summary>Prepares the database and the data directory before the host starts.</summary>
    public Func<string, string, Task> Prepare { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Changes services of the host before it starts.</summary>
    public Action<IServiceCollection> Configure { get; init; } = _ => { };

    /// <summary>How its database's owner reaches it.</summary>
    public string Database => database;

    /// <summary>The host.</summary>
    public IAlbaHost Host { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        database = await TestServer.CreateDatabaseAsync();
        await Prepare(database, data);
        JasperFxEnvironment.AutoStartHost = true;
        var reached = Reached?.Invoke(database) ?? database;
        Host = await AlbaHost.For<Program>(builder =>
            builder
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
        var admin = As("root", Role.Admin);
        foreach (var desk in new[] { "world", "metro" })
        {
            (await admin.PutAsync($"/desks/{desk}", new { name = desk, language = "en" })).Status.ShouldBeOneOf(200, 201);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Absent where it did not start, of which the test tells.
        await (Host?.DisposeAsync() ?? ValueTask.CompletedTask);
        await TestServer.DropDatabaseAsync(database);
        Directory.Delete(data, recursive: true);
    }

    /// <summary>Waits until every view has seen every event.</summary>
    public Task CatchUpAsync() =>
        Host.PauseThenCatchUpOnMartenDaemonActivityAsync(
            CatchUpMode.AndResumeNormally,
            cancellation: TestContext.Current.CancellationToken
        );

    /// <summary>Somebody with a token for these roles.</summary>
    public Person As(string user, params Role[] roles) => new(Host.Server.CreateClient(), Token(user, roles));

    /// <summary>A token for these roles.</summary>
    public string Token(string user, IEnumerable<Role> roles) =>
        DevelopmentIssuer.Token(DevelopmentIssuer.Key(data), user, roles, DateTimeOffset.UtcNow, TimeSpan.FromHours(1));

    /// <summary>The bearer of a token with this subject, or with none.</summary>
    public Person Subject(string? subject, params Role[] roles)
    {
        var key = DevelopmentIssuer.Key(data);
        var parts = DevelopmentIssuer.Token(key, "somebody", roles, DateTimeOffset.UtcNow, TimeSpan.FromHours(1)).Split('.');
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

    /// <summary>Somebody whose token ran out.</summary>
    public Person Late(string user, params Role[] roles) =>
        new(
            Host.Server.CreateClient(),
            DevelopmentIssuer.Token(DevelopmentIssuer.Key(data), user, roles, DateTimeOffset.UtcNow.AddHours(-2), TimeSpan.FromHours(1))
        );

    /// <summary>A reader: no token.</summary>
    public Person Reader() => new(Host.Server.CreateClient(), null);
}

/// <summary>Somebody who sends requests.</summary>
public sealed class Person(HttpClient http, string? token)
{
    public Task<Answer> GetAsync(string path, string? ifNoneMatch = null) =>
        SendAsync(HttpMethod.Get, path, null, null, ("If-None-Match", ifNoneMatch));

    public Task<Answer> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, Json(body), "application/json");

    /// <summary>Posts a command, based on a version where one is named.</summary>
    public Task<Answer> PostAsync(string path, object? body = null, long? basedOn = null, string? idempotencyKey = null) =>
        SendAsync(
            HttpMethod.Post,
            path,
            Json(body ?? new { }),
            "application/json",
            ("If-Match", basedOn is { } v ? $"\"v{v}\"" : null),
            ("Idempotency-Key", idempotencyKey)
        );

    /// <summary>Sends exactly this.</summary>
    public async Task<Answer> SendAsync(
        HttpMethod method,
        string path,
        byte[]? body,
        string? contentType,
        params (string Name, string? Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers)
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        }

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer(
            (int)response.StatusCode,
            response.Headers.ETag?.ToString(),
            response.Headers.Location?.ToString(),
            response.Headers.TryGetValues("Link", out var links) ? links.Single() : null,
            response.Content.Headers.ContentType?.MediaType,
            text
        );
    }

    private static byte[] Json(object body) =>
        body is string raw ? Encoding.UTF8.GetBytes(raw) : JsonSerializer.SerializeToUtf8Bytes(body, JsonSerializerOptions.Web);
}

/// <summary>What came back.</summary>
public sealed record Answer(int Status, string? ETag, string? Location, string? Link, string? ContentType, string Text)
{
    /// <summary>The body as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>The version the command made.</summary>
    public long Version => Json["version"]!.GetValue<long>();

    /// <summary>The storage names of the events the command recorded.</summary>
    public string[] Events => [.. Json["events"]!.AsArray().Select(e => e!["type"]!.GetValue<string>())];

    /// <summary>The codes of a refusal's reasons.</summary>
    public string[] Reasons => [.. Json["reasons"]!.AsArray().Select(r => r!["code"]!.GetValue<string>())];

    /// <summary>The gates a refusal says failed.</summary>
    public string[] FailedGates =>
        [.. Json["gates"]!.AsArray().Where(g => g!["outcome"]!.GetValue<string>() == "failed").Select(g => g!["gate"]!.GetValue<string>())];

    /// <summary>Asserts the status and shows the body where it is another.</summary>
    public Answer Is(int status)
    {
        Status.ShouldBe(status, Text);
        return this;
    }

    /// <summary>Asserts a refusal: problem details with this status and first reason.</summary>
    public Answer IsRefused(int status, string code)
    {
        Is(status);
        ContentType.ShouldBe("application/problem+json");
        Reasons.ShouldContain(code, Text);
        return this;
    }
}
