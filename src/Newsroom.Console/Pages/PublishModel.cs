using System.Globalization;
using System.Text.Json.Nodes;
using Newsroom.Client;
using Newsroom.Client.Stories;
using Newsroom.Client.Worklists;

namespace Newsroom.Console.Pages;

/// <summary>What the page shows of a publication.</summary>
/// <param name="Story">The story, with gates and the commands that are open.</param>
/// <param name="Changes">What the next edition would change for readers; null where the story is not live.</param>
/// <param name="Clock">The clock of the desk.</param>
public sealed record PublishModel(StoryModel Story, StoryDiff? Changes, DeskClock Clock)
{
    private const string SampleWords = "Sample";

    private const string Live = "live";

    /// <summary>Reads a story for its publication.</summary>
    internal static async Task<PublishModel> LoadAsync(NewsroomClient api, string key, Visit visit, CancellationToken cancellationToken)
    {
        var story = (await api.Stories.GetAsync(key, cancellationToken: cancellationToken)).Value;
        var gates = api.Stories.GetGatesAsync(story.Id, cancellationToken);
        var names = PersonNames.LoadAsync(api, cancellationToken);
        var changes = await ChangesAsync(api, story, cancellationToken);
        var offers = Offers.AskAllAsync(api, story, Samples(story, changes, visit.Now), visit.Me, cancellationToken);
        var clock = visit.ClockOf(story.Desk);
        return new PublishModel(new StoryModel(story, (await gates).Value, [], await names, await offers, null), changes, clock);
    }

    // The state at the time of the latest edition is what readers have.
    private static async Task<StoryDiff?> ChangesAsync(NewsroomClient api, StoryDetails story, CancellationToken cancellationToken)
    {
        if (story.Publication.Status != Live)
        {
            return null;
        }

        var published = (await api.Published.GetAsync(story.Slug, cancellationToken: cancellationToken)).Value;
        var range = new DiffRange(new VersionOrTime(published.Editions[^1].At), new VersionOrTime(story.Version));
        return (await api.Stories.GetDiffAsync(story.Id, range, cancellationToken)).Value;
    }

    private static IEnumerable<NamedCommand> Samples(StoryDetails story, StoryDiff? changes, DateTimeOffset now)
    {
        var reason = new JsonObject { ["reason"] = SampleWords };
        // A correction changes words, and an editor's note does not.
        var kind = changes?.Texts.Count > 0 ? "correction" : "editors-note";
        var time = now.AddDays(1).ToString("O", CultureInfo.InvariantCulture);
        var notice = new JsonObject { ["reason"] = SampleWords, ["notice"] = SampleWords };
        yield return new("publish", [], story.Version);
        yield return new("correct", new JsonObject { ["kind"] = kind, ["note"] = SampleWords }, story.Version);
        yield return new("schedule", new JsonObject { ["time"] = time }, story.Version);
        yield return new("cancel-schedule", [], story.Version);
        yield return new("withhold", reason, story.Version);
        yield return new("release", [], story.Version);
        yield return new("retract", notice, story.Version);
        yield return new("kill", notice.DeepClone().AsObject(), story.Version);
    }
}
