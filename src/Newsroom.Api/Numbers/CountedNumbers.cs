using Newsroom.Domain.Desks;
using Newsroom.Domain.Numbers;

namespace Newsroom.Api.Numbers;

/// <summary>Numbers by desk, by week and in all, as PostgreSQL counted them.</summary>
/// <param name="desks">The desks, by their positions in the query.</param>
internal sealed class CountedNumbers(IReadOnlyList<Desk> desks)
{
    private readonly Dictionary<(string? Desk, int? Week), DeskNumbers> acts = [];

    private readonly Dictionary<(string? Desk, int? Week), List<RefusalCount>> refusals = [];

    /// <summary>Adds the acts of a desk in a week.</summary>
    public void AddActs(int desk, int week, DeskNumbers counted)
    {
        foreach (var place in new (string?, int?)[] { (desks[desk].Id, null), (null, week), (null, null) })
        {
            var known = acts.GetValueOrDefault(place) ?? DeskNumbers.None;
            acts[place] = known with
            {
                Verdicts = known.Verdicts + counted.Verdicts,
                Lapses = known.Lapses + counted.Lapses,
                Reinstatements = known.Reinstatements + counted.Reinstatements,
                Editions = known.Editions + counted.Editions,
                Corrections = known.Corrections + counted.Corrections,
            };
        }
    }

    /// <summary>Adds the times to verify of a desk or a week; of all where both are null.</summary>
    public void AddTimes((int? Desk, int? Week) place, int verified, long? median, long? ninetieth) =>
        acts[KeyOf(place)] = (acts.GetValueOrDefault(KeyOf(place)) ?? DeskNumbers.None) with
        {
            Verified = verified,
            MedianSecondsToVerify = median,
            NinetiethSecondsToVerify = ninetieth,
        };

    /// <summary>Adds the refusals for a reason.</summary>
    public void AddRefusals((int? Desk, int? Week) place, RefusalCount count)
    {
        if (!refusals.TryGetValue(KeyOf(place), out var known))
        {
            refusals.Add(KeyOf(place), known = []);
        }

        known.Add(count);
    }

    /// <summary>Returns the numbers of a desk or a week; of all where both are null.</summary>
    public DeskNumbers Of(string? desk, int? week)
    {
        var reasons = refusals.GetValueOrDefault((desk, week)) ?? [];
        return (acts.GetValueOrDefault((desk, week)) ?? DeskNumbers.None) with
        {
            Refusals = reasons.Sum(reason => reason.Count),
            Reasons = [.. reasons.OrderByDescending(reason => reason.Count).ThenBy(reason => reason.Code, StringComparer.Ordinal)],
        };
    }

    private (string? Desk, int? Week) KeyOf((int? Desk, int? Week) place) =>
        (place.Desk is { } position ? desks[position].Id : null, place.Week);
}
