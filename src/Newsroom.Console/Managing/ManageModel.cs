using Newsroom.Client;
using Newsroom.Console.Pages;

namespace Newsroom.Console.Managing;

/// <summary>What the page for further commands shows.</summary>
/// <param name="Story">The story, with the commands that are open.</param>
/// <param name="Sections">The forms.</param>
public sealed record ManageModel(StoryModel Story, IReadOnlyList<FormSection> Sections)
{
    /// <summary>Reads a story.</summary>
    internal static async Task<ManageModel> LoadAsync(
        NewsroomClient api,
        string key,
        Visit visit,
        long? revision,
        CancellationToken cancellationToken
    )
    {
        var names = PersonNames.LoadAsync(api, cancellationToken);
        var story = (await api.Stories.GetAsync(key, cancellationToken: cancellationToken)).Value;
        var gates = (await api.Stories.GetGatesAsync(story.Id, cancellationToken)).Value;
        var sections = StoryForms.Of(story, gates, await names, visit, revision);

        // Forms of one command differ in their subjects only, so that one of them is asked for.
        var samples = sections.SelectMany(section => section.Forms).Select(form => form.Sample).DistinctBy(sample => sample.Name);
        var offers = await Offers.AskAllAsync(api, story, samples, visit.Me, cancellationToken);
        return new ManageModel(new StoryModel(story, gates, [], await names, offers, null), sections);
    }
}
