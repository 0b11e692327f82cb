using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>The metadata of a recorded event.</summary>
/// <param name="Version">The story's version after this event; the first is 1.</param>
/// <param name="At">Recorded time, to the microsecond.</param>
/// <param name="By">The person, as in <see cref="Actor.Person"/>.</param>
/// <param name="As">The role in which the actor acted; null for events that required none.</param>
public readonly record struct EventMetadata(long Version, DateTimeOffset At, string By, Role? As)
{
    /// <summary>The source of an imported event; null otherwise.</summary>
    public Origin? Origin { get; init; }

    /// <summary>The author: of an imported event the original one, otherwise the actor.</summary>
    public string Author => Origin?.By ?? By;

    /// <summary>Everyone who wrote, changed or removed words, in order.</summary>
    public ImmutableArray<string> Authors => Origin?.Authorship?.People ?? [Author];

    /// <summary>Returns the authors of each range of the change in one field.</summary>
    public ChangeAuthors AuthorsIn(ArticleField field) => Origin?.Authorship?.In(field, Author) ?? new ChangeAuthors(Author);

    /// <summary>Business time; recorded time where the event was not imported.</summary>
    public DateTimeOffset Happened => Origin?.At ?? At;
}
