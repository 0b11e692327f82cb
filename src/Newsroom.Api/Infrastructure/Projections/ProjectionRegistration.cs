using Marten;
using Weasel.Core;

namespace Newsroom.Api.Infrastructure.Projections;

/// <summary>
/// Registers a projection, once, in its module (<see cref="ProjectionServices.AddProjection"/>). Marten's configuration, the schema, the
/// application's grants, the monitor, the handling of unreadable events, verification and rebuild follow from it.
/// </summary>
public abstract class ProjectionRegistration
{
    /// <summary>Gets the name under which Marten stores its progress.</summary>
    public abstract string Name { get; }

    /// <summary>Gets whether the daemon runs it. Otherwise it runs in the transactions of commands.</summary>
    public abstract bool IsAsync { get; }

    /// <summary>Gets the views that it writes; each is verified and rebuilt separately.</summary>
    public abstract IReadOnlyList<IVerifiedView> Views { get; }

    /// <summary>Gets the tables and functions of its views that are not Marten's documents.</summary>
    public IEnumerable<ISchemaObject> SchemaObjects => Views.SelectMany(view => view.SchemaObjects);

    /// <summary>Adds it to Marten's projections.</summary>
    /// <param name="options">The store's configuration.</param>
    /// <param name="clock">The host's clock.</param>
    public abstract void AddTo(StoreOptions options, TimeProvider clock);
}
