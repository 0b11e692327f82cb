using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>What the record adds to an event: when, by whom, as what, and the version it made.</summary>
/// <param name="Version">The story's version after this event; the first is 1.</param>
/// <param name="At">Recorded time, to the microsecond.</param>
/// <param name="By">The person, as in <see cref="Actor.Person"/>.</param>
/// <param name="As">The role in which they acted; null for events that no role was asked for.</param>
public readonly record struct EventMetadata(long Version, DateTimeOffset At, string By, Role? As)
{
    /// <summary>Where the event comes from, if it was brought in from another record.</summary>
    public Origin? Origin { get; init; }

    /// <summary>Whose words they are: who did it, whoever brought it in.</summary>
    public string Author => Origin?.By ?? By;

    /// <summary>Gets everyone who wrote, changed or removed words in the change, the first to do so first.</summary>
    public ImmutableArray<string> Authors => Origin?.Authorship?.People ?? [Author];

    /// <summary>Returns the authors of each place of the change in one text.</summary>
    public ChangeAuthors AuthorsIn(ArticleField field) => Origin?.Authorship?.In(field, Author) ?? new ChangeAuthors(Author);

    /// <summary>Business time: when it happened, whenever it was recorded.</summary>
    public DateTimeOffset Happened => Origin?.At ?? At;
}
