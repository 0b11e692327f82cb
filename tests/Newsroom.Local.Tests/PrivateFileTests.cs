using System.Collections.Concurrent;
using Newsroom.Api.Tests.Postgres;

namespace Newsroom.Local.Tests;

/// <summary>Keys and passwords are in files that only their owner may read.</summary>
public sealed class PrivateFileTests : IDisposable
{
    private readonly TemporaryDirectory folder = new("newsroom-local-tests");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Only_the_owner_may_read_it()
    {
        PrivateFile.Create(folder["secret"]).Dispose();

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(folder["secret"]).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void An_existing_file_is_not_replaced()
    {
        File.WriteAllText(folder["secret"], "earlier");

        Should.Throw<IOException>(() => PrivateFile.Create(folder["secret"]));
        File.ReadAllText(folder["secret"]).ShouldBe("earlier");
    }

    [Fact]
    public void All_who_create_a_file_at_once_read_the_same_content()
    {
        foreach (var name in Enumerable.Range(0, 50).Select(i => $"secret-{i}"))
        {
            var read = new ConcurrentBag<string>();

            Parallel.For(0, 8, _ => read.Add(PrivateFile.ReadOrCreate(folder[name], () => $"{Guid.NewGuid()}")));

            read.Count.ShouldBe(8);
            read.Distinct().ShouldHaveSingleItem().Length.ShouldBe(36);
        }

        Directory.GetFiles(folder["."]).Length.ShouldBe(50);
    }

    [Fact]
    public void A_file_that_exists_is_read()
    {
        File.WriteAllText(folder["secret"], "earlier");

        PrivateFile.ReadOrCreate(folder["secret"], () => "later").ShouldBe("earlier");
    }
}
