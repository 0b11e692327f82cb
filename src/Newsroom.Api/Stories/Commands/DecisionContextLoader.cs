using Marten;
using Marten.Services.BatchQuerying;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.People;
using Newsroom.Api.People.Queries;
using Newsroom.Api.Policies;
using Newsroom.Api.Publication;
using Newsroom.Api.Stories.Queries;
using Newsroom.Api.Stories.Snapshots;
using Newsroom.Domain.Desks;
using Newsroom.Domain.People;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Stories.Commands;

/// <summary>Loads the data that a decision needs, in the round trip that loads and locks the story.</summary>
internal static class DecisionContextLoader
{
    private const string Original = $"where d.id = (select (t.data ->> 'translationOf')::uuid from {StoryTables.Story} t where t.id = ?)";

    /// <summary>Adds the command's queries to a batch; completes once the batch was executed.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="story">The story; empty where the command starts one.</param>
    /// <param name="command">The command.</param>
    /// <param name="context">The actor and the instant.</param>
    /// <param name="isPreview">Whether nothing is to be locked.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public static async Task<DecisionContext> LoadAsync(
        IBatchedQuery batch,
        Guid story,
        StoryCommand command,
        DecisionContext context,
        bool isPreview,
        CancellationToken cancellationToken
    ) =>
        command switch
        {
            DraftArticle c => await LoadAsync(batch, c, context, isPreview),
            DescribeStory c => await LoadAsync(batch, story, c, context),
            ReviseArticle or FlagClaim => context with { Concurrent = await ConcurrentAsync(batch, story, command, cancellationToken) },
            AttributeQuote c => await LoadAsync(batch, story, c, context, cancellationToken),
            RestoreRevision c => context with { Restored = await TextAtAsync(batch, story, c.Version, cancellationToken) },
            Assign c => context with { Assignee = await batch.StatusOfAsync(c.Assignee) },
            MarkConfidential c => await LoadAsync(batch, story, c, context),
            DismissProposed c => await LoadAsync(batch, story, c, context),
            WaiveGate => context with { PolicyOf = (await batch.PoliciesAsync()).Of },
            PublishFactCheck c => await LoadAsync(batch, story, c, context),
            Publish or Correct => await LoadEditionAsync(batch, story, context),
            Schedule => await LoadScheduleAsync(batch, story, context),
            _ => context,
        };

    private static async Task<DecisionContext> LoadAsync(IBatchedQuery batch, DraftArticle command, DecisionContext context, bool isPreview)
    {
        var wanted = command.Slug ?? Slug.Of(command);
        if (command.Slug is null && !isPreview)
        {
            SlugNumbers.Lock(batch, wanted);
        }

        var loadingDesk = batch.Load<Desk>(command.Desk);
        var loadingReplaced = LoadAsync(batch, command.Replaces);
        var loadingTranslated = LoadAsync(batch, command.TranslationOf);
        var loadingOriginal = LoadOriginalAsync(batch, command.TranslationOf);
        var taken = await SlugNumbers.TakenAsync(batch, wanted);
        return context with
        {
            Desk = await loadingDesk,
            Slug = command.Slug ?? SlugNumbers.Free(wanted, taken),
            SlugTaken = command.Slug is { } slug && taken.Contains(slug),
            Replaced = await loadingReplaced,
            Translated = await loadingTranslated,
            Original = await loadingOriginal,
        };
    }

    private static async Task<Story?> LoadAsync(IBatchedQuery batch, Guid? story) =>
        story is { } id ? await batch.Load<Story>(id) : null;

    /// <summary>Loads the story that a story translates.</summary>
    private static async Task<Story?> LoadOriginalAsync(IBatchedQuery batch, Guid? story) =>
        story is { } id ? (await batch.Query<Story>(Original, id)).SingleOrDefault() : null;

    private static async Task<DecisionContext> LoadAsync(IBatchedQuery batch, Guid story, DescribeStory command, DecisionContext context)
    {
        var loadingDesk = batch.Load<Desk>(command.Desk ?? "");
        var findingSlug = batch.Query<Story>().Where(s => s.Slug == command.Slug && s.Id != story).Any();
        var described = context;
        if (command.Language is not null)
        {
            var loadingTranslated = LoadOriginalAsync(batch, story);
            var readingLanguages = batch
                .Query<PublishedStory>()
                .Where(s => s.TranslationOf == story && s.Takedown == null)
                .Select(s => s.Language)
                .ToList();
            described = context with
            {
                Translated = await loadingTranslated,
                TranslatedInto = [.. await readingLanguages],
            };
        }

        return described with { Desk = await loadingDesk, SlugTaken = await findingSlug };
    }

    private static async Task<DecisionContext> LoadAsync(
        IBatchedQuery batch,
        Guid story,
        AttributeQuote command,
        DecisionContext context,
        CancellationToken cancellationToken
    )
    {
        var loadingSpeaker = batch.Load<Speaker>(command.Speaker);
        var loadingConcurrent = ConcurrentAsync(batch, story, command, cancellationToken);
        return context with { Speaker = await loadingSpeaker, Concurrent = await loadingConcurrent };
    }

    private static async Task<DecisionContext> LoadAsync(IBatchedQuery batch, Guid story, DismissProposed command, DecisionContext context)
    {
        var loadingPolicies = batch.PoliciesAsync();
        var loadingPhrases = batch.DismissedElsewhereAsync(story, command.Phrases.IsDefault ? [] : command.Phrases);
        return context with { PolicyOf = (await loadingPolicies).Of, DismissedPhrases = await loadingPhrases };
    }

    private static async Task<DecisionContext> LoadAsync(IBatchedQuery batch, Guid story, MarkConfidential command, DecisionContext context)
    {
        var readers = command.Readers.IsDefault ? [] : command.Readers.Distinct().ToList();
        var loading = readers.ConvertAll(batch.StatusOfAsync);
        var loadingActed = batch.Query<string>(
            $"select distinct user_name from {MartenNames.Events} where stream_id = ? and user_name is not null",
            story
        );
        var known = await Task.WhenAll(loading);
        return context with
        {
            UnknownReaders = [.. readers.Where((_, i) => known[i] != PersonStatus.WorksHere)],
            Acted = [.. (await loadingActed).Order(StringComparer.Ordinal)],
        };
    }

    private static async Task<DecisionContext> LoadAsync(IBatchedQuery batch, Guid story, PublishFactCheck command, DecisionContext context)
    {
        var loadingDesk = batch.Query<Desk>($"where id = (select s.data ->> 'desk' from {StoryTables.Story} s where s.id = ?)", story);
        var versions = command.Sources.IsDefault ? [] : command.Sources.Select(place => place.Check);
        var checks = (await batch.AddItem(CheckEventsQuery.OfVersions(story, versions))).Checks;
        return context with
        {
            Scale = (await loadingDesk).SingleOrDefault()?.Scale ?? RatingScale.Default,
            Checks = checks.ToDictionary(
                check => check.Event.Version,
                check => CheckRecord.Of((StoryEvent.FactChecked)check.Event.Data, check.Event.Id)
            ),
        };
    }

    private static async Task<DecisionContext> LoadEditionAsync(IBatchedQuery batch, Guid story, DecisionContext context)
    {
        var loadingPublished = batch.Load<PublishedStory>(story);
        var loadingPolicies = batch.PoliciesAsync();
        return context with { Live = (await loadingPublished)?.Edition, PolicyOf = (await loadingPolicies).Of };
    }

    private static async Task<DecisionContext> LoadScheduleAsync(IBatchedQuery batch, Guid story, DecisionContext context)
    {
        var loadingPerson = batch.Load<Person>(context.Actor.Person);
        var loadingEdition = LoadEditionAsync(batch, story, context);
        return await loadingEdition with { DescribedRoles = (await loadingPerson)?.Roles };
    }

    // An impossible version is refused later.
    private static async Task<ConcurrentRevisions> ConcurrentAsync(
        IBatchedQuery batch,
        Guid story,
        StoryCommand command,
        CancellationToken cancellationToken
    )
    {
        if (command.BasedOn is not { } seen || seen is < 1 or long.MaxValue)
        {
            return new ConcurrentRevisions(0, 0, []);
        }

        var page = await batch.AddItem(new EventPageQuery(story, seen, long.MaxValue, cancellationToken));
        var events = page.Events.Select(e => ((StoryEvent)e.Data, e.Metadata()));
        return ConcurrentRevisions.Since(seen, events) with { IsTooLarge = page.IsCut };
    }

    private static async Task<StoryText?> TextAtAsync(IBatchedQuery batch, Guid story, long version, CancellationToken cancellationToken) =>
        (await batch.PastVersionAsync(story, version, cancellationToken))?.Text;
}
