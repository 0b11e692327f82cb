using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Publication;

/// <summary>Makes stories that can be published, on hosts of their own.</summary>
internal static class ReadyStories
{
    /// <summary>Drafts a story that passes every gate.</summary>
    public static async Task<(Guid Story, long Version)> MakeAsync(HostNode node, string headline)
    {
        var draft = new
        {
            desk = "town",
            headline,
            body = "The wall is 31 metres long.",
        };
        var (rita, ed) = (node.As("rita", Role.Reporter), node.As("ed", Role.Editor));
        var story = (await rita.PostAsync("/stories/draft-article", draft)).Is(201).Json["story"]!.GetValue<Guid>();
        (await rita.PostAsync($"/stories/{story}/submit-for-review", basedOn: 1)).Is(200);
        var read = (await ed.GetAsync($"/stories/{story}")).Is(200);
        var approval = new { fingerprint = read.Json["fingerprint"]!.GetValue<string>() };
        (await ed.PostAsync($"/stories/{story}/approve", approval)).Is(200);
        var approved = (await node.As("lea", Role.Legal).PostAsync($"/stories/{story}/approve", approval)).Is(200);
        return (story, approved.Version);
    }
}
