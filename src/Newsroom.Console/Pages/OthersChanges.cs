using System.Net;
using Microsoft.AspNetCore.Http;
using Newsroom.Client;
using Newsroom.Client.Http;
using Newsroom.Client.Stories;

namespace Newsroom.Console.Pages;

/// <summary>What others changed in the texts of a story while a person wrote.</summary>
/// <param name="From">The version that the person had.</param>
/// <param name="To">The last version of others.</param>
/// <param name="By">The people.</param>
/// <param name="Texts">The texts that differ.</param>
public sealed record OthersChanges(long From, long To, IReadOnlyList<string> By, IReadOnlyList<TextDiff> Texts)
{
    /// <summary>The parameter of an address with the version that the person had.</summary>
    private const string FromParameter = "since";

    private const string ToParameter = "until";

    private const string ByParameter = "by";

    private const int MaxPeople = 20;

    /// <summary>Reads the changes between two versions.</summary>
    internal static async Task<OthersChanges> ReadAsync(
        NewsroomClient api,
        StoryKey story,
        long from,
        long to,
        IReadOnlyList<string> by,
        CancellationToken cancellationToken
    )
    {
        var range = new DiffRange(new VersionOrTime(from), new VersionOrTime(to));
        return new OthersChanges(from, to, by, (await api.Stories.GetDiffAsync(story, range, cancellationToken)).Value.Texts);
    }

    /// <summary>Reads the changes since a version; null where there are none, or the person may not read them.</summary>
    internal static async Task<OthersChanges?> SinceAsync(
        NewsroomClient api,
        StoryKey story,
        long version,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var now = (await api.Stories.GetAsync(story, cancellationToken: cancellationToken)).Value.Version;
            return version > 0 && version < now ? await ReadAsync(api, story, version, now, [], cancellationToken) : null;
        }
        catch (ApiException unreadable) when (unreadable.StatusCode != HttpStatusCode.Unauthorized)
        {
            // The refusal of the command is what the page shows.
            return null;
        }
    }

    /// <summary>Returns the parameters of an address that shows what a save was merged with.</summary>
    internal static string Parameters(long basedOn, IReadOnlyList<MergedRevision> merged)
    {
        var people = merged.Select(revision => $"&{ByParameter}={Uri.EscapeDataString(revision.By)}").Distinct().Take(MaxPeople);
        return $"&{FromParameter}={basedOn}&{ToParameter}={merged.Max(revision => revision.Version)}{string.Concat(people)}";
    }

    /// <summary>Reads the changes that an address names; null for none.</summary>
    internal static async Task<OthersChanges?> ReadAsync(
        NewsroomClient api,
        StoryKey story,
        IQueryCollection query,
        CancellationToken cancellationToken
    ) =>
        long.TryParse(query[FromParameter], out var from) && long.TryParse(query[ToParameter], out var to) && from > 0 && from < to
            ? await ReadAsync(api, story, from, to, [.. query[ByParameter].OfType<string>().Take(MaxPeople)], cancellationToken)
            : null;
}
