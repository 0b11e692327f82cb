namespace Newsroom.Api.Infrastructure.Counting;

/// <summary>Names the minutes that counts belong to.</summary>
public static class Minute
{
    /// <summary>Returns the start of the minute that contains an instant, in UTC.</summary>
    public static DateTime Of(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMinute), DateTimeKind.Utc);
}
