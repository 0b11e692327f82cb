using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Tests.Postgres;
using Npgsql;

namespace Newsroom.Api.Tests.Infrastructure.Http;

/// <summary>Many requests read the versions of rows in few statements, and each sees all commits before it.</summary>
public sealed class RowVersionReaderTests : IAsyncLifetime
{
    // Each statement that finds a row has a transaction id of its own.
    private const string Sql = "select k, id, version, pg_current_xact_id()::text, k % 2 = 0, k % 3 = 0 from rows where k = any($1)";

    private const int Rows = 1_000;

    private string database = "";
    private NpgsqlDataSource source = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_is_read_by_its_key()
    {
        var reader = new RowVersionReader<int>(source, Sql);
        var row = (await reader.ReadAsync(4, Cancellation))!.Value;
        (row.Id, row.Version, row.IsGuarded, row.IsLinked).ShouldBe((IdOf(4), 40, true, false));
        (await reader.ReadAsync(9, Cancellation))!.Value.IsLinked.ShouldBeTrue();
        (await reader.ReadAsync(Rows + 1, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Requests_that_wait_are_answered_by_few_statements()
    {
        var reader = new RowVersionReader<int>(source, Sql);
        var keys = Enumerable.Range(0, 2_000).Select(i => (i * 7 % Rows) + 1).ToList();
        var rows = await Task.WhenAll(keys.Select(key => reader.ReadAsync(key, Cancellation)));

        rows.Select(row => row!.Value.Id).ShouldBe(keys.Select(IdOf));
        rows.Select(row => row!.Value.Written).Distinct().Count().ShouldBeLessThan(keys.Count / 10);
    }

    [Fact]
    public async Task A_request_sees_what_was_committed_before_it()
    {
        var reader = new RowVersionReader<int>(source, Sql);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var others = Enumerable.Range(0, 6).Select(_ => ReadUntilAsync(reader, ending.Token)).ToList();
        for (var version = 1L; version <= 200; version++)
        {
            await source.RunAsync($"update rows set version = {version} where k = 1");
            (await reader.ReadAsync(1, Cancellation))!.Value.Version.ShouldBe(version);
        }

        await ending.CancelAsync();
        (await Task.WhenAll(others)).Sum().ShouldBePositive();
    }

    [Fact]
    public async Task A_failure_is_the_answer_of_its_requests_only()
    {
        var reader = new RowVersionReader<int>(source, Sql);
        await source.RunAsync("alter table rows rename to hidden");
        var failing = Enumerable.Range(1, 50).Select(key => reader.ReadAsync(key, Cancellation)).ToList();
        foreach (var request in failing)
        {
            (await Should.ThrowAsync<PostgresException>(request)).SqlState.ShouldBe(PostgresErrorCodes.UndefinedTable);
        }

        await source.RunAsync("alter table hidden rename to rows");
        (await reader.ReadAsync(1, Cancellation)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_cancelled_request_and_one_that_hangs_do_not_stop_others()
    {
        var reader = new RowVersionReader<int>(source, Sql);
        await using var connection = await source.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await connection.RunAsync("lock table rows in access exclusive mode");
        using var cancelled = new CancellationTokenSource();
        var (hanging, left) = (reader.ReadAsync(1, Cancellation), reader.ReadAsync(2, cancelled.Token));
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(left);

        // A statement for this request starts beside the one that hangs, and waits for the lock too.
        var next = reader.ReadAsync(3, Cancellation);
        await Eventually.HoldsAsync("two statements wait for the lock", async () => await WaitingForLockAsync() >= 2);
        await transaction.CommitAsync(Cancellation);
        (await hanging)!.Value.Id.ShouldBe(IdOf(1));
        (await next)!.Value.Id.ShouldBe(IdOf(3));
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        database = await TestServer.CreateDatabaseAsync();
        source = NpgsqlDataSource.Create(database);
        await source.RunAsync(
            $"""
            create table rows (k int primary key, id uuid not null, version bigint not null);
            insert into rows select k, lpad(k::text, 32, '0')::uuid, k * 10 from generate_series(1, {Rows}) k
            """
        );
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        await TestServer.DropDatabaseAsync(database);
        GC.SuppressFinalize(this);
    }

    private static Guid IdOf(int key) => Guid.Parse($"{key:D32}");

    private static async Task<int> ReadUntilAsync(RowVersionReader<int> reader, CancellationToken ended)
    {
        var read = 0;
        for (var key = 2; !ended.IsCancellationRequested; key = (key % Rows) + 1)
        {
            (await reader.ReadAsync(key, Cancellation))!.Value.Id.ShouldBe(IdOf(key));
            read++;
        }

        return read;
    }

    private async Task<long> WaitingForLockAsync()
    {
        await using var command = source.CreateCommand(
            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
        );
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
