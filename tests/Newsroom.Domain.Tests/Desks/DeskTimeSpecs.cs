using Newsroom.Domain.Desks;

namespace Newsroom.Domain.Tests.Desks;

/// <summary>Local times of a desk, also across the changes of daylight-saving time.</summary>
public sealed class DeskTimeSpecs
{
    [Theory]
    [InlineData("Europe/Oslo", "2026-03-28T07:00", "2026-03-28T07:00:00+01:00")]
    [InlineData("Europe/Oslo", "2026-03-29T07:00", "2026-03-29T07:00:00+02:00")]
    [InlineData("Europe/Oslo", "2026-03-29 07:00", "2026-03-29T07:00:00+02:00")]
    [InlineData("Europe/Oslo", "2026-03-29 01:59:59", "2026-03-29T01:59:59+01:00")]
    [InlineData("Europe/Oslo", "2026-03-29T01:59:59", "2026-03-29T01:59:59+01:00")]
    [InlineData("Europe/Oslo", "2026-03-29T03:00", "2026-03-29T03:00:00+02:00")]
    [InlineData("Asia/Kathmandu", "2026-03-29T07:00", "2026-03-29T07:00:00+05:45")]
    [InlineData("UTC", "2026-03-29T02:30", "2026-03-29T02:30:00+00:00")]
    public void A_local_time_has_the_offset_of_its_day(string zone, string local, string instant)
    {
        var reading = DeskTime.Read(local, Zone(zone))!;
        reading.Kind.ShouldBe(LocalTimeKind.Once);
        DeskTime.Write(reading.Instant!.Value, Zone(zone)).ShouldBe(instant);
    }

    [Theory]
    [InlineData("Europe/Oslo", "2026-03-29T02:30", "2026-03-29T01:30:00+01:00", "2026-03-29T03:30:00+02:00")]
    [InlineData("America/New_York", "2026-03-08T02:00", "2026-03-08T01:00:00-05:00", "2026-03-08T03:00:00-04:00")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-04T01:45:00+10:30", "2026-10-04T02:45:00+11:00")]
    [InlineData("Pacific/Apia", "2011-12-30T12:00", "2011-12-29T12:00:00-10:00", "2011-12-31T12:00:00+14:00")]
    public void A_local_time_that_does_not_exist_has_the_readings_before_and_after_the_gap(
        string zone,
        string local,
        string before,
        string after
    ) => ShouldHave(zone, local, LocalTimeKind.Never, before, after);

    [Theory]
    [InlineData("Europe/Oslo", "2026-10-25T02:30", "2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00")]
    [InlineData("America/New_York", "2026-11-01T01:30", "2026-11-01T01:30:00-04:00", "2026-11-01T01:30:00-05:00")]
    public void A_local_time_that_occurs_twice_has_both_readings(string zone, string local, string first, string second) =>
        ShouldHave(zone, local, LocalTimeKind.Twice, first, second);

    [Theory]
    [InlineData("2026-03-29")]
    [InlineData("2026-03-29T07:00Z")]
    [InlineData("2026-03-29  07:00")]
    [InlineData("2026-03-29 07:00Z")]
    [InlineData("2026-03-29T07:00+01:00")]
    [InlineData("2026-02-30T07:00")]
    [InlineData("07:00")]
    [InlineData("0001-01-01T00:00")]
    [InlineData("9999-12-31T23:59")]
    [InlineData("")]
    public void Any_other_text_is_no_local_time(string text) => DeskTime.Read(text, Zone("Europe/Oslo")).ShouldBeNull();

    [Theory]
    [InlineData("Europe/Atlantis")]
    [InlineData("W. Europe Standard Time")]
    [InlineData("europe/oslo")]
    [InlineData("../../../etc/passwd")]
    [InlineData("")]
    public void A_zone_has_a_name_of_the_IANA_database(string name)
    {
        DeskTime.ZoneOf(name).ShouldBeNull();
        DeskDecider
            .Decide(null, new DefineDesk("City", "en") { TimeZone = name }, new DeskContext("city", Adi))
            .Refusal!.Code.ShouldBe("unknown-time-zone");
    }

    [Fact]
    public void A_desk_has_the_zone_of_its_definition() =>
        DeskDecider
            .Decide(null, new DefineDesk("City", "en") { TimeZone = "Europe/Oslo" }, new DeskContext("city", Adi))
            .Events.ShouldBe([new DeskDefined(new Desk("city", "City", "en") { TimeZone = "Europe/Oslo" })]);

    private static void ShouldHave(string zone, string local, LocalTimeKind kind, string first, string second)
    {
        var reading = DeskTime.Read(local, Zone(zone))!;
        (reading.Kind, reading.Instant).ShouldBe((kind, null));
        reading.Instants.Select(instant => DeskTime.Write(instant, Zone(zone))).ShouldBe([first, second]);
        reading.Instants[0].ShouldBeLessThan(reading.Instants[1]);
    }

    private static TimeZoneInfo Zone(string name) => DeskTime.ZoneOf(name).ShouldNotBeNull();
}
