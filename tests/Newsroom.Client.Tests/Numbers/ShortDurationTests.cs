using Newsroom.Client.Numbers;

namespace Newsroom.Client.Tests.Numbers;

/// <summary>Durations are written in their two largest units.</summary>
public sealed class ShortDurationTests
{
    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(59, "59 s")]
    [InlineData(60, "1 min")]
    [InlineData(3_599, "59 min")]
    [InlineData(3_600, "1 h")]
    [InlineData(7_265, "2 h 1 min")]
    [InlineData(86_400, "1 d")]
    [InlineData(273_600, "3 d 4 h")]
    public void Smaller_units_are_cut_off(long seconds, string written) => ShortDuration.Of(seconds).ShouldBe(written);
}
