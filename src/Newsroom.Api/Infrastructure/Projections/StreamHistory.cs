using JasperFx.Events;

namespace Newsroom.Api.Infrastructure.Projections;

/// <summary>The events of a stream, and what views derive from them together.</summary>
/// <param name="id">The stream.</param>
/// <param name="events">Its events, in order; at least one.</param>
/// <param name="references">The documents that views depend on, by their type.</param>
public sealed class StreamHistory(Guid id, IReadOnlyList<IEvent> events, IReadOnlyDictionary<Type, object> references)
{
    private readonly Dictionary<Type, object?> folds = [];

    /// <summary>The stream.</summary>
    public Guid Id => id;

    /// <summary>Its events, in order.</summary>
    public IReadOnlyList<IEvent> Events => events;

    /// <summary>Returns a fold of the events that several views use. It is made once, for its type.</summary>
    public T? Fold<T>(Func<StreamHistory, T?> fold)
        where T : class
    {
        if (!folds.TryGetValue(typeof(T), out var known))
        {
            folds.Add(typeof(T), known = fold(this));
        }

        return (T?)known;
    }

    /// <summary>Returns the documents of a type that the view references.</summary>
    public IReadOnlyList<T> Referenced<T>() => (IReadOnlyList<T>)references[typeof(T)];

    /// <summary>Returns the events up to one; null where there are none.</summary>
    internal StreamHistory? Until(long sequence) =>
        events.TakeWhile(e => e.Sequence <= sequence).ToList() is { Count: > 0 } first ? new(id, first, references) : null;
}
