using Newsroom.Api.Tests.Postgres;

namespace Newsroom.Local.Tests;

/// <summary>Host and command line on one machine find the same directory.</summary>
public sealed class DataDirectoryTests : IDisposable
{
    private readonly TemporaryDirectory folder = new("newsroom-local-tests");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_relative_name_is_relative_to_the_current_directory() =>
        DataDirectory.Find("data", folder.Path).Path.ShouldBe(folder["data"]);

    [Fact]
    public void An_absolute_name_is_taken_as_it_is() => DataDirectory.Find(folder["data"], "/").Path.ShouldBe(folder["data"]);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_a_name_it_is_beside_the_solution(string? named)
    {
        File.WriteAllText(folder["Newsroom.sln"], "");
        var current = Directory.CreateDirectory(folder["src/Newsroom.Api"]);

        DataDirectory.Find(named, current.FullName).Path.ShouldBe(folder[".newsroom"]);
    }

    [Fact]
    public void Outside_a_solution_it_is_in_the_current_directory() =>
        DataDirectory.Find(null, folder.Path).Path.ShouldBe(folder[".newsroom"]);

    [Fact]
    public void An_announced_address_is_read_by_others()
    {
        new DataDirectory(folder["data"]).Announce("http://localhost:5000");

        new DataDirectory(folder["data"]).Address.ShouldBe("http://localhost:5000");
    }

    [Fact]
    public void Without_a_host_there_is_no_address() => new DataDirectory(folder["data"]).Address.ShouldBeNull();
}
