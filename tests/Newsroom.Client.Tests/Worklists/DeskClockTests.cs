using Newsroom.Client.Worklists;

namespace Newsroom.Client.Tests.Worklists;

public sealed class DeskClockTests
{
    [Theory]
    [InlineData("Europe/Oslo", "2027-01-31T06:00", "2027-01-31T06:00:00+01:00")]
    [InlineData(null, "2027-01-31T06:00", "2027-01-31T06:00:00+00:00")]
    public void A_local_time_is_an_instant(string? zone, string local, string written)
    {
        var clock = new DeskClock(zone);

        clock.Write(clock.Read(local).ShouldHaveSingleItem()).ShouldBe(written);
    }

    [Theory]
    [InlineData("2027-03-28T02:30")]
    [InlineData("2027-10-31T02:30")]
    public void A_local_time_at_which_the_clocks_change_has_two_readings(string local) =>
        new DeskClock("Europe/Oslo").Read(local).Count.ShouldBe(2);

    [Theory]
    [InlineData("2027-01-31T06:00Z")]
    [InlineData("tomorrow")]
    public void Another_text_is_no_local_time(string text) => new DeskClock("Europe/Oslo").Read(text).ShouldBeEmpty();
}
