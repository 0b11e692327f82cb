using Newsroom.Client;
using Newsroom.Client.Stories;
using Newsroom.Client.Worklists;

namespace Newsroom.Console.Pages;

/// <summary>What the page of a story shows.</summary>
/// <param name="Story">The story.</param>
/// <param name="Gates">Its gates.</param>
/// <param name="Work">What waits here for the person.</param>
/// <param name="Names">The names of people.</param>
/// <param name="Offers">Which commands are open to the person.</param>
/// <param name="Passage">The selected passage; null for none.</param>
public sealed record StoryModel(
    StoryDetails Story,
    GateReport Gates,
    IReadOnlyList<WorkItem> Work,
    PersonNames Names,
    IReadOnlyList<Offer> Offers,
    PassageModel? Passage
)
{
    /// <summary>Gets the original and the translations; null where the page does not show them.</summary>
    public Translations? Translations { get; init; }

    /// <summary>Reads a story.</summary>
    internal static async Task<StoryModel> LoadAsync(
        NewsroomClient api,
        string key,
        string? selected,
        CancellationToken cancellationToken
    )
    {
        var (me, names) = (api.Worklists.GetMeAsync(cancellationToken), PersonNames.LoadAsync(api, cancellationToken));
        var story = (await api.Stories.GetAsync(key, cancellationToken: cancellationToken)).Value;
        var passage = story.Passages.FirstOrDefault(p => p.Id == selected);
        var gates = api.Stories.GetGatesAsync(story.Id, cancellationToken);
        var work = api.Worklists.GetMyWorkAsync(new WorkQuery(Story: story.Id), cancellationToken: cancellationToken);
        var history = passage is null ? null : PassageModel.LoadAsync(api, story, passage, cancellationToken);
        var translations = Translations.LoadAsync(api, story, cancellationToken);
        var offers = Pages.Offers.LoadAsync(api, story, passage, (await me).Value, cancellationToken);
        return new StoryModel(
            story,
            (await gates).Value,
            (await work).Value.Items,
            await names,
            await offers,
            history is null ? null : await history
        )
        {
            Translations = await translations,
        };
    }

    /// <summary>Returns the offer of a command.</summary>
    public Offer? OfferOf(string command) => Offers.FirstOrDefault(offer => offer.Command == command);
}

/// <summary>What the panel of a passage shows.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Speaker">The name of a quote's speaker; null where it has none.</param>
/// <param name="Events">What happened to it, latest first.</param>
/// <param name="Authors">Who brought its words.</param>
public sealed record PassageModel(
    PassageDetails Passage,
    string? Speaker,
    IReadOnlyList<PassageEvent> Events,
    IReadOnlyList<BlameSpan> Authors
)
{
    // A text has at most a few thousand spans; a page has a thousand.
    private const int MaxPages = 20;

    /// <summary>Reads a passage.</summary>
    internal static async Task<PassageModel> LoadAsync(
        NewsroomClient api,
        StoryDetails story,
        PassageDetails passage,
        CancellationToken cancellationToken
    )
    {
        var authors = AuthorsAsync(api, story, passage, cancellationToken);
        var history = (await api.Stories.GetPassageAsync(story.Id, passage.Id, cancellationToken: cancellationToken)).Value;
        return new PassageModel(passage, history.Speaker?.Name ?? passage.Speaker, [.. history.Events.Reverse()], await authors);
    }

    private static async Task<IReadOnlyList<BlameSpan>> AuthorsAsync(
        NewsroomClient api,
        StoryDetails story,
        PassageDetails passage,
        CancellationToken cancellationToken
    )
    {
        var found = new List<BlameSpan>();
        if (passage.Range is null)
        {
            return found;
        }

        var pages = api.Stories.GetBlamePagesAsync(story.Id, new PointInTime(story.Version), cancellationToken);
        await foreach (var page in pages.Take(MaxPages).WithCancellation(cancellationToken))
        {
            var spans = page.Value.Texts.SelectMany(text => text.Spans).ToList();
            found.AddRange(spans.Where(Covers));
            if (found.Count > 0 && !Covers(spans[^1]))
            {
                break;
            }
        }

        return found;

        bool Covers(BlameSpan span) => span.Passages.Any(covering => covering.Id == passage.Id);
    }
}
