using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Newsroom.Domain.Articles;
using Newsroom.Domain.Desks;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories;

/// <summary>One change of a file in a repository whose history is brought in.</summary>
/// <param name="Commit">The commit that made it.</param>
/// <param name="At">When it was made, by its author's clock.</param>
/// <param name="By">Its author, as an identity.</param>
/// <param name="Message">What its author said of it.</param>
/// <param name="Path">The file's name from then on.</param>
/// <param name="Text">The whole file; null when it was deleted.</param>
public sealed record FileChange(string Commit, DateTimeOffset At, string By, string? Message, string Path, string? Text);

/// <summary>
/// Brings in histories of files as stories. The whole file is the body, with its front matter, exactly as it was: what was written elsewhere is
/// kept even where this newsroom would not have it written. The headline is the file's own.
/// </summary>
public static partial class Importing
{
    /// <summary>A file's first version begins a story.</summary>
    /// <param name="change">The change that made the file.</param>
    /// <param name="desk">The desk it goes to.</param>
    /// <param name="language">BCP 47; null for the desk's.</param>
    /// <param name="slug">A slug no other story has.</param>
    public static Decision Begin(FileChange change, Desk desk, string? language, string slug)
    {
        if (change.Text is not { } text)
        {
            return Refusal.Rule("file-missing", "A file's history begins with words.");
        }

        if (Refuse(text) is { } refusal)
        {
            return refusal;
        }

        var article = new Article(FileHeadline.Of(text), "", text, "", "");
        return Accepted(change, [new StoryDrafted(desk.Id, language ?? desk.Language, slug, article, Fingerprints.Of(article), Normaliser.Version)], change.Path);
    }

    /// <summary>A further version is a revision; a new name, a deletion and a return are events of their own. Nothing where nothing changed.</summary>
    /// <param name="at">The story.</param>
    /// <param name="path">The file's name until then.</param>
    /// <param name="change">The change.</param>
    public static Decision Follow(StoryAt at, string path, FileChange change)
    {
        var (story, text) = at;
        if (change.Text is not { } words)
        {
            return story.Publication.Edition > 0 ? Refusal.Rule("story-published", "Readers have this story; only an unpublished one can be spiked.")
                : Accepted(change, story.Stage == Stage.Spiked ? [] : [new StorySpiked(change.Message is { Length: > 0 } why ? why : "The file was deleted.")]);
        }

        if (Refuse(words) is { } refusal)
        {
            return refusal;
        }

        var events = ImmutableArray.CreateBuilder<StoryEvent>();
        if (story.Stage == Stage.Spiked)
        {
            events.Add(new StoryUnspiked(change.Message));
        }

        var edits = ArticleEdits.Between(text.Article, text.Article with { Headline = FileHeadline.Of(words), Body = words });
        if (!edits.IsEmpty)
        {
            events.AddRange(Judging.Revision(story, text, edits));
        }
        else if (change.Path != path)
        {
            events.Add(new FileRenamed(path, change.Path));
        }

        return Accepted(change, events.DrainToImmutable(), change.Path == path ? null : change.Path);
    }

    /// <summary>The identity of an author of commits: their address, of the issuer <c>git</c>; their name where they gave none.</summary>
    public static string PersonOf(string name, string email) =>
        $"{Unfit().Replace((email.Trim() is { Length: > 0 } address ? address : Slug.From(name)).ToLowerInvariant(), "_")}@git";

    /// <summary>The slug a file's name suggests: without folders, date and extension.</summary>
    public static string SlugOf(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var name = Extension().Replace(parts.Length > 0 ? parts[^1] : "", "");
        return Slug.From(Date().Replace(parts.Length > 1 && Nameless().IsMatch(name) ? parts[^2] : name, ""));
    }

    private static Decision.Accepted Accepted(FileChange change, ImmutableArray<StoryEvent> events, string? path = null)
    {
        var origin = new Origin(change.By, change.At, change.Commit, change.Message) { Path = path };
        return new Decision.Accepted(Role.Admin, [.. events.Select((e, i) => e with { Origin = i == 0 ? origin : origin with { Path = null } })]);
    }

    private static Refusal? Refuse(string text) =>
        text.Contains('\0', StringComparison.Ordinal) ? Refusal.Rule("nul-character", $"It has a NUL character at offset {text.IndexOf('\0', StringComparison.Ordinal)}.")
        : Encoding.UTF8.GetByteCount(text) is var bytes and > TextRules.MaxBytes ? Refusal.TooLarge("text-too-long", $"It is {bytes:N0} bytes long; at most {TextRules.MaxBytes:N0} bytes of UTF-8 are kept.")
        : string.IsNullOrWhiteSpace(text) ? Refusal.Rule("article-empty", "It has no words.")
        : ReadersText.TryOfMarkdown(text) is null ? Refusal.Rule("markdown-too-deep", "Its Markdown is nested deeper than can be read.")
        : null;

    [GeneratedRegex(@"[\s{}]+")]
    private static partial Regex Unfit();

    [GeneratedRegex(@"\.[A-Za-z0-9]+\z")]
    private static partial Regex Extension();

    [GeneratedRegex("^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}-")]
    private static partial Regex Date();

    [GeneratedRegex("^(_?index|readme)$", RegexOptions.IgnoreCase)]
    private static partial Regex Nameless();
}
