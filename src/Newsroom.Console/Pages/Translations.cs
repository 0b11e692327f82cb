using System.Net;
using Newsroom.Client;
using Newsroom.Client.Http;
using Newsroom.Client.Published;
using Newsroom.Client.Stories;
using Newsroom.Client.Worklists;

namespace Newsroom.Console.Pages;

/// <summary>The original of a story, and its translations: those that readers have, and those under way.</summary>
/// <param name="Original">The story that it translates; null for none.</param>
/// <param name="Others">The live stories with the same original.</param>
/// <param name="UnderWay">The other translations that are not live and that the person may read, latest changed first.</param>
public sealed record Translations(OriginalStory? Original, IReadOnlyList<LiveTranslation> Others, IReadOnlyList<StoryCard> UnderWay)
{
    private const string Live = "live";

    // Each is a request of its own.
    private const int MaxRead = 20;

    /// <summary>Reads the translations of a story.</summary>
    internal static async Task<Translations> LoadAsync(NewsroomClient api, StoryDetails story, CancellationToken cancellationToken)
    {
        var original = story.TranslationOf is { } id ? OriginalAsync(api, id, cancellationToken) : Task.FromResult<OriginalStory?>(null);
        var query = new StoryQuery(TranslationOf: story.TranslationOf ?? story.Id);
        var all = api.Worklists.FindStoriesAsync(query, new PageRequest(Limit: MaxRead), cancellationToken);
        var published = story.Publication.Status == Live ? await PublishedAsync(api, story.Slug, cancellationToken) : null;
        var others = (published?.Translations ?? []).Take(MaxRead).Select(other => ReadAsync(api, other, cancellationToken));
        var underWay = (await all).Value.Items.Where(card => card.Id != story.Id && card.Publication != Live);
        return new Translations(await original, await Task.WhenAll(others), [.. underWay]);
    }

    private static async Task<OriginalStory?> OriginalAsync(NewsroomClient api, Guid id, CancellationToken cancellationToken)
    {
        try
        {
            var story = (await api.Stories.GetAsync(id, cancellationToken: cancellationToken)).Value;
            var published = story.Publication.Status == Live ? await PublishedAsync(api, story.Slug, cancellationToken) : null;
            return new OriginalStory(id, story, published?.Editions[^1].At);
        }
        catch (ApiException refused) when (IsUnreadable(refused))
        {
            return new OriginalStory(id, null, null);
        }
    }

    private static async Task<LiveTranslation> ReadAsync(
        NewsroomClient api,
        PublishedTranslation translation,
        CancellationToken cancellationToken
    )
    {
        var published = await PublishedAsync(api, translation.Slug, cancellationToken);
        return new LiveTranslation(translation.Language, translation.Slug, published?.Headline, published?.Editions[^1].At);
    }

    // A story may be taken down between two requests.
    private static async Task<PublishedStory?> PublishedAsync(NewsroomClient api, string slug, CancellationToken cancellationToken)
    {
        try
        {
            return (await api.Published.GetAsync(slug, cancellationToken: cancellationToken)).Value;
        }
        catch (ApiException refused) when (IsUnreadable(refused))
        {
            return null;
        }
    }

    private static bool IsUnreadable(ApiException refused) =>
        refused.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone;
}

/// <summary>The story that a story translates.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Story">The story; null where the person may not read it.</param>
/// <param name="Published">When its latest edition was published; null where readers have none.</param>
public sealed record OriginalStory(Guid Id, StoryDetails? Story, DateTimeOffset? Published);

/// <summary>A translation that readers have.</summary>
/// <param name="Language">Its language (BCP 47).</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Headline">Its headline; null where it cannot be read.</param>
/// <param name="Published">When its latest edition was published; null where it cannot be read.</param>
public sealed record LiveTranslation(string Language, string Slug, string? Headline, DateTimeOffset? Published);
