using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Newsroom.Api.Composition;
using Newsroom.Api.Tests;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Npgsql;

[assembly: AssemblyFixture(typeof(Newsroom.Console.Tests.ConsoleHost))]

namespace Newsroom.Console.Tests;

/// <summary>A host in Development with the sample newsroom. All tests share one.</summary>
public sealed class ConsoleHost : IAsyncLifetime
{
    private static readonly string[] Admin = ["admin"];

    private readonly TemporaryDirectory data = new("newsroom-console-tests");

    private HostProcess? process;

    private string database = "";

    /// <summary>Gets the address of the host.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Gets the data directory of the host.</summary>
    public string Data => data.Path;

    /// <summary>Gets the address of the console.</summary>
    public string Console => $"{Address}console";

    /// <summary>Gets the cookies of people who are signed in, by name.</summary>
    public ConcurrentDictionary<string, Lazy<Task<CookieCollection>>> Sessions { get; } = [];

    /// <summary>Gets a client that follows no redirect and keeps no cookie.</summary>
    public HttpClient Http { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        database = await TestServer.CreateDatabaseAsync();
        process = HostProcess.Start(database, data.Path, "Development");
        Address = await process.AddressAsync(cancellationToken);
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        await Eventually.HoldsAsync("the host carries out commands", IsAnsweringAsync);
        using var loading = new HttpClient { BaseAddress = Address };
        await new SampleData(Path.Combine(AppContext.BaseDirectory, "seeds"), loading, Token).LoadAsync(cancellationToken);
        await CatchUpAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        process?.Dispose();
        Http?.Dispose();
        await TestServer.DropDatabaseAsync(database);
        data.Dispose();
    }

    /// <summary>Waits until lists and boards have every event.</summary>
    public Task CatchUpAsync() => TableSignal.ProjectedAsync(database);

    /// <summary>Runs a statement as the owner of the database.</summary>
    public async Task RunAsync(string sql)
    {
        await using var owner = NpgsqlDataSource.Create(database);
        await owner.RunAsync(sql);
    }

    /// <summary>Sends a command or a read to the API.</summary>
    public async Task<JsonNode> SendAsync(HttpMethod method, string path, string user, Role role, object? body = null, long? basedOn = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token(user, [role]));
        request.Content = body is null ? null : JsonContent.Create(body);
        if (basedOn is { } version)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"v{version}\"");
        }

        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue($"{user} {method} {path}: {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>Drafts a story with one quote, by the reporter Kit, and returns its id.</summary>
    public async Task<Guid> DraftAsync(string headline, string body, string quote, string desk = "culture")
    {
        var draft = new
        {
            desk,
            headline,
            body,
        };
        var drafted = await SendAsync(HttpMethod.Post, "/stories/draft-article", "kit", Role.Reporter, draft);
        var story = drafted["story"]!.GetValue<Guid>();
        var attribution = new
        {
            words = quote,
            speaker = "oona-strand",
        };
        var version = drafted["version"]!.GetValue<long>();
        await SendAsync(HttpMethod.Post, $"/stories/{story}/attribute-quote", "kit", Role.Reporter, attribution, version);
        await CatchUpAsync();
        return story;
    }

    // On a busy machine the first command, for which the host compiles code, takes more than the time limit of requests.
    private async Task<bool> IsAnsweringAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/people/jonas");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token("jonas", [Role.Admin]));
        request.Content = JsonContent.Create(new { name = "Jonas Thrale", roles = Admin });
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.IsSuccessStatusCode;
    }

    private string Token(string user, IEnumerable<Role> roles) => DevelopmentTokens.Issue(data.Path, user, roles);
}
