using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using Newsroom.Evidence.Records;

namespace Newsroom.Evidence.Replay;

/// <summary>An edition, with the words that the revisions before it make.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Kind">What it was to readers.</param>
/// <param name="Version">The event that published it.</param>
/// <param name="At">When.</param>
/// <param name="Article">The words.</param>
/// <param name="Note">What readers were told, of one that corrects.</param>
public sealed record ReplayedEdition(int Number, EditionKind Kind, long Version, DateTimeOffset At, Article Article, string? Note);

/// <summary>A story made again from its events, without the newsroom: what it says is compared with what the events make.</summary>
/// <param name="Story">The story.</param>
/// <param name="Now">The story after its last event.</param>
/// <param name="History">Its events.</param>
/// <param name="Editions">Its editions.</param>
/// <param name="Names">The names of those who worked on it.</param>
public sealed record StoryReplay(
    Guid Story,
    StoryAt Now,
    ImmutableArray<RecordedEvent> History,
    ImmutableArray<ReplayedEdition> Editions,
    Names Names
)
{
    /// <summary>What the story is called.</summary>
    public string Title => Now.Text.Article.Headline is { Length: > 0 } headline ? headline : Now.Story.Slug;

    /// <summary>Replays a story from events in the ledger's order.</summary>
    /// <param name="story">The story.</param>
    /// <param name="events">The events.</param>
    /// <param name="cancellationToken">Stops the replay between events.</param>
    /// <exception cref="FormatException">An event does not fit those before it, or says something else than they make; the message names it.</exception>
    public static StoryReplay Of(Guid story, IEnumerable<BundledEvent> events, CancellationToken cancellationToken = default)
    {
        StoryAt? at = null;
        var history = ImmutableArray.CreateBuilder<RecordedEvent>();
        var editions = ImmutableArray.CreateBuilder<ReplayedEdition>();
        var names = new Dictionary<string, string>();
        foreach (var bundled in events)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var record = bundled.Record;
            if (record.Type == "person_described")
            {
                var person = StoredJson.Read<PersonDescribed>(bundled.Event.Data());
                names[person.Id] = person.Name;
            }
            else if (record.Stream == story && StoryEvents.ByName.TryGetValue(record.Type, out var type))
            {
                var recorded = RecordedEventOf(bundled, type);
                try
                {
                    at = StoryAt.Evolve(at, story, recorded.Happened, recorded.Metadata);
                }
                catch (Exception problem)
                    when (problem is InvalidOperationException or ArgumentException or NullReferenceException or OverflowException)
                {
                    throw new FormatException($"The {bundled.Told} does not fit what was recorded before it: {problem.Message}", problem);
                }

                history.Add(recorded);
                Check(at, recorded, bundled);
                if (recorded.Happened is StoryEvent.EditionEvent edition)
                {
                    editions.Add(
                        new ReplayedEdition(
                            edition.Edition,
                            edition.Kind,
                            record.Version,
                            record.At,
                            at.Text.Article,
                            (edition as StoryEvent.StoryCorrected)?.Note
                        )
                    );
                }
            }
        }

        return at is null
            ? throw new FormatException($"There is no event of the story {story}.")
            : new StoryReplay(story, at, history.ToImmutable(), editions.ToImmutable(), new Names(names));
    }

    private static RecordedEvent RecordedEventOf(BundledEvent bundled, Type type)
    {
        var record = bundled.Record;
        var happened = (StoryEvent)StoredJson.Read(bundled.Event.Data(), type);
        var role = record.Headers?["as"]?.GetValue<string>() is { } word
            ? Enum.GetValues<Role>().Select(r => (Role?)r).FirstOrDefault(r => r!.Value.ToKebabCase() == word)
            : null;
        return new RecordedEvent(
            happened,
            new EventMetadata(record.Version, record.At, record.By ?? "", role) { Origin = happened.Origin },
            record.Cause
        );
    }

    /// <summary>What an event says of the words must be so of the words that the revisions make.</summary>
    private static void Check(StoryAt at, RecordedEvent recorded, BundledEvent bundled)
    {
        switch (recorded.Happened)
        {
            case StoryEvent.EditionEvent e when e.Article != at.Text.Article:
                throw new FormatException($"Edition {e.Edition} has other words than the revisions before it make (the {bundled.Told}).");
            case StoryEvent.EditionEvent e when !Fingerprints.Holds(e.Fingerprint, at.Text.Article):
                throw new FormatException($"The fingerprint of edition {e.Edition} is not that of its words (the {bundled.Told}).");
            case StoryEvent.FactChecked e
                when at.Story.PassageOf(e.Passage) is not { IsOrphaned: false } passage
                    || !Fingerprints.Holds(e.Fingerprint, passage, at.Text.Article[passage.Field]):
                throw new FormatException($"The check of {e.Passage} is not of the words that stood there (the {bundled.Told}).");
            case StoryEvent.StoryApproved e when !Fingerprints.Holds(e.Fingerprint, at.Text.Article):
                throw new FormatException($"The approval is not of the article that stood there (the {bundled.Told}).");
            case StoryEvent.StoryApproved e
                when (e.Desk ?? at.Story.Desk) != at.Story.Desk || (e.Language ?? at.Story.Language) != at.Story.Language:
                throw new FormatException($"The approval is not of the desk and language that the story had there (the {bundled.Told}).");
        }
    }
}
