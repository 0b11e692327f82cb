using Marten;

namespace Newsroom.Api.Infrastructure.Projections;

/// <summary>
/// A projection as its module registers it, once (<see cref="ProjectionServices.AddProjection"/>). Marten's configuration, the monitor, the
/// handling of unreadable events, verification and rebuild follow from it.
/// </summary>
public abstract class ProjectionRegistration
{
    /// <summary>The name that Marten keeps its progress under.</summary>
    public abstract string Name { get; }

    /// <summary>Whether the daemon runs it. Otherwise commands do, in their transactions.</summary>
    public abstract bool IsAsync { get; }

    /// <summary>What it writes: each is verified and rebuilt on its own.</summary>
    public abstract IReadOnlyList<IVerifiedView> Views { get; }

    /// <summary>Adds it to Marten's projections.</summary>
    public abstract void AddTo(StoreOptions options);
}
