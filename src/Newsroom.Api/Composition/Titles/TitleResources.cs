using System.Collections.Immutable;
using Newsroom.Api.Infrastructure.Persistence;

namespace Newsroom.Api.Composition.Titles;

/// <summary>Which title has which resource. The title that has one keeps it; another that names it is not started.</summary>
/// <param name="PerServer">The maximum number of titles on one database server.</param>
internal sealed record TitleResources(int PerServer)
{
    /// <summary>Gets the plans that have their resources, by title.</summary>
    public ImmutableDictionary<string, TitlePlan> Plans { get; private init; } = ImmutableDictionary<string, TitlePlan>.Empty;

    /// <summary>Gives a title the resources of a plan, in place of those that it had.</summary>
    /// <exception cref="SettingsException">Another title has one of them, or its database server has no room.</exception>
    public TitleResources With(TitlePlan plan)
    {
        var others = Plans.Remove(plan.File.Name);
        foreach (var (name, other) in others.OrderBy(other => other.Key, StringComparer.Ordinal))
        {
            if (plan.Resources.FirstOrDefault(other.Resources.Contains) is { } taken)
            {
                throw new SettingsException($"The {taken.Kind} {taken.Name} is also that of the title {name}. Give each title its own.");
            }
        }

        var onServer = others.Values.Count(other => other.Server == plan.Server);
        return onServer < PerServer
            ? this with { Plans = others.Add(plan.File.Name, plan) }
            : throw new SettingsException(
                $"The database server of the title has {onServer} titles already. Set {TitleSettings.PerServerSetting} to more, and "
                    + "restart the installation: the connections are then divided among more titles."
            );
    }

    /// <summary>Takes the resources from a title.</summary>
    public TitleResources Without(string title) => this with { Plans = Plans.Remove(title) };
}
