using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Tokens;
using Newsroom.Client.Http;
using Newsroom.Client.Stories;
using Newsroom.Local;

namespace Newsroom.Cli.Stories;

/// <summary>The versions of a story that were shown last.</summary>
/// <param name="Story">The story.</param>
/// <param name="Slug">Its slug, where it is known.</param>
/// <param name="Whole">The version whose whole text was shown; null where only lists were.</param>
/// <param name="Latest">The version of the last text or list.</param>
internal sealed record ShownStory(Guid Story, string? Slug, long? Whole, long Latest);

/// <summary>
/// Remembers which version of a story was shown last, in a file for each server and user. A file that cannot be read or written is ignored:
/// commands then require --based-on.
/// </summary>
internal sealed class ShownVersions
{
    private const int MaxStories = 500;

    private readonly string? path;

    private ShownVersions(string? path) => this.path = path;

    public static ShownVersions Of(CommandContext context)
    {
        if (context.Environment.StatePath is not { } directory)
        {
            return new ShownVersions(null);
        }

        var user = TokenIdentity.Read(context.Token) ?? context.Token;
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{context.ServerName}\n{user}")));
        return new ShownVersions(Path.Combine(directory, "shown", $"{key[..32]}.json"));
    }

    /// <summary>Remembers what a response showed. A response in another format than expected is ignored.</summary>
    public static void Observe(CommandContext context, Action<ShownVersions> remember)
    {
        try
        {
            remember(Of(context));
        }
        catch (UnexpectedResponseException)
        {
            // With --json it was printed unread.
        }
    }

    /// <summary>Returns what was shown of a story that is named by its id or slug; null if nothing was.</summary>
    public ShownStory? Find(string idOrSlug) =>
        Guid.TryParseExact(idOrSlug, "D", out var id)
            ? Read().FirstOrDefault(s => s.Story == id)
            : Read().FirstOrDefault(s => s.Slug == idOrSlug);

    /// <summary>Remembers a version whose whole text was shown.</summary>
    public void RememberWhole(Guid story, string? slug, long version) => Remember(new ShownStory(story, slug, version, version));

    /// <summary>Remembers a version of which a list was shown.</summary>
    public void RememberList(Guid story, long version) => Remember(new ShownStory(story, Slug: null, Find($"{story:D}")?.Whole, version));

    /// <summary>Remembers the version after a command, unless it contains events that were not shown.</summary>
    public void Follow(CommandResult result)
    {
        var before = result.Version - result.Events.Count;
        if (before == 0)
        {
            RememberWhole(result.Story, result.Slug, result.Version);
        }
        else if (Find($"{result.Story:D}") is { } shown && shown.Latest == before)
        {
            Remember(shown with { Whole = shown.Whole == before ? result.Version : shown.Whole, Latest = result.Version });
        }
    }

    private void Remember(ShownStory shown)
    {
        if (path is null)
        {
            return;
        }

        var all = Read();
        var slug = shown.Slug ?? all.FirstOrDefault(s => s.Story == shown.Story)?.Slug;
        ImmutableArray<ShownStory> kept =
        [
            shown with
            {
                Slug = slug,
            },
            .. all.Where(s => s.Story != shown.Story && (slug is null || s.Slug != slug)).Take(MaxStories - 1),
        ];
        Write(path, JsonSerializer.SerializeToUtf8Bytes(kept, JsonSerializerOptions.Web));
    }

    private ImmutableArray<ShownStory> Read()
    {
        try
        {
            if (path is null || !File.Exists(path))
            {
                return [];
            }

            var stories = JsonSerializer.Deserialize<List<ShownStory?>>(File.ReadAllBytes(path), JsonSerializerOptions.Web);
            return [.. (stories ?? []).OfType<ShownStory>()];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            return [];
        }
    }

    private static void Write(string path, byte[] content)
    {
        try
        {
            PrivateFile.Replace(path, content);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The next command asks for --based-on.
        }
    }
}
