using Marten;
using Marten.Services.BatchQuerying;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;

namespace Newsroom.Api.Stories.Commands;

/// <summary>
/// Numbers the slugs of stories with one headline: <c>storm</c>, <c>storm-2</c>, <c>storm-3</c>. Transactions that draft such stories wait
/// for each other, so each sees the numbers taken before.
/// </summary>
internal static class SlugNumbers
{
    /// <summary>The index that keeps slugs unique.</summary>
    public const string Index = "story_slug";

    /// <summary>
    /// Locks a slug until this transaction ends, and waits for other transactions that number it. Precedes <see cref="TakenAsync"/>, whose
    /// statement then sees what they took.
    /// </summary>
    public static void Lock(IBatchedQuery batch, string wanted) =>
        _ = batch.Query<string>("select pg_advisory_xact_lock(hashtextextended(?, 0))::text", $"newsroom.slug:{wanted}");

    /// <summary>Returns the taken slugs.</summary>
    public static Task<IReadOnlyList<string>> TakenAsync(IBatchedQuery batch, string wanted)
    {
        var numbered = Slug.Stem(wanted) + "-";
        return batch.Query<Story>().Where(s => s.Slug == wanted || s.Slug.StartsWith(numbered)).Select(s => s.Slug).ToList();
    }

    /// <summary>Returns the slug, or the slug with the first free number, within the maximum length.</summary>
    public static string Free(string wanted, IReadOnlyCollection<string> taken)
    {
        var (stem, others) = (Slug.Stem(wanted), taken.ToHashSet(StringComparer.Ordinal));
        return Enumerable.Range(1, others.Count + 1).Select(n => n == 1 ? wanted : $"{stem}-{n}").First(slug => !others.Contains(slug));
    }
}
