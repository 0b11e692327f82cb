using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Newsroom.Api.Composition.Titles;
using Newsroom.Api.Tests.Postgres;

namespace Newsroom.Api.Tests.Composition.Titles;

/// <summary>The directory of titles is read when the file system reports a change, and at an interval.</summary>
public sealed class TitleDirectoryTests : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly TemporaryDirectory files = new("newsroom-titles");
    private readonly FakeTimeProvider clock = new();
    private readonly TitleDirectory directory;

    public TitleDirectoryTests() =>
        directory = new TitleDirectory(new TitleSettings(files.Path, Interval, "title", 4), clock, NullLogger<TitleDirectory>.Instance);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_read_after_the_interval_without_a_change()
    {
        var waiting = directory.ChangedAsync(Cancellation);
        clock.Advance(Interval - TimeSpan.FromSeconds(1));
        waiting.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(1));
        await waiting.WaitAsync(Eventually.Timeout, Cancellation);
    }

    [Fact]
    public async Task It_is_read_at_once_after_a_change()
    {
        var waiting = directory.ChangedAsync(Cancellation);
        await File.WriteAllTextAsync(files["morning.json"], "{}", Cancellation);
        await waiting.WaitAsync(Eventually.Timeout, Cancellation);
    }

    [Fact]
    public async Task Files_are_named_by_their_titles_and_others_are_left_out()
    {
        await File.WriteAllTextAsync(files["morning.json"], "{}", Cancellation);
        await File.WriteAllTextAsync(files["morning.json.bak"], "{}", Cancellation);
        await File.WriteAllTextAsync(files[".hidden.json"], "{}", Cancellation);
        await File.WriteAllTextAsync(files["large.json"], new string(' ', TitleFile.MaxBytes + 1), Cancellation);

        var read = directory.Read();
        read.Keys.ShouldBe(["large", "morning"]);
        (read["morning"], read["large"].Fault).ShouldBe((new TitleText("{}", null), $"The file has more than {TitleFile.MaxBytes} bytes."));
    }

    public void Dispose()
    {
        directory.Dispose();
        files.Dispose();
    }
}
