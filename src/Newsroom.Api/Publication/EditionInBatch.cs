using Marten.Services.BatchQuerying;
using Newsroom.Api.Policies;
using Newsroom.Domain.Policies;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;

namespace Newsroom.Api.Publication;

/// <summary>Reads what a further edition is judged by, in the round trip that loads and locks the story.</summary>
public static class EditionInBatch
{
    /// <summary>The edition readers have, or null; and the policies in force.</summary>
    public static async Task<(Edition? Live, IReadOnlyList<DeskPolicies> Policies)> LiveAndPolicies(this IBatchedQuery batch, Guid story)
    {
        var (published, policies) = (batch.Load<PublishedStory>(story), batch.Policies());
        return ((await published)?.Edition, await policies);
    }
}
