using System.Globalization;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Numbers;

namespace Newsroom.Domain.Tests.Numbers;

/// <summary>Weeks are those of ISO 8601, by the clock of a desk.</summary>
public sealed class WeekSpanTests
{
    private static readonly IsoWeek Present = Week("2026-W48");

    [Theory]
    [InlineData("2026-W01", "2025-12-29")]
    [InlineData("2026-W53", "2026-12-28")]
    [InlineData("2027-W01", "2027-01-04")]
    [InlineData("2026-W11", "2026-03-09")]
    public void A_week_begins_on_its_Monday(string text, string monday)
    {
        Week(text).Monday.ToString("O", CultureInfo.InvariantCulture).ShouldBe(monday);
        Week(text).ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-48")]
    [InlineData("2026-W00")]
    [InlineData("2025-W53")]
    [InlineData("2026-W54")]
    [InlineData("2026-W4")]
    [InlineData("2026-W4 ")]
    [InlineData("2026-w48")]
    [InlineData("1899-W10")]
    [InlineData("2200-W10")]
    [InlineData("+026-W10")]
    [InlineData("last week")]
    public void Another_text_is_no_week(string text)
    {
        IsoWeek.Read(text).ShouldBeNull();
        WeekSpan.Read(text, null, Present, out _).ShouldNotBeNull().Code.ShouldBe("week");
        WeekSpan.Read(null, text, Present, out _).ShouldNotBeNull().Kind.ShouldBe(RefusalKind.Malformed);
    }

    [Theory]
    [InlineData("Europe/Oslo", "2026-W11", "2026-03-08T23:00:00Z")]
    [InlineData("Europe/Oslo", "2026-W14", "2026-03-29T22:00:00Z")]
    [InlineData("America/New_York", "2026-W11", "2026-03-09T04:00:00Z")]
    [InlineData("Pacific/Apia", "2026-W11", "2026-03-08T11:00:00Z")]
    // The clocks were set forward at midnight, and set back at midnight.
    [InlineData("Asia/Amman", "1985-W14", "1985-03-31T22:00:00Z")]
    [InlineData("UTC", "1900-W01", "1900-01-01T00:00:00Z")]
    public void It_begins_at_midnight_of_the_desk(string zone, string week, string begins)
    {
        var instant = Week(week).BeginsIn(DeskTime.ZoneOf(zone) ?? TimeZoneInfo.Utc);
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture).ShouldBe(begins);
    }

    [Theory]
    [InlineData("Europe/Oslo")]
    [InlineData("America/Havana")]
    [InlineData("Asia/Beirut")]
    [InlineData("Pacific/Apia")]
    public void Every_instant_is_in_the_week_that_began_last(string zone)
    {
        var clock = DeskTime.ZoneOf(zone)!;
        var random = new Random(8601);
        for (var i = 0; i < 2_000; i++)
        {
            var instant = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.NextInt64(30L * 365 * 24 * 60));
            var week = IsoWeek.Of(instant, clock);
            (week.BeginsIn(clock) <= instant).ShouldBeTrue($"{instant:O} is not before {week}");
            (instant < week.Add(1).BeginsIn(clock)).ShouldBeTrue($"{instant:O} is not after {week}");
            IsoWeek.Read(week.ToString()).ShouldBe(week);
        }
    }

    [Theory]
    [InlineData(null, null, "2026-W37", "2026-W48", 12)]
    [InlineData("2026-W40", null, "2026-W40", "2026-W48", 9)]
    [InlineData(null, "2026-W01", "2025-W42", "2026-W01", 12)]
    [InlineData("2026-W48", "2026-W48", "2026-W48", "2026-W48", 1)]
    [InlineData("2026-W01", "2026-W53", "2026-W01", "2026-W53", 53)]
    public void A_span_has_its_weeks_in_order(string? from, string? to, string first, string last, int count)
    {
        WeekSpan.Read(from, to, Present, out var span).ShouldBeNull();
        span.Weeks.Select(week => $"{week}").ToList().ShouldSatisfyAllConditions(
            weeks => weeks[0].ShouldBe(first),
            weeks => weeks[^1].ShouldBe(last),
            weeks => weeks.Count.ShouldBe(count)
        );
    }

    [Theory]
    [InlineData("2026-W10", "2026-W09")]
    [InlineData("2026-W49", null)]
    [InlineData("2026-W01", "2027-W01")]
    [InlineData("1900-W01", "2199-W52")]
    public void A_span_that_ends_before_it_begins_or_is_too_long_is_refused(string from, string? to) =>
        WeekSpan.Read(from, to, Present, out _).ShouldNotBeNull().Code.ShouldBe("week-span");

    private static IsoWeek Week(string text) => IsoWeek.Read(text).ShouldNotBeNull();
}
