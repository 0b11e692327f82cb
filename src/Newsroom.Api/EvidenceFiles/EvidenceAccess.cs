using Marten;
using Marten.Services.BatchQuerying;
using Newsroom.Api.Access;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.EvidenceFiles;

/// <summary>
/// Finds who may read a file of evidence: everyone, unless checks of confidential stories name it and no other story does. Then the readers
/// of one of these stories may.
/// </summary>
internal static class EvidenceAccess
{
    private static readonly string IsUsedInConfidence =
        $"select u.digest from {EvidenceUse.Table} u where u.digest = ? and {ReadableStories.Confidential("u.story")} limit 1";

    /// <summary>Finds in a batch whether a check of a confidential story names a file.</summary>
    public static async Task<bool> IsUsedInConfidenceAsync(this IBatchedQuery batch, string digest) =>
        (await batch.Query<string>(IsUsedInConfidence, digest)).Count > 0;

    /// <summary>Finds who may read a file that a check of a confidential story names.</summary>
    public static async Task<EvidencePermission> OfAsync(
        IQuerySession session,
        string digest,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var uses = await session
            .Query<EvidenceUse>()
            .Where(use => use.Digest == digest)
            .Select(use => use.Story)
            .ToListAsync(cancellationToken);
        var stories = await session.LoadManyAsync<Story>(cancellationToken, [.. uses]);
        return stories switch
        {
            _ when stories.Any(story => story.Confidential is null) => EvidencePermission.Everyone,
            _ when stories.Any(story => StoryReaders.MayRead(story, actor)) => EvidencePermission.Recorded,
            _ => EvidencePermission.None,
        };
    }
}

/// <summary>States what a person may do with a file.</summary>
internal enum EvidencePermission
{
    /// <summary>Everyone on the staff may read it.</summary>
    Everyone,

    /// <summary>The person may read it, and the read is recorded.</summary>
    Recorded,

    /// <summary>The person may not know of it.</summary>
    None,
}
