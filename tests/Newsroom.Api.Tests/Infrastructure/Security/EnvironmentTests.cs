using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Hosting.Internal;
using Newsroom.Api.Composition;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Ledger;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Newsroom.Ledger;
using Newsroom.Local;
using Npgsql;

namespace Newsroom.Api.Tests.Infrastructure.Security;

/// <summary>Hosts in separate processes, in environments of every name: tokens and keys of development exist in Development only.</summary>
public sealed class EnvironmentTests : IAsyncLifetime
{
    private const string Issuer = "https://issuer.invalid/";

    private static readonly (string Name, string Value) Trusted = ("Authentication__Authority", Issuer);
    private static readonly (string Name, string Value) Named = ("Authentication__Audience", "newsroom");

    private static readonly NoteSigner Key = NoteSigner.Generate("newsroom.example/ledger");
    private static readonly NoteSigner Generated = NoteSigner.Generate("newsroom-development/0a1b2c3d");

    private readonly TemporaryDirectory data = new("newsroom-tests");
    private string database = "";

    [Theory]
    [InlineData(null)]
    [InlineData("Staging")]
    [InlineData("Codegen")]
    public async Task Without_an_issuer_only_Development_starts(string? environment)
    {
        var said = await RefusedAsync(environment, ("Ledger__Key", Key.Secret()));
        said.ShouldStartWith($"The environment {environment ?? "Production"} needs a token issuer.");
        File.Exists(data["development-issuer.key"]).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Staging")]
    public async Task Without_an_audience_only_Development_starts(string? environment) =>
        (await RefusedAsync(environment, Trusted, ("Ledger__Key", Key.Secret()))).ShouldContain("needs Authentication:Audience");

    [Theory]
    [InlineData("http://login.example.org/")]
    [InlineData("http://localhost:8080/")]
    [InlineData("login.example.org")]
    [InlineData("https://login.example.org/?tenant=1")]
    [InlineData(DevelopmentIssuer.Name)]
    public async Task In_Production_the_issuer_has_an_https_address(string issuer) =>
        (await RefusedAsync("Production", ("Authentication__Authority", issuer), Named, ("Ledger__Key", Key.Secret()))).ShouldContain(
            "Accepted: the https address"
        );

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task A_development_issuer_that_has_a_key_does_not_start_in_Production(string authority)
    {
        DevelopmentTokens.Issue(data.Path, "chi", [Role.ChiefEditor]);
        var said = await RefusedAsync("Production", ("Authentication__Authority", authority), Named, ("Ledger__Key", Key.Secret()));
        said.ShouldStartWith("The environment Production needs a token issuer.");
        (await ExistsAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_a_configured_key_only_Development_starts()
    {
        (await RefusedAsync("Staging", Trusted, Named)).ShouldStartWith("Staging signs its ledger");
        File.Exists(data["ledger.key"]).ShouldBeFalse();
        (await RefusedAsync("Staging", Trusted, Named, ("Ledger__Key", Generated.Secret()))).ShouldContain(
            "signs in Development only"
        );
        (await ExistsAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_development_host_does_not_start_on_a_database_that_was_not_created_in_development()
    {
        await CreateAsync("Production", Key);
        foreach (var key in new[] { Key.Secret(), "" })
        {
            (await RefusedAsync("Development", ("Ledger__Key", key))).ShouldContain("was not created in Development");
        }

        (await ScalarAsync<long>($"select count(*) from {LedgerTables.Checkpoints}")).ShouldBe(0);
    }

    [Fact]
    public async Task Another_host_does_not_start_on_a_development_database()
    {
        await CreateAsync("Development", Generated);
        (await RefusedAsync("Staging", Trusted, Named, ("Ledger__Key", Key.Secret()))).ShouldContain(
            "was created in Development"
        );
    }

    [Fact]
    public Task Production_accepts_no_development_token() => RefusesDevelopmentTokensAsync("Production");

    [Fact]
    public Task A_host_of_any_other_name_accepts_no_development_token() => RefusesDevelopmentTokensAsync("Staging");

    public async ValueTask InitializeAsync() => database = await TestServer.CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        await TestServer.DropDatabaseAsync(database);
        data.Dispose();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task RefusesDevelopmentTokensAsync(string environment)
    {
        await CreateAsync("Production", Key);
        using var host = Begin(environment, Trusted, Named, ("Ledger__Key", Key.Secret()));
        using var http = new HttpClient { BaseAddress = await host.AddressAsync(Cancel) };
        var token = DevelopmentTokens.Issue(data.Path, "chi", [Role.ChiefEditor]);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/stories")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        };
        using var answer = await http.SendAsync(request, Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private Task CreateAsync(string environment, NoteSigner key)
    {
        var named = new HostingEnvironment { EnvironmentName = environment };
        return new SchemaMigrator(
            new Database(database, database, null),
            named,
            new HostIdentity(DatabaseKinds.Of(named), LedgerKeys.Parse(key.Secret(), "keys")),
            [.. Modules.Projections]
        ).RunAsync();
    }

    /// <summary>Returns the output of a host that ended with exit code 1.</summary>
    private async Task<string> RefusedAsync(string? environment, params (string Name, string Value)[] settings)
    {
        using var host = Begin(environment, settings);
        var (code, said) = await host.ExitAsync(Cancel);
        code.ShouldBe(1, said);
        return said;
    }

    private HostProcess Begin(string? environment, params (string Name, string Value)[] settings) =>
        HostProcess.Start(database, data.Path, environment, settings);

    private Task<bool> ExistsAsync() => ScalarAsync<bool>("select to_regnamespace('newsroom') is not null");

    private async Task<T> ScalarAsync<T>(string sql)
    {
        await using var source = NpgsqlDataSource.Create($"{database};Pooling=false");
        return await source.ScalarAsync<T>(sql);
    }
}
