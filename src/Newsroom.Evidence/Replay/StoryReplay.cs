using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using Newsroom.Evidence.Records;

namespace Newsroom.Evidence.Replay;

/// <summary>Represents an edition with the text that results from the revisions before it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Kind">The kind of edition.</param>
/// <param name="Version">The version of the publishing event.</param>
/// <param name="At">The publication time.</param>
/// <param name="Article">The published text.</param>
/// <param name="Note">The correction note; null unless it is a correction.</param>
public sealed record ReplayedEdition(int Number, EditionKind Kind, long Version, DateTimeOffset At, Article Article, string? Note);

/// <summary>Rebuilds a story from its events and checks what they state against the result.</summary>
/// <param name="Story">The story.</param>
/// <param name="Now">The story after its last event.</param>
/// <param name="Names">The names of the people involved.</param>
public sealed record StoryReplay(
    Guid Story,
    StorySnapshot Now,
    ImmutableArray<RecordedEvent> History,
    ImmutableArray<ReplayedEdition> Editions,
    PersonNames Names
)
{
    /// <summary>Gets the headline, or the slug if it is empty.</summary>
    public string Title => Now.Text.Article.Headline is { Length: > 0 } headline ? headline : Now.Story.Slug;

    /// <summary>Replays a story from events in ledger order.</summary>
    /// <param name="cancellationToken">Cancels between events.</param>
    /// <exception cref="FormatException">An event does not fit the earlier ones, or states something else than they yield.</exception>
    public static StoryReplay Of(Guid story, IEnumerable<BundledEvent> events, CancellationToken cancellationToken = default)
    {
        StorySnapshot? at = null;
        var history = ImmutableArray.CreateBuilder<RecordedEvent>();
        var editions = ImmutableArray.CreateBuilder<ReplayedEdition>();
        var names = new Dictionary<string, string>();
        var checks = new ReplayedChecks();
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
                    at = StorySnapshot.Evolve(at, story, recorded.Happened, recorded.Metadata);
                    Check(at, recorded, bundled, checks);
                }
                catch (Exception problem) when (problem is InvalidOperationException or ArgumentException or OverflowException)
                {
                    throw new FormatException($"The {bundled.Description} does not fit the events before it: {problem.Message}", problem);
                }

                history.Add(recorded);
                if (recorded.Happened is StoryEvent.FactChecked check)
                {
                    checks.Add(record.Version, check);
                }

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
            ? throw new FormatException($"There are no events of the story {story}.")
            : new StoryReplay(story, at, history.ToImmutable(), editions.ToImmutable(), new PersonNames(names));
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

    private static void Check(StorySnapshot at, RecordedEvent recorded, BundledEvent bundled, ReplayedChecks checks)
    {
        switch (recorded.Happened)
        {
            case StoryEvent.EditionEvent e when e.Article != at.Text.Article:
                throw new FormatException(
                    $"Edition {e.Edition} differs from the text that the revisions before it yield (the {bundled.Description})."
                );
            case StoryEvent.EditionEvent e when !Fingerprints.Holds(e.Fingerprint, at.Text.Article):
                throw new FormatException($"The fingerprint of edition {e.Edition} does not match its text (the {bundled.Description}).");
            case StoryEvent.FactChecked e
                when at.Story.PassageOf(e.Passage) is not { IsOrphaned: false } passage
                    || !Fingerprints.Holds(e.Fingerprint, passage, at.Text.Article[passage.Field]):
                throw new FormatException($"The check of {e.Passage} does not match the passage at that time (the {bundled.Description}).");
            case StoryEvent.FactCheckPublished e when checks.Contradiction(e, at.Story, at.Text) is { } other:
                throw new FormatException($"The fact check of {e.Claim} {other} (the {bundled.Description}).");
            case StoryEvent.StoryApproved e when !Fingerprints.Holds(e.Fingerprint, at.Text.Article):
                throw new FormatException($"The approval does not match the article at that time (the {bundled.Description}).");
            case StoryEvent.StoryApproved e
                when (e.Desk ?? at.Story.Desk) != at.Story.Desk || (e.Language ?? at.Story.Language) != at.Story.Language:
                throw new FormatException(
                    $"The approval does not match the story's desk and language at that time (the {bundled.Description})."
                );
        }
    }
}
