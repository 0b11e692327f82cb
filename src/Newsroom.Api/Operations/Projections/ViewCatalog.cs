using Newsroom.Api.Infrastructure.Projections;

namespace Newsroom.Api.Operations.Projections;

/// <summary>A view with the projection that writes it.</summary>
internal sealed record RegisteredView(ProjectionRegistration Projection, IVerifiedView View);

/// <summary>The views of all registered projections.</summary>
public sealed class ViewCatalog
{
    /// <summary>Takes them from the registrations.</summary>
    /// <exception cref="InvalidOperationException">Two views have one name.</exception>
    public ViewCatalog(IEnumerable<ProjectionRegistration> projections)
    {
        Projections = [.. projections];
        Views = [.. Projections.SelectMany(p => p.Views.Select(view => new RegisteredView(p, view)))];
        Names = [.. Views.Select(v => v.View.Name)];
        if (Names.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { Key: var twice })
        {
            throw new InvalidOperationException($"Two projections register a view named {twice}.");
        }
    }

    /// <summary>The names of all views, in the order of their registration.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The registered projections.</summary>
    internal IReadOnlyList<ProjectionRegistration> Projections { get; }

    /// <summary>All views.</summary>
    internal IReadOnlyList<RegisteredView> Views { get; }

    /// <summary>Returns the views of these names.</summary>
    internal IReadOnlyList<RegisteredView> Choose(IReadOnlyCollection<string> names) => [.. Views.Where(v => names.Contains(v.View.Name))];
}
