using System.Collections.Immutable;
using System.Text;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Requests;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories.Decisions;

public static partial class StoryDecider
{
    /// <summary>
    /// Decides a change of an imported file. The body is the whole file, unchanged and with its front matter, even where a revision with
    /// this text would be refused. The headline is derived from the file.
    /// </summary>
    /// <param name="state">The story; null for a new one.</param>
    /// <param name="change">The change.</param>
    /// <param name="context">The desk and slug of a new story, and the file's name before the change.</param>
    public static Decision<StoryEvent> Decide(StorySnapshot? state, FileChange change, ImportContext context) =>
        state is null ? Begin(change, context) : Follow(state, change, context.Path);

    private static Decision<StoryEvent> Begin(FileChange change, ImportContext context)
    {
        if (change.Text is not { } text)
        {
            return Refusal.Rule("file-missing", "The first change of a file must have a text.");
        }

        if (RefuseImport(change, text) is { } refusal)
        {
            return refusal;
        }

        var desk = context.Desk;
        var article = new Article(ImportedNames.HeadlineOf(text), "", text, "", "");
        return AcceptImport(
            change,
            [
                new StoryDrafted(
                    desk.Id,
                    context.Language ?? desk.Language,
                    context.Slug,
                    article,
                    Fingerprints.Of(article),
                    Normaliser.Version
                ),
            ],
            change.Path
        );
    }

    // A new name, a deletion and a return are separate events.
    private static Decision<StoryEvent> Follow(StorySnapshot at, FileChange change, string path)
    {
        var (story, text) = at;
        if (RefuseOrigin(change) is { } bad)
        {
            return bad;
        }

        if (change.Text is not { } words)
        {
            return Delete(story, change);
        }

        if (RefuseImport(change, words) is { } refusal)
        {
            return refusal;
        }

        var events = ImmutableArray.CreateBuilder<StoryEvent>();
        if (story.Stage == Stage.Spiked)
        {
            events.Add(new StoryUnspiked(MessageOf(change)));
        }

        var edits = ArticleEdits.Between(text.Article, text.Article with { Headline = ImportedNames.HeadlineOf(words), Body = words });
        if (!edits.IsEmpty)
        {
            events.AddRange(RevisionEffects.Revision(story, text, edits));
        }
        else if (change.Path != path)
        {
            events.Add(new FileRenamed(path, change.Path));
        }

        return AcceptImport(change, events.DrainToImmutable(), change.Path == path ? null : change.Path);
    }

    private static Decision<StoryEvent> Delete(Story story, FileChange change)
    {
        if (story.Publication.Edition > 0)
        {
            return RefuseSpikingPublished();
        }

        var reason = MessageOf(change) is { Length: > 0 } message ? message : "The file was deleted.";
        return AcceptImport(change, story.Stage == Stage.Spiked ? [] : [new StorySpiked(reason)]);
    }

    private static AcceptedStoryCommand AcceptImport(FileChange change, ImmutableArray<StoryEvent> events, string? path = null)
    {
        var origin = new Origin(change.By, change.At, change.Commit, MessageOf(change));
        return new AcceptedStoryCommand(
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

    private static string? MessageOf(FileChange change) =>
        change.Message is { } message ? LimitTable.The("message").Cut(ForbiddenCharacters.Showable(message)) : null;

    private static Refusal? RefuseOrigin(FileChange change)
    {
        if (LimitTable.The("ImportedChange.at") is var times && !times.Allows(change.At))
        {
            return Refusal.Rule(
                "time-out-of-range",
                $"The change is dated {change.At.UtcDateTime:yyyy-MM-dd}. Accepted: " + $"{times.Accepted}."
            );
        }

        if (!ImportedNames.CanKeepAuthor(change.By) || change.Authorship?.People.All(ImportedNames.CanKeepAuthor) == false)
        {
            return Refusal.Rule("author-too-long", $"The author's address is too long. Accepted: {LimitTable.The("email").Accepted}.");
        }

        if (LimitTable.The("path") is var paths && !paths.Allows(change.Path))
        {
            return Refusal.Rule("path-too-long", $"The file's name is too long. Accepted: {paths.Accepted}.");
        }

        return TextRules.RefuseCharacters("file's name", change.Path);
    }

    /// <summary>Refuses a change that cannot be stored as a version of a story; null where it can.</summary>
    public static Refusal? RefuseImport(FileChange change, string text) => RefuseOrigin(change) ?? RefuseFile(text);

    private static Refusal? RefuseFile(string text)
    {
        if (ForbiddenCharacters.FindUnkeepable(text) is var (at, codePoint, code))
        {
            return RefuseCharacter(codePoint, code, $"at offset {at}");
        }

        if (Encoding.UTF8.GetByteCount(text) is var bytes and > TextRules.MaxBytes)
        {
            return Refusal.TooLarge(
                "text-too-long",
                $"The file has {bytes:N0} bytes. Accepted: at most {TextRules.MaxBytes:N0} bytes of UTF-8."
            );
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return Refusal.Rule("article-empty", "The file has no words.");
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
                ? $"The file has a NUL character {where}."
                : $"The file has the character {ForbiddenCharacters.Written(codePoint)} {where}, which texts must not contain."
        );
}
