using System.Collections.Immutable;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Speakers;

namespace Newsroom.Domain.Tests;

/// <content>What decisions know besides the story.</content>
public sealed partial class StorySpec
{
    private static readonly ImmutableArray<Desk> Desks =
    [
        new("city", "City", "en"),
        new("kultur", "Kultur", "nb"),
        new("town", "Town", "en"),
    ];
    private static readonly ImmutableArray<Speaker> Speakers =
    [
        new("ada", "Ada Berg", "mayor"),
        new("bo", "Bo Lund", "engineer"),
        new("marit-oyen", "Marit Øyen", "mayor"),
    ];

    private DecisionContext ContextOf(StoryCommand command, Actor by)
    {
        var context = new DecisionContext(by, Now)
        {
            PolicyOf = PolicyOf,
            Live = Live,
            DismissedPhrases = DismissedPhrases,
            Concurrent = ConcurrentRevisions(command),
            Checks = history
                .Where(h => h.Happened is FactChecked)
                .ToDictionary(h => h.Metadata.Version, h => CheckRecord.Of((FactChecked)h.Happened, Guid.Empty)),
        };
        return command switch
        {
            DraftArticle c => context with
            {
                Desk = DeskOf(c.Desk),
                Slug = c.Slug ?? Slug.Of(c),
                SlugTaken = c.Slug == "taken",
                Replaced = Others.Find(other => other.Id == c.Replaces),
                Translated = Others.Find(other => other.Id == c.TranslationOf),
                Original = Others.Find(other => other.Id == Others.Find(translated => translated.Id == c.TranslationOf)?.TranslationOf),
            },
            DescribeStory c => context with
            {
                Desk = DeskOf(c.Desk),
                SlugTaken = c.Slug == "taken",
                Translated = Others.Find(other => other.Id == Story.TranslationOf),
                TranslatedInto =
                [
                    .. Others
                        .Where(o => o.TranslationOf == Story.Id && o.Publication.Status == PublicationStatus.Live)
                        .Select(o => o.Language),
                ],
            },
            RestoreRevision c => context with { Restored = c.Version > 0 && c.Version <= history.Count ? TextAt(c.Version) : null },
            AttributeQuote c => context with { Speaker = Speakers.FirstOrDefault(s => s.Id == c.Speaker) },
            Assign c => context with { Assignee = StatusOf(c.Assignee) },
            MarkConfidential c => context with
            {
                UnknownReaders = [.. c.Readers.Where(reader => StatusOf(reader) != PersonStatus.WorksHere)],
                Acted = [.. history.Select(h => h.Metadata.By).Distinct()],
            },
            _ => context,
        };
    }

    private ConcurrentRevisions ConcurrentRevisions(StoryCommand command) =>
        Newsroom.Domain.Stories.ConcurrentRevisions.Since(command.BasedOn ?? 0, history.Skip((int)(command.BasedOn ?? 0)));

    private static PersonStatus StatusOf(string? person) =>
        person switch
        {
            null or "stranger" => PersonStatus.Unknown,
            "jane@example.org@git" => PersonStatus.WroteElsewhere,
            _ => PersonStatus.WorksHere,
        };

    private static Desk? DeskOf(string? id) => Desks.FirstOrDefault(d => d.Id == id);
}
