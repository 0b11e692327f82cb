using System.Globalization;

namespace Newsroom.Console.Numbers;

/// <summary>One of the series of a chart.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Look">The class of its bars; they differ in more than their colour.</param>
/// <param name="Values">A value for each label; null where there is none, and no bar.</param>
public sealed record ChartSeries(string Name, string Look, IReadOnlyList<decimal?> Values);

/// <summary>A bar of a chart, in units of its view box.</summary>
/// <param name="Look">Its class.</param>
/// <param name="X">The left side.</param>
/// <param name="Y">The upper side.</param>
/// <param name="Width">The width.</param>
/// <param name="Height">The height.</param>
/// <param name="Words">What it shows, in words.</param>
public sealed record ChartBar(string Look, string X, string Y, string Width, string Height, string Words);

/// <summary>Bars for values by week.</summary>
public sealed class Chart
{
    /// <summary>The width of the view box.</summary>
    public const int Width = 480;

    /// <summary>The height of the view box.</summary>
    public const int Height = 200;

    /// <summary>Where the bars begin, from the left.</summary>
    public const int Left = 4;

    /// <summary>Where the highest bar ends.</summary>
    public const int Top = 24;

    /// <summary>Where the bars stand.</summary>
    public const int Bottom = Height - 24;

    private const decimal Gap = 0.2m;

    private const decimal Thinnest = 1.5m;

    private readonly Func<decimal, string> write;

    /// <summary>Creates a chart.</summary>
    /// <param name="labels">The labels of values, in order.</param>
    /// <param name="series">The series.</param>
    /// <param name="write">Writes a value.</param>
    public Chart(IReadOnlyList<string> labels, IReadOnlyList<ChartSeries> series, Func<decimal, string> write)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(write);
        (Labels, Series, this.write) = (labels, series, write);
        Highest = series.SelectMany(one => one.Values).Max() ?? 0;
        Bars = [.. Enumerable.Range(0, series.Count).SelectMany(OfSeries)];
    }

    /// <summary>Gets the labels.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Gets the series.</summary>
    public IReadOnlyList<ChartSeries> Series { get; }

    /// <summary>Gets the highest value.</summary>
    public decimal Highest { get; }

    /// <summary>Gets the highest value in words.</summary>
    public string HighestInWords => write(Highest);

    /// <summary>Gets the bars.</summary>
    public IReadOnlyList<ChartBar> Bars { get; }

    /// <summary>Gets whether no value is there.</summary>
    public bool IsEmpty => Bars.Count == 0;

    private IEnumerable<ChartBar> OfSeries(int position)
    {
        var (one, slot) = (Series[position], (decimal)(Width - (2 * Left)) / Labels.Count);
        var width = slot * (1 - Gap) / Series.Count;
        for (var i = 0; i < Labels.Count; i++)
        {
            if (one.Values[i] is { } value)
            {
                var height = Highest == 0 ? Thinnest : Math.Max(Thinnest, (Bottom - Top) * value / Highest);
                var left = Left + (slot * i) + (slot * Gap / 2) + (width * position);
                yield return new(
                    one.Look,
                    Unit(left),
                    Unit(Bottom - height),
                    Unit(width),
                    Unit(height),
                    $"{Labels[i]}, {one.Name}: {write(value)}"
                );
            }
        }
    }

    private static string Unit(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
