using Marten;
using Weasel.Core;

namespace Newsroom.Api.Infrastructure.Projections;

/// <summary>
/// Registers a projection, once, in its module (<see cref="ProjectionServices.AddProjection"/>). Marten's configuration, the schema, the
/// application's grants, the monitor, the handling of unreadable events, verification and rebuild follow from it.
/// </summary>
public abstract class ProjectionRegistration
{
    /// <summary>The name that Marten keeps its progress under.</summary>
    public abstract string Name { get; }

    /// <summary>Whether the daemon runs it. Otherwise commands do, in their transactions.</summary>
    public abstract bool IsAsync { get; }

    /// <summary>What it writes: each is verified and rebuilt on its own.</summary>
    public abstract IReadOnlyList<IVerifiedView> Views { get; }

    /// <summary>The tables and functions that its views need beside Marten's documents.</summary>
    public IEnumerable<ISchemaObject> SchemaObjects => Views.SelectMany(view => view.SchemaObjects);

    /// <summary>Adds it to Marten's projections.</summary>
    /// <param name="options">The store's configuration.</param>
    /// <param name="clock">The host's clock.</param>
    public abstract void AddTo(StoreOptions options, TimeProvider clock);
}
