using Newsroom.Api.Tests.Postgres;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Tests.Composition;

/// <summary>The commands for the schema, and hosts outside Development, in processes of their own.</summary>
public sealed class SchemaCommandTests : IAsyncLifetime
{
    private const string Environment = "Staging";

    private static readonly (string Name, string Value)[] Settings =
    [
        ("Ledger__Key", NoteSigner.Generate("newsroom.example/ledger").Secret()),
        ("Authentication__Authority", "https://issuer.invalid/"),
        ("Authentication__Audience", "newsroom"),
    ];

    private readonly TemporaryDirectory data = new("newsroom-schema");
    private string database = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => database = await TestServer.CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        await TestServer.DropDatabaseAsync(database);
        data.Dispose();
    }

    [Fact]
    public async Task A_host_outside_Development_does_not_create_the_schema_and_starts_after_db_apply()
    {
        using (var refused = Start())
        {
            var (code, said) = await refused.ExitAsync(Cancellation);
            code.ShouldBe(1);
            said.ShouldStartWith("The database lacks what this build needs: create ");
            said.ShouldContain("dotnet Newsroom.Api.dll db-apply");
            (await HasSchemaAsync()).ShouldBeFalse();
        }

        (await RunAsync("db-assert")).Code.ShouldBe(1);
        (await HasSchemaAsync()).ShouldBeFalse();

        // Two at once: one migrates, the other waits for it and finds nothing to do.
        var applied = await Task.WhenAll(RunAsync("db-apply"), RunAsync("db-apply"));
        applied.ShouldAllBe(answer => answer.Code == 0);
        applied.Count(answer => answer.Output.Contains("create newsroom.mt_events", StringComparison.Ordinal)).ShouldBe(1);
        applied.ShouldAllBe(answer => answer.Output.EndsWith("are those of this build.\n", StringComparison.Ordinal));
        (await RunAsync("db-assert")).ShouldBe((0, "The database has what this build needs.\n", ""));

        using var host = Start();
        using var http = new HttpClient { BaseAddress = await host.AddressAsync(Cancellation) };
        using var ready = await http.GetAsync(new Uri("/health/live", UriKind.Relative), Cancellation);
        ((int)ready.StatusCode).ShouldBe(200);
    }

    [Fact]
    public async Task A_host_that_may_apply_creates_the_schema_and_two_at_once_both_start()
    {
        using var first = Start(("Database__ApplyAtStart", "true"));
        using var second = Start(("Database__ApplyAtStart", "true"));
        await Task.WhenAll(first.AddressAsync(Cancellation), second.AddressAsync(Cancellation));
        (await HasSchemaAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Db_patch_writes_the_statements_that_are_missing_and_executes_none()
    {
        var (code, sql, _) = await RunAsync("db-patch");
        code.ShouldBe(0);
        (await HasSchemaAsync()).ShouldBeFalse();
        await using (var source = NpgsqlDataSource.Create($"{database};Pooling=false"))
        {
            await source.RunAsync(sql);
        }

        // What SQL of tables does not have: the grants.
        (await RunAsync("db-assert")).Output.ShouldContain("newsroom_app lacks usage on the schema newsroom");
        (await RunAsync("db-apply")).Output.ShouldNotContain("create");
        (await RunAsync("db-patch")).Output.Trim().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("db-drop", "There is no command db-drop. There are db-apply, db-assert, db-patch.")]
    [InlineData("db-", "There is no command db-.")]
    public async Task An_unknown_command_is_refused(string command, string said)
    {
        var answer = await RunAsync(command);
        answer.Code.ShouldBe(1);
        answer.Error.ShouldStartWith(said);
    }

    [Fact]
    public async Task A_setting_that_is_neither_true_nor_false_is_refused()
    {
        using var host = Start(("Database__ApplyAtStart", "perhaps"));
        (await host.ExitAsync(Cancellation)).ShouldBe((1, "Database:ApplyAtStart is “perhaps”; it may be true or false.\n"));
    }

    [Theory]
    [InlineData("Password=not-this-one", "password authentication failed")]
    [InlineData("Port=1", "Failed to connect")]
    public async Task A_database_that_cannot_be_opened_ends_the_start_with_the_reason(string change, string reason)
    {
        foreach (var command in new[] { null, "db-assert" })
        {
            using var process = command is null
                ? HostProcess.Start($"{database};{change}", data.Path, Environment, Settings)
                : HostProcess.StartCommand(command, $"{database};{change}", data.Path, Environment, Settings);
            var (code, said) = await process.ExitAsync(Cancellation);
            code.ShouldBe(1);
            said.ShouldStartWith($"The database {new NpgsqlConnectionStringBuilder(database).Database} on ");
            said.ShouldContain(reason);
            said.ShouldNotContain("not-this-one");
            said.ShouldNotContain("   at ");
        }
    }

    private HostProcess Start(params (string Name, string Value)[] further) =>
        HostProcess.Start(database, data.Path, Environment, [.. Settings, .. further]);

    private async Task<(int Code, string Output, string Error)> RunAsync(string command)
    {
        using var process = HostProcess.StartCommand(command, database, data.Path, Environment, Settings);
        var (code, error) = await process.ExitAsync(Cancellation);
        return (code, await process.OutputAsync(), error);
    }

    private async Task<bool> HasSchemaAsync()
    {
        await using var source = NpgsqlDataSource.Create($"{database};Pooling=false");
        return await source.ScalarAsync<bool>("select to_regclass('newsroom.mt_events') is not null");
    }
}
