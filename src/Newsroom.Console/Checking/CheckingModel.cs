using Newsroom.Client;
using Newsroom.Client.Http;
using Newsroom.Client.Stories;
using Newsroom.Client.Worklists;
using Newsroom.Console.Pages;

namespace Newsroom.Console.Checking;

/// <summary>The queue of passages that await a check, and the selected one.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Queue">A page of the queue.</param>
/// <param name="More">The cursor of the next page; null on the last one.</param>
/// <param name="Names">The names of people.</param>
/// <param name="Selected">The selected passage; null for none.</param>
public sealed record CheckingModel(
    CheckingRequest Request,
    IReadOnlyList<QueuedPassage> Queue,
    string? More,
    PersonNames Names,
    SelectedPassage? Selected
)
{
    private const int Lines = 30;

    /// <summary>Gets the passage after the selected one in the queue; null after the last.</summary>
    public (string Story, string Passage)? Next => Neighbour(Queue, Request, +1);

    /// <summary>Gets the passage before the selected one in the queue; null before the first.</summary>
    public (string Story, string Passage)? Previous => Neighbour(Queue, Request, -1);

    /// <summary>Reads a page of the queue.</summary>
    internal static Task<ApiResponse<Page<QueuedPassage>>> QueueAsync(
        NewsroomClient api,
        CheckingRequest request,
        CancellationToken cancellationToken
    ) => api.Worklists.GetFactCheckQueueAsync(request.Desk, new PageRequest(request.After, Lines), request.Order, cancellationToken);

    /// <summary>Reads the queue and the selected passage.</summary>
    internal static async Task<CheckingModel> LoadAsync(NewsroomClient api, CheckingRequest request, CancellationToken cancellationToken)
    {
        var names = PersonNames.LoadAsync(api, cancellationToken);
        var queue = QueueAsync(api, request, cancellationToken);
        var selected = request is { Story: { } story, Passage: { } passage }
            ? await SelectedPassage.LoadAsync(api, story, passage, names, cancellationToken)
            : null;
        var page = (await queue).Value;
        return new CheckingModel(request, page.Items, page.Next, await names, selected);
    }

    /// <summary>
    /// Returns the passage beside the selected one. A selected passage that left the queue stands before its first.
    /// </summary>
    internal static (string Story, string Passage)? Neighbour(IReadOnlyList<QueuedPassage> queue, CheckingRequest request, int distance)
    {
        var selected = queue.ToList().FindIndex(request.IsOf);
        var place = selected + distance;
        return place >= 0 && place < queue.Count ? (queue[place].Slug, queue[place].Passage) : null;
    }
}

/// <summary>A passage that is checked.</summary>
/// <param name="Model">Its story.</param>
/// <param name="Passage">The passage; null where the story has it no longer.</param>
/// <param name="History">What happened to it, and its speaker's other quotes.</param>
public sealed record SelectedPassage(StoryModel Model, PassageDetails? Passage, PassageHistory History)
{
    private static readonly GateReport NoGates = new(0, "", Ready: false, []);

    /// <summary>Reads a passage.</summary>
    internal static async Task<SelectedPassage> LoadAsync(
        NewsroomClient api,
        string key,
        string id,
        Task<PersonNames> names,
        CancellationToken cancellationToken
    )
    {
        var me = api.Worklists.GetMeAsync(cancellationToken);
        var loadingHistory = api.Stories.GetPassageAsync(key, id, cancellationToken: cancellationToken);
        var story = (await api.Stories.GetAsync(key, cancellationToken: cancellationToken)).Value;
        var history = (await loadingHistory).Value;
        var passage = story.Passages.FirstOrDefault(p => p.Id == id);
        var offers = passage is null ? [] : await Offers.OfCheckAsync(api, story, passage, (await me).Value, cancellationToken);
        return new SelectedPassage(new StoryModel(story, NoGates, [], await names, offers, null), passage, history);
    }
}
