using System.Globalization;
using Newsroom.Client;
using Newsroom.Client.Http;
using Newsroom.Client.Stories;
using Newsroom.Console.Pages;

namespace Newsroom.Console.Replay;

/// <summary>A version of a story, and what leads to it.</summary>
/// <param name="Story">The story at that version, with its gates then.</param>
/// <param name="Last">The latest version.</param>
/// <param name="Steps">The versions around it.</param>
/// <param name="Editions">The versions that published an edition, at most a page of them.</param>
/// <param name="Happened">What the version did, in sentences; null where the story has no event of it.</param>
/// <param name="Difference">What changed since an earlier version; null for the first version.</param>
/// <param name="Blame">Who wrote which words.</param>
/// <param name="Names">The names of people.</param>
public sealed record ReplayModel(
    StoryDetails Story,
    long Last,
    IReadOnlyList<TimelineStep> Steps,
    IReadOnlyList<TimelineStep> Editions,
    HistoryEntry? Happened,
    StoryDiff? Difference,
    StoryBlame Blame,
    PersonNames Names
)
{
    private const int StepsBefore = 5;

    private const int StepsShown = 11;

    /// <summary>Gets the version.</summary>
    public long Version => Story.Version;

    /// <summary>Gets the step that made the version; null where the story has no event of it.</summary>
    public TimelineStep? Step => Steps.FirstOrDefault(step => step.Version == Version);

    /// <summary>Reads a version. The number of requests and their size do not depend on the number of versions.</summary>
    internal static async Task<ReplayModel> LoadAsync(
        NewsroomClient api,
        string key,
        ReplayRequest request,
        CancellationToken cancellationToken
    )
    {
        var names = PersonNames.LoadAsync(api, cancellationToken);
        var now = (await api.Stories.GetAsync(key, cancellationToken: cancellationToken)).Value;
        var point = request.Point ?? new PointInTime(now.Version);
        var then = (await api.Stories.GetAsync(now.Id, point, cancellationToken)).Value;
        var before = Cursor(then.Version - 1);
        var steps = api.Stories.GetTimelineAsync(
            then.Id,
            page: new PageRequest(Cursor(then.Version - 1 - StepsBefore), StepsShown),
            cancellationToken: cancellationToken
        );
        var most = new PageRequest(Limit: PageRequest.MaxLimit);
        var editions = api.Stories.GetTimelineAsync(then.Id, editions: true, most, cancellationToken);
        var happened = api.Stories.GetHistoryAsync(then.Id, new PageRequest(before, 1), cancellationToken);
        var difference = DifferenceAsync(api, then, request.Since ?? then.Version - 1, cancellationToken);
        var blame = api.Stories.GetBlameAsync(then.Id, new PointInTime(then.Version), cancellationToken: cancellationToken);
        return new ReplayModel(
            then,
            now.Version,
            (await steps).Value.Items,
            (await editions).Value.Items,
            (await happened).Value.Items.FirstOrDefault(entry => entry.From <= then.Version),
            await difference,
            (await blame).Value,
            await names
        );
    }

    private static async Task<StoryDiff?> DifferenceAsync(
        NewsroomClient api,
        StoryDetails then,
        long since,
        CancellationToken cancellationToken
    )
    {
        if (since < 1 || since == then.Version)
        {
            return null;
        }

        var range = new DiffRange(new VersionOrTime(since), new VersionOrTime(then.Version));
        return (await api.Stories.GetDiffAsync(then.Id, range, cancellationToken)).Value;
    }

    private static string Cursor(long after) => Math.Max(after, 0).ToString(CultureInfo.InvariantCulture);
}
