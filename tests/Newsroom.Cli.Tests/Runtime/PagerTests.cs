using Newsroom.Cli.Runtime;

namespace Newsroom.Cli.Tests.Runtime;

/// <summary>Long results are shown by the program that PAGER names.</summary>
public sealed class PagerTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData("")]
    [InlineData("cat")]
    public void An_empty_name_or_cat_pages_nothing(string name) => Of(("PAGER", name)).ShouldBeNull();

    [Fact]
    public void The_pager_gets_the_text()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "No /bin/sh.");

        Of(("PAGER", $"cat > {file}"))!.Show("Øre, “é”\n").ShouldBeTrue();

        File.ReadAllText(file).ShouldBe("Øre, “é”\n");
    }

    [Fact]
    public void NEWSROOM_PAGER_wins()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "No /bin/sh.");

        Of(("PAGER", "false"), ("NEWSROOM_PAGER", $"tee {file} > /dev/null"))!.Show("once").ShouldBeTrue();

        File.ReadAllText(file).ShouldBe("once");
    }

    [Fact]
    public void A_program_that_is_not_there_shows_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "No /bin/sh.");

        Of(("PAGER", "no-such-pager-here 2> /dev/null"))!.Show("text").ShouldBeFalse();
    }

    [Fact]
    public void A_reader_who_quits_early_is_no_error()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "No /bin/sh.");

        Of(("PAGER", "head -c 1 > /dev/null"))!.Show(new string('x', 1 << 20)).ShouldBeTrue();
    }

    private static Pager? Of(params (string Name, string Value)[] variables) =>
        Pager.FromEnvironment(name => variables.FirstOrDefault(v => v.Name == name).Value);
}
