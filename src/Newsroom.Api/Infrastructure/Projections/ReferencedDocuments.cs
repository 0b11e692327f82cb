using Marten;

namespace Newsroom.Api.Infrastructure.Projections;

/// <summary>Documents of other streams that rows of a view depend on: read with them, and locked while they are written.</summary>
public interface IReferencedDocuments
{
    /// <summary>Their type. The id of each is its stream's.</summary>
    Type Type { get; }

    /// <summary>Reads all of them, as a list of their type.</summary>
    Task<object> LoadAsync(IQuerySession session, CancellationToken cancellationToken);
}

/// <summary>All documents of a type.</summary>
public sealed class ReferencedDocuments<T> : IReferencedDocuments
    where T : notnull
{
    /// <inheritdoc/>
    public Type Type => typeof(T);

    /// <inheritdoc/>
    public async Task<object> LoadAsync(IQuerySession session, CancellationToken cancellationToken) =>
        await session.Query<T>().ToListAsync(cancellationToken);
}
