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
}
