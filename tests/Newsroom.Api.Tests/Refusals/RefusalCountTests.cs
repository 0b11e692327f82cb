using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Refusals;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Refusals;

/// <summary>Of the refusals of one person in a minute, 30 are recorded. The clock of this newsroom stays in one minute.</summary>
public sealed class RefusalCountTests(RefusalCountTests.NewsroomOfOneMinute newsroom) : IClassFixture<RefusalCountTests.NewsroomOfOneMinute>
{
    private const int Tries = (2 * CommandRefused.MaxPerMinute) + 15;

    [Fact]
    public async Task Of_many_refusals_in_a_minute_the_first_are_recorded_and_the_others_counted()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Hammered", "Words.");
        var henry = newsroom.As("henry", Role.Reporter);
        var version = await story.VersionAsync();
        await Parallel.ForAsync(
            0,
            Tries,
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (_, _) => (await henry.PostAsync($"/stories/{story.Id}/publish", new { }, version)).Is(403)
        );
        await CountExcessAsync(newsroom.Clock.GetUtcNow());
        (await CountedAsync()).ShouldBeEmpty("The minute has not ended.");

        await CountExcessAsync(newsroom.Clock.GetUtcNow().AddMinutes(1));
        var counted = (await CountedAsync()).ShouldHaveSingleItem();
        counted.ShouldStartWith("henry was refused ");
        int.Parse(counted.Split(' ')[3], CultureInfo.InvariantCulture).ShouldBe(Tries - CommandRefused.MaxPerMinute);
        (await AuditAsync($"story={story.Id}&type=command_refused&limit=200")).Count.ShouldBe(CommandRefused.MaxPerMinute);
    }

    private Task CountExcessAsync(DateTimeOffset now) =>
        newsroom.Host.Services.GetRequiredService<RefusalLog>().CountExcessAsync(now, TestContext.Current.CancellationToken);

    private Task<List<string>> CountedAsync() => AuditAsync("type=refusals_counted&text=henry");

    private async Task<List<string>> AuditAsync(string query)
    {
        await newsroom.CatchUpAsync();
        return
        [
            .. (await newsroom.As("wilma", Role.Auditor).GetAsync($"/audit?{query}"))
                .Is(200)
                .Json.AsArray()
                .Select(line => line!["sentence"]!.GetValue<string>()),
        ];
    }

    /// <summary>A newsroom whose clock does not advance.</summary>
    public sealed class NewsroomOfOneMinute : Newsroom
    {
        public NewsroomOfOneMinute() => Configure = services => services.AddSingleton<TimeProvider>(new StoppedClock());
    }
}
