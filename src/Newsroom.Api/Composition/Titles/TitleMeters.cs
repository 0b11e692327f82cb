using System.Diagnostics.Metrics;

namespace Newsroom.Api.Composition.Titles;

/// <summary>Creates the meters of a title's host. All have the title as a tag.</summary>
/// <param name="title">The name of the title.</param>
internal sealed class TitleMeters(string title) : IMeterFactory
{
    private readonly Lock guard = new();
    private readonly Dictionary<(string Name, string? Version), Meter> meters = [];

    /// <inheritdoc/>
    public Meter Create(MeterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        lock (guard)
        {
            if (!meters.TryGetValue((options.Name, options.Version), out var meter))
            {
                var tags = (options.Tags ?? []).Append(new(CurrentTitle.Tag, title));
                meter = new Meter(options.Name, options.Version, tags, scope: this);
                meters.Add((options.Name, options.Version), meter);
            }

            return meter;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (guard)
        {
            foreach (var meter in meters.Values)
            {
                meter.Dispose();
            }

            meters.Clear();
        }
    }
}
