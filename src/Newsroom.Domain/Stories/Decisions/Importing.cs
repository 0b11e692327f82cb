using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Requests;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>One change of a file in a repository whose history is brought in.</summary>
/// <param name="Commit">The commit that made it.</param>
/// <param name="At">When it was made, by its author's clock.</param>
/// <param name="By">Its author, as an identity.</param>
/// <param name="Message">What its author said of it.</param>
/// <param name="Path">The file's name from then on.</param>
/// <param name="Text">The whole file; null when it was deleted.</param>
public sealed record FileChange(string Commit, DateTimeOffset At, string By, string? Message, string Path, string? Text)
{
    /// <summary>Gets the authors of its words where <see cref="By"/> did not write them alone: a merge, or a commit with co-authors.</summary>
    public Authorship? Authorship { get; init; }
}

/// <summary>
/// Brings in histories of files as stories. The whole file is the body, with its front matter, exactly as it was: what was written elsewhere is
/// kept even where this newsroom would not have it written. The headline is the file's own.
/// </summary>
public static partial class Importing
{
    private const int MostSlugs = 10;

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

        if (Refuse(change, text) is { } refusal)
        {
            return refusal;
        }

        var article = new Article(HeadlineOf(text), "", text, "", "");
        return Accepted(
            change,
            [new StoryDrafted(desk.Id, language ?? desk.Language, slug, article, Fingerprints.Of(article), Normaliser.Version)],
            change.Path
        );
    }

    /// <summary>A further version is a revision; a new name, a deletion and a return are events of their own. Nothing where nothing changed.</summary>
    /// <param name="at">The story.</param>
    /// <param name="path">The file's name until then.</param>
    /// <param name="change">The change.</param>
    public static Decision Follow(StoryAt at, string path, FileChange change)
    {
        var (story, text) = at;
        if (RefuseOrigin(change) is { } bad)
        {
            return bad;
        }

        if (change.Text is not { } words)
        {
            return story.Publication.Edition > 0
                ? Refusal.Rule("story-published", "Readers have this story; only an unpublished one can be spiked.")
                : Accepted(
                    change,
                    story.Stage == Stage.Spiked
                        ? []
                        : [new StorySpiked(MessageOf(change) is { Length: > 0 } why ? why : "The file was deleted.")]
                );
        }

        if (Refuse(change, words) is { } refusal)
        {
            return refusal;
        }

        var events = ImmutableArray.CreateBuilder<StoryEvent>();
        if (story.Stage == Stage.Spiked)
        {
            events.Add(new StoryUnspiked(MessageOf(change)));
        }

        var edits = ArticleEdits.Between(text.Article, text.Article with { Headline = HeadlineOf(words), Body = words });
        if (!edits.IsEmpty)
        {
            events.AddRange(RevisionEffects.Revision(story, text, edits));
        }
        else if (change.Path != path)
        {
            events.Add(new FileRenamed(path, change.Path));
        }

        return Accepted(change, events.DrainToImmutable(), change.Path == path ? null : change.Path);
    }

    /// <summary>The identity of an author of commits: their address, of the issuer <c>git</c>; their name where they gave none.</summary>
    public static string PersonOf(string name, string email) =>
        $"{Unfit().Replace((ForbiddenCharacters.Showable(email).Trim() is { Length: > 0 } address ? address : Slug.From(name)).ToLowerInvariant(), "_")}@git";

    /// <summary>A person's name as it is kept: without what no text may hold, and cut to its limit.</summary>
    public static string NameOf(string name) => LimitTable.The("ImportedChange.name").Cut(ForbiddenCharacters.Showable(name));

    /// <summary>Whether an author's identity can be kept.</summary>
    public static bool CanKeepAuthor(string person) => LimitTable.The("person").Allows(person);

    /// <summary>The slug a file's name suggests: without folders, date and extension.</summary>
    public static string SlugOf(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var name = Extension().Replace(parts.Length > 0 ? parts[^1] : "", "");
        return Slug.From(Date().Replace(parts.Length > 1 && Nameless().IsMatch(name) ? parts[^2] : name, ""));
    }

    /// <summary>
    /// Returns the slugs a file's name suggests, the shortest first: its name without the date, with it, and with more and more of its folders.
    /// Folders that are parts of a date are taken together.
    /// </summary>
    public static ImmutableArray<string> SlugsOf(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var name = Extension().Replace(parts.Length > 0 ? parts[^1] : "", "");
        var folders = parts.Length > 1 && Nameless().IsMatch(name) ? parts.Length - 2 : parts.Length - 1;
        var words = folders == parts.Length - 1 ? name : parts[^2];
        var slugs = new List<string> { SlugOf(path), Slug.From(words) };
        while (folders > 0 && slugs.Count < MostSlugs)
        {
            do
            {
                words = $"{parts[--folders]} {words}";
            } while (folders > 0 && parts[folders].All(char.IsAsciiDigit) && parts[folders - 1].All(char.IsAsciiDigit));

            slugs.Add(Slug.From(words));
        }

        return [.. slugs.Distinct()];
    }

    /// <summary>Returns a slug for each file: the shortest its name suggests that no other of these files has too, or else the longest.</summary>
    /// <param name="paths">The files.</param>
    public static IReadOnlyDictionary<string, string> DistinctSlugs(IReadOnlyCollection<string> paths)
    {
        var slugs = paths.Distinct().ToDictionary(path => path, SlugsOf);
        var counts = new List<Dictionary<string, int>>();
        for (var level = 0; slugs.Values.Any(s => s.Length > level); level++)
        {
            counts.Add(slugs.Values.CountBy(s => s[Math.Min(level, s.Length - 1)]).ToDictionary());
        }

        return slugs.ToDictionary(s => s.Key, s => s.Value.Where((slug, level) => counts[level][slug] == 1).FirstOrDefault(s.Value[^1]));
    }

    private static Decision.Accepted Accepted(FileChange change, ImmutableArray<StoryEvent> events, string? path = null)
    {
        var origin = new Origin(change.By, change.At, change.Commit, MessageOf(change));
        return new Decision.Accepted(
            Role.Admin,
            [
                .. events.Select(
                    (e, i) =>
                        e with
                        {
                            Origin = origin with
                            {
                                Path = i == 0 ? path : null,
                                Authorship = e is StoryDrafted or ArticleRevised or StorySpiked or FileRenamed ? change.Authorship : null,
                            },
                        }
                ),
            ]
        );
    }

    /// <summary>Returns what is shown of a file in lists. The words themselves are in the body, whole.</summary>
    public static string HeadlineOf(string text) => LimitTable.The("headline").Cut(ForbiddenCharacters.Showable(FileHeadline.Of(text)));

    private static string? MessageOf(FileChange change) =>
        change.Message is { } message ? LimitTable.The("message").Cut(ForbiddenCharacters.Showable(message)) : null;

    private static Refusal? RefuseOrigin(FileChange change)
    {
        if (LimitTable.The("ImportedChange.at") is var times && !times.Allows(change.At))
        {
            return Refusal.Rule("time-out-of-range", $"It was made at {change.At.UtcDateTime:yyyy-MM-dd}; {times.Accepted} is kept.");
        }

        if (!CanKeepAuthor(change.By) || change.Authorship?.People.All(CanKeepAuthor) == false)
        {
            return Refusal.Rule("author-too-long", $"Its author's address is too long; {LimitTable.The("email").Accepted} are kept.");
        }

        if (LimitTable.The("path") is var paths && !paths.Allows(change.Path))
        {
            return Refusal.Rule("path-too-long", $"The file's name is too long; {paths.Accepted} are kept.");
        }

        return TextRules.RefuseCharacters("file's name", change.Path);
    }

    /// <summary>Returns why a change cannot be kept as a version of a story; null when it can.</summary>
    public static Refusal? Refuse(FileChange change, string text) => RefuseOrigin(change) ?? Refuse(text);

    private static Refusal? Refuse(string text)
    {
        if (ForbiddenCharacters.FindUnkeepable(text) is var (at, codePoint, code))
        {
            return RefuseCharacter(codePoint, code, $"at offset {at}");
        }

        if (Encoding.UTF8.GetByteCount(text) is var bytes and > TextRules.MaxBytes)
        {
            return Refusal.TooLarge(
                "text-too-long",
                $"It is {bytes:N0} bytes long; at most {TextRules.MaxBytes:N0} bytes of UTF-8 are kept."
            );
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return Refusal.Rule("article-empty", "It has no words.");
        }

        if (CombiningMarks.Refuse("file", text) is { } tooMany)
        {
            return tooMany;
        }

        if (TextRules.RefuseMarkdown("file", text, out var read) is { } tooComplex)
        {
            return tooComplex;
        }

        return ForbiddenCharacters.FindUnkeepable(read!.Text) is var (place, bad, kind)
            ? RefuseCharacter(bad, kind, $"at offset {read.Source(place, 1).Start}, written as an entity")
            : null;
    }

    private static Refusal RefuseCharacter(int codePoint, string code, string where) =>
        Refusal.Rule(
            code,
            code == "nul-character"
                ? $"It has a NUL character {where}."
                : $"It has the character {ForbiddenCharacters.Written(codePoint)} {where}, which no text may hold."
        );

    [GeneratedRegex(@"[\s{}]+")]
    private static partial Regex Unfit();

    [GeneratedRegex(@"\.[A-Za-z0-9]+\z")]
    private static partial Regex Extension();

    [GeneratedRegex("^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}-")]
    private static partial Regex Date();

    [GeneratedRegex("^(_?index|readme)$", RegexOptions.IgnoreCase)]
    private static partial Regex Nameless();
}
