using System.Diagnostics;
using Newsroom.Api.Tests;
using Newsroom.Api.Tests.Postgres;
using Npgsql;

namespace Newsroom.EmbeddedPostgres.Tests;

/// <summary>The embedded server starts, stops, is taken over and is restarted.</summary>
public sealed class EmbeddedPostgresTests : EmbeddedPostgresDirectory
{
    private static readonly TimeSpan LogTimeout = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Data_outlives_a_restart()
    {
        await using (var first = await StartAsync())
        {
            await WriteAsync(first, "Mayor resigns");
        }

        await using var second = await StartAsync();
        (await ReadAsync(second)).ShouldBe("Mayor resigns");
    }

    [Fact]
    public async Task No_process_is_left_when_it_has_stopped()
    {
        var server = await StartAsync();
        var process = ProcessId();
        IsRunning(process).ShouldBeTrue();

        await server.DisposeAsync();

        IsRunning(process).ShouldBeFalse();
    }

    [Fact]
    public async Task The_server_creates_the_configured_database()
    {
        await using var server = await StartAsync(Options() with { Database = "The \"Daily\" Planet" });

        (await ShowAsync(server, "select current_database()")).ShouldBe("The \"Daily\" Planet");
    }

    [Fact]
    public async Task The_server_is_durable_by_default()
    {
        await using var server = await StartAsync(new EmbeddedPostgresOptions { DataDirectory = Data });

        (await ShowAsync(server, "show fsync")).ShouldBe("on");
        (await ShowAsync(server, "show full_page_writes")).ShouldBe("on");
        (await ShowAsync(server, "show synchronous_commit")).ShouldBe("on");
    }

    [Fact]
    public async Task Settings_reach_the_server_as_they_are_written()
    {
        var settings = new Dictionary<string, string> { ["fsync"] = "off", ["log_line_prefix"] = "it's $HOME `now` \"%m\" " };
        await using var server = await StartAsync(Options() with { Settings = settings });

        (await ShowAsync(server, "show log_line_prefix")).ShouldBe("it's $HOME `now` \"%m\" ");
    }

    [Fact]
    public async Task Other_users_cannot_connect()
    {
        await using var server = await StartAsync();

        (await ShowAsync(server, "show listen_addresses")).ShouldBe("127.0.0.1");
        (await ShowAsync(server, "show unix_socket_directories")).ShouldBe("");
        var guess = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "guess", Pooling = false };
        await using var connection = new NpgsqlConnection(guess.ConnectionString);
        (await Should.ThrowAsync<PostgresException>(() => connection.OpenAsync(Cancellation))).SqlState.ShouldBe(
            PostgresErrorCodes.InvalidPassword
        );
    }

    [Fact]
    public async Task Text_is_UTF8_and_sorted_by_code_point()
    {
        await using var server = await StartAsync();

        (await ShowAsync(server, "show server_encoding")).ShouldBe("UTF8");
        (await ShowAsync(server, "select datcollate from pg_database where datname = current_database()")).ShouldBe("C");
    }

    [Fact]
    public async Task Paths_may_have_spaces_and_quotes()
    {
        await using var server = await StartAsync(Options() with { DataDirectory = Folder["the editor's own/my data"] });

        server.DataDirectory.ShouldBe(Folder["the editor's own/my data"]);
        (await ShowAsync(server, "select 'ready'")).ShouldBe("ready");
    }

    [Fact]
    public async Task A_server_whose_host_was_killed_is_taken_over()
    {
        var killed = await StartAsync();
        await WriteAsync(killed, "Mayor resigns");
        var orphan = ProcessId();
        killed.Abandon();

        await using (var server = await StartAsync())
        {
            IsRunning(orphan).ShouldBeFalse();
            (await ReadAsync(server)).ShouldBe("Mayor resigns");
            orphan = ProcessId();
        }

        IsRunning(orphan).ShouldBeFalse();
    }

    [Fact]
    public async Task A_server_killed_together_with_its_host_recovers()
    {
        var killed = await StartAsync(new EmbeddedPostgresOptions { DataDirectory = Data });
        await WriteAsync(killed, "Mayor resigns");
        using (var process = Process.GetProcessById(ProcessId()))
        {
            process.Kill();
        }

        killed.Abandon();

        await using var server = await StartAsync();
        (await ReadAsync(server)).ShouldBe("Mayor resigns");
    }

    [Fact]
    public async Task A_server_that_dies_is_started_again_where_it_was()
    {
        await using var server = await StartAsync(new EmbeddedPostgresOptions { DataDirectory = Data });
        await WriteAsync(server, "Mayor resigns");
        var (before, port) = (ProcessId(), server.Port);
        var log = new AwaitedLog<EmbeddedPostgresSupervisor>("The embedded PostgreSQL was restarted");
        using var supervisor = new EmbeddedPostgresSupervisor(server, TimeProvider.System, log);
        await supervisor.StartAsync(Cancellation);
        using (var process = Process.GetProcessById(before))
        {
            process.Kill();
        }

        await log.Logged.WaitAsync(LogTimeout, Cancellation);
        (server.IsRunning, supervisor.Problem).ShouldBe((true, null));
        ProcessId().ShouldNotBe(before);
        server.Port.ShouldBe(port);
        NpgsqlConnection.ClearAllPools();
        (await ReadAsync(server)).ShouldBe("Mayor resigns");
        await supervisor.StopAsync(Cancellation);
        await server.DisposeAsync();
        await server.RestartAsync(Cancellation);
        server.IsRunning.ShouldBeFalse("a server that was stopped stays stopped");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stale_pid_file_is_no_obstacle(bool itsNumberIsNowThisProcess)
    {
        await using (await StartAsync())
        {
            File.Copy(PidFile, Folder["stale"]);
        }

        var lines = await File.ReadAllLinesAsync(Folder["stale"], Cancellation);
        string[] stale = [itsNumberIsNowThisProcess ? $"{Environment.ProcessId}" : lines[0], .. lines[1..]];
        await File.WriteAllLinesAsync(PidFile, stale, Cancellation);

        await using var server = await StartAsync();
        (await ShowAsync(server, "select 'ready'")).ShouldBe("ready");
    }

    [Fact]
    public async Task A_half_made_data_directory_is_replaced()
    {
        Directory.CreateDirectory(Data);
        var half = Directory.CreateDirectory($"{Data}.new-0123").CreateSubdirectory("data");
        await File.WriteAllTextAsync(Path.Combine(half.FullName, "PG_VERSION"), "15\n", Cancellation);

        await using var server = await StartAsync();

        (await ShowAsync(server, "select 'ready'")).ShouldBe("ready");
        Directory.EnumerateDirectories(Folder.Path).ShouldBe([Data]);
    }

    [Theory]
    [InlineData("Creating a data directory")]
    [InlineData("PostgreSQL")]
    public async Task A_start_that_is_cancelled_leaves_nothing_running(string at)
    {
        using var cancelling = new CancellationTokenSource();
        var start = EmbeddedPostgresServer.StartAsync(
            Options(),
            said =>
            {
                if (said.StartsWith(at, StringComparison.Ordinal))
                {
                    cancelling.Cancel();
                }
            },
            cancelling.Token
        );

        await Should.ThrowAsync<OperationCanceledException>(() => start);

        File.Exists(PidFile).ShouldBeFalse();
        await using var server = await StartAsync();
        (await ShowAsync(server, "select 'ready'")).ShouldBe("ready");
    }
}
