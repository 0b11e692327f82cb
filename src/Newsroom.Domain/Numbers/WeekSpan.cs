using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Numbers;

/// <summary>The weeks that numbers are asked for.</summary>
/// <param name="From">The first week.</param>
/// <param name="To">The last week, included.</param>
public readonly record struct WeekSpan(IsoWeek From, IsoWeek To)
{
    /// <summary>The maximum number of weeks: a year.</summary>
    public const int MaxWeeks = 53;

    /// <summary>The number of weeks where the first is not given.</summary>
    public const int DefaultWeeks = 12;

    /// <summary>Gets the number of weeks.</summary>
    public int Count => To.Since(From) + 1;

    /// <summary>Gets the weeks, in order.</summary>
    public IEnumerable<IsoWeek> Weeks
    {
        get
        {
            var first = From;
            return Enumerable.Range(0, Count).Select(first.Add);
        }
    }

    /// <summary>Reads a span; returns why it is none.</summary>
    /// <param name="from">The first week, such as <c>2026-W37</c>; null for twelve weeks in all.</param>
    /// <param name="to">The last week; null for the present one.</param>
    /// <param name="present">The present week.</param>
    /// <param name="span">The span.</param>
    public static Refusal? Read(string? from, string? to, IsoWeek present, out WeekSpan span)
    {
        span = default;
        if (WeekOf(to, present) is not { } last)
        {
            return NotAWeek(to!);
        }

        if (WeekOf(from, last.Add(1 - DefaultWeeks)) is not { } first)
        {
            return NotAWeek(from!);
        }

        span = new WeekSpan(first, last);
        if (first > last)
        {
            return new(RefusalKind.Malformed, "week-span", $"The first week, {first}, is after the last, {last}.");
        }

        return span.Count > MaxWeeks
            ? new(RefusalKind.Malformed, "week-span", $"{first} to {last} are {span.Count} weeks. The most are {MaxWeeks}.")
            : null;
    }

    private static IsoWeek? WeekOf(string? text, IsoWeek otherwise) => text is null ? otherwise : IsoWeek.Read(text);

    private static Refusal NotAWeek(string text) =>
        new(RefusalKind.Malformed, "week", $"\"{text}\" is not a week as ISO 8601 writes it: 2026-W48.");
}
