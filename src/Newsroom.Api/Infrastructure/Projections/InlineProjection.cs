using JasperFx.Events.Aggregation;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Aggregation;
using Marten.Events.Projections;
using Newsroom.Api.Infrastructure.Persistence;

namespace Newsroom.Api.Infrastructure.Projections;

/// <summary>
/// A projection of one document a stream that commands run in their transactions. It is verified with its own fold.
/// </summary>
/// <typeparam name="TDocument">The document.</typeparam>
/// <typeparam name="TId">The type of its id.</typeparam>
public sealed class InlineProjection<TDocument, TId> : ProjectionRegistration
    where TDocument : notnull
    where TId : notnull
{
    private readonly JasperFxAggregationProjectionBase<TDocument, TId, IDocumentOperations, IQuerySession> projection;
    private readonly Func<StreamHistory, TId?> idOf;

    internal InlineProjection(
        string view,
        JasperFxAggregationProjectionBase<TDocument, TId, IDocumentOperations, IQuerySession> projection,
        Func<StreamHistory, TId?> idOf,
        string? streamKind = null,
        Func<StreamHistory, TDocument?>? fold = null,
        params IEnumerable<IVerifiedView> otherViews
    )
    {
        this.projection = projection;
        this.idOf = idOf;
        Views = [new DocumentView<TDocument>(view, stream => Rows(stream, fold)) { StreamKind = streamKind }, .. otherViews];
    }

    /// <inheritdoc/>
    public override string Name => projection.Name;

    /// <inheritdoc/>
    public override bool IsAsync => false;

    /// <inheritdoc/>
    public override IReadOnlyList<IVerifiedView> Views { get; }

    /// <inheritdoc/>
    public override void AddTo(StoreOptions options, TimeProvider clock) =>
        options.Projections.Add((IProjectionSource<IDocumentOperations, IQuerySession>)projection, ProjectionLifecycle.Inline);

    private IEnumerable<ExpectedDocument<TDocument>> Rows(StreamHistory stream, Func<StreamHistory, TDocument?>? fold)
    {
        var applied = stream.Events.Where(e => Applies(e.EventType)).ToList();
        if (applied.Count == 0 || idOf(stream) is not { } id)
        {
            return [];
        }

        var document = fold is null
            ? applied.Aggregate(default(TDocument), (snapshot, e) => projection.Evolve(snapshot, id, e))
            : fold(stream);
        return document is null ? [] : [new(document, applied[^1].Version)];
    }

    private bool Applies(Type happened) =>
        projection.IncludedEventTypes.Count == 0 || projection.IncludedEventTypes.Exists(type => type.IsAssignableFrom(happened));
}

/// <summary>Makes registrations of inline projections.</summary>
public static class InlineProjection
{
    /// <summary>Registers a projection of one document a stream, with the stream's id.</summary>
    /// <param name="view">The view's name.</param>
    /// <param name="projection">The projection. It overrides <c>Evolve</c>.</param>
    /// <param name="fold">A fold that is shared with other views, in place of the projection's own.</param>
    /// <param name="otherViews">Other views that the projection writes.</param>
    public static ProjectionRegistration OfStream<T>(
        string view,
        SingleStreamProjection<T, Guid> projection,
        Func<StreamHistory, T?>? fold = null,
        params IEnumerable<IVerifiedView> otherViews
    )
        where T : notnull => new InlineProjection<T, Guid>(view, projection, stream => stream.Id, fold: fold, otherViews: otherViews);

    /// <summary>Registers a projection of one document a stream, whose id is the name that the stream's id is derived from.</summary>
    /// <param name="view">The view's name.</param>
    /// <param name="projection">The projection. It overrides <c>Evolve</c>.</param>
    /// <param name="streamKind">The kind of stream (<see cref="StreamIds.Of"/>).</param>
    /// <param name="nameOf">Returns the name that an event's data give; null for an event of another stream.</param>
    public static ProjectionRegistration OfName<T>(
        string view,
        MultiStreamProjection<T, string> projection,
        string streamKind,
        Func<object, string?> nameOf
    )
        where T : notnull =>
        new InlineProjection<T, string>(
            view,
            projection,
            stream => stream.Events.Select(e => nameOf(e.Data)).FirstOrDefault(name => name is not null),
            streamKind
        );
}
