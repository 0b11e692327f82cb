namespace Newsroom.EmbeddedPostgres.Tests;

/// <summary>The embedded server refuses to start with a reason and a solution.</summary>
public sealed class EmbeddedPostgresRefusalTests : EmbeddedPostgresDirectory
{
    [Fact]
    public async Task A_second_host_on_the_same_directory_is_refused()
    {
        await using var first = await StartAsync();

        var refused = await Should.ThrowAsync<EmbeddedPostgresException>(() => StartAsync());

        refused.Message.ShouldStartWith($"Another process runs the PostgreSQL in {Data}");
        (await ShowAsync(first, "select 'still here'")).ShouldBe("still here");
    }

    [Fact]
    public async Task The_data_of_another_major_version_is_refused_with_a_way_out()
    {
        await using (await StartAsync()) { }

        await File.WriteAllTextAsync(Path.Combine(Data, "PG_VERSION"), "9.6\n", Cancellation);

        var refused = await Should.ThrowAsync<EmbeddedPostgresException>(() => StartAsync());

        refused.Message.ShouldStartWith($"{Data} was created by PostgreSQL 9, which is not installed here");
        refused.Message.ShouldContain("Install PostgreSQL 9,");
        refused.Message.ShouldContain("pg_upgrade");
        refused.Message.ShouldContain($"delete or move {Data}.");
    }

    [Fact]
    public async Task A_directory_of_anything_else_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "novel.txt"), "Chapter 1", Cancellation);

        var refused = await Should.ThrowAsync<EmbeddedPostgresException>(() => StartAsync());

        refused.Message.ShouldStartWith($"{Data} is not empty and not a PostgreSQL data directory.");
        Directory.EnumerateFileSystemEntries(Data).ShouldBe([Path.Combine(Data, "novel.txt")]);
    }

    [Fact]
    public async Task A_server_that_the_newsroom_did_not_create_is_refused_and_left_running()
    {
        var theirs = await StartAsync();
        File.Move(Folder["data/newsroom.password"], Folder["password"]);
        theirs.Abandon();

        var refused = await Should.ThrowAsync<EmbeddedPostgresException>(() => StartAsync());

        refused.Message.ShouldStartWith($"{Data} was not created by the newsroom");
        (await ShowAsync(theirs, "select 'still here'")).ShouldBe("still here");

        File.Move(Folder["password"], Folder["data/newsroom.password"]);
        await (await StartAsync()).DisposeAsync();
    }

    [Fact]
    public async Task A_server_that_does_not_start_says_what_its_log_says()
    {
        var settings = new Dictionary<string, string> { ["shared_buffers"] = "a lot" };

        var refused = await Should.ThrowAsync<EmbeddedPostgresException>(() => StartAsync(Options() with { Settings = settings }));

        refused.Message.ShouldContain("invalid value for parameter \"shared_buffers\": \"a lot\"");
    }

    [Fact]
    public async Task Root_gets_an_error_when_the_servers_account_cannot_reach_the_directory()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            Assert.Skip("Only root runs the server as another user.");
            return;
        }

        File.SetUnixFileMode(Folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var refused = await Should.ThrowAsync<EmbeddedPostgresException>(() =>
            StartAsync(Options() with { DataDirectory = Folder["deep/data"] })
        );

        refused.Message.ShouldContain($"which cannot enter {Folder.Path}. Choose a data directory");
    }
}
