using System.Collections.Immutable;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryCommand;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>Writing: beginning a story, describing it, revising its article, giving it to somebody, spiking it.</summary>
public static class Drafting
{
    /// <summary>A story begins, on a desk there is, with some words and a slug of its own.</summary>
    /// <param name="command">What is asked.</param>
    /// <param name="desk">The desk named, or null when there is none of that name.</param>
    /// <param name="slug">The slug given, or one made from the headline.</param>
    /// <param name="slugTaken">Whether another story has that slug.</param>
    /// <param name="actor">Who asks.</param>
    public static Decision Draft(DraftArticle command, Desk? desk, string slug, bool slugTaken, Actor actor)
    {
        var article = new Article(command.Headline, command.Standfirst, command.Body, command.Byline, command.Dateline);
        return !CommandGuard.Admits(null, command, actor, out var role, out var refusal) ? refusal
            : IsEmpty(article) ? Refusal.Rule("article-empty", "A story needs a headline or a body.")
            : RefuseTexts(null, article) is { } badText ? badText
            : desk is null ? UnknownDesk(command.Desk)
            : slugTaken ? SlugTaken(slug)
            : new Decision.Accepted(
                role,
                [new StoryDrafted(desk.Id, command.Language ?? desk.Language, slug, article, Fingerprints.Of(article), Normaliser.Version)]
            );
    }

    /// <summary>Desk, language, byline, dateline, slug change; the slug only before edition 1. Approvals are of desk, language, byline and dateline too.</summary>
    /// <param name="story">The story.</param>
    /// <param name="text">Its words.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="desk">The desk named, or null when none is named or there is none of that name.</param>
    /// <param name="slugTaken">Whether another story has the slug named.</param>
    /// <param name="actor">Who asks.</param>
    public static Decision Describe(Story story, StoryText text, DescribeStory command, Desk? desk, bool slugTaken, Actor actor)
    {
        if (!CommandGuard.Admits(story, command, actor, out var role, out var refusal))
        {
            return refusal;
        }

        if (role == Role.Reporter && story.Stage != Stage.Drafting)
        {
            return Refusal.Forbidden(
                "in-review",
                "In review only an editor describes a story. Ask an editor to change it, or to request changes."
            );
        }

        if (role == Role.Reporter && !story.IsAuthor(actor.Person))
        {
            return Refusal.Forbidden("not-an-author", "As a reporter you can describe only stories you wrote.");
        }

        var changed = command with
        {
            Desk = Changed(command.Desk, story.Desk),
            Language = Changed(command.Language, story.Language),
            Slug = Changed(command.Slug, story.Slug),
            Byline = Changed(command.Byline, text.Article.Byline),
            Dateline = Changed(command.Dateline, text.Article.Dateline),
        };
        if (changed is { Desk: null, Language: null, Slug: null, Byline: null, Dateline: null })
        {
            return Refusal.Rule("nothing-changed", "This says nothing of the story that it does not say already.");
        }

        if (changed.Desk is { } unknown && desk is null)
        {
            return UnknownDesk(unknown);
        }

        if (changed.Slug is { } slug && (story.Publication.Edition > 0 || slugTaken))
        {
            return slugTaken
                ? SlugTaken(slug)
                : Refusal.Rule("slug-published", $"Edition 1 fixed the slug \"{story.Slug}\"; readers have links to it.");
        }

        var article = text.Article with
        {
            Byline = changed.Byline ?? text.Article.Byline,
            Dateline = changed.Dateline ?? text.Article.Dateline,
        };
        if (RefuseTexts(text.Article, article) is { } badText)
        {
            return badText;
        }

        var fingerprint = Fingerprints.Of(article);
        return new Decision.Accepted(
            role,
            [
                new StoryDescribed(
                    changed.Desk,
                    changed.Language,
                    changed.Slug,
                    changed.Byline,
                    changed.Dateline,
                    fingerprint,
                    Normaliser.Version
                )
                {
                    LeftInReview = changed.Desk is not null && story.Stage == Stage.InReview ? story.Desk : null,
                    BindsApprovals = changed is { Desk: null, Language: null } ? null : true,
                },
                .. RevisionEffects.Approvals(story, fingerprint, changed.Desk, changed.Language),
            ]
        );
    }

    /// <summary>The article's texts change, and everything bound to their words is judged anew in the same commit.</summary>
    /// <param name="story">The story.</param>
    /// <param name="text">Its words.</param>
    /// <param name="command">What is asked, of the words at the version it is based on.</param>
    /// <param name="meanwhile">What others did since that version.</param>
    /// <param name="actor">Who asks.</param>
    public static Decision Revise(Story story, StoryText text, ReviseArticle command, ConcurrentRevisions meanwhile, Actor actor)
    {
        if (!CommandGuard.Admits(story, command, actor, out var role, out var refusal))
        {
            return refusal;
        }

        if (RefuseReviser(story, actor, role) is { } notNow)
        {
            return notNow;
        }

        if (RefuseGiven(command, text.Article) is { } badText)
        {
            return badText;
        }

        if (meanwhile.RefuseTooLarge(story.Version) is { } tooFar)
        {
            return tooFar;
        }

        if (meanwhile.Merge(text, command.Text, actor.Person, out var edits) is { } overlap)
        {
            return overlap;
        }

        var article = edits.Apply(text.Article);
        if (IsEmpty(article))
        {
            return Refusal.Rule("article-empty", "A story needs a headline or a body.");
        }

        if (
            edits.IsEmpty
            && meanwhile.Before(text.Article) is var seen
            && Enum.GetValues<ArticleField>().All(field => (command.Text(field) ?? seen[field]) == seen[field])
        )
        {
            return Refusal.Rule("nothing-changed", "These are the words the story has already.");
        }

        if (RefuseTexts(text.Article, article) is { } tooMuch)
        {
            return tooMuch;
        }

        // What somebody else has saved already is done, and leaves nothing to record.
        ImmutableArray<StoryEvent> events = edits.IsEmpty
            ? []
            : RevisionEffects.Revision(story, text, edits, meanwhile.Revisions.IsEmpty ? null : meanwhile.BasedOn);
        return new Decision.Accepted(role, events) { MergedOver = meanwhile.Revisions };
    }

    /// <summary>The texts of an earlier version come back, and with them their authors.</summary>
    /// <param name="story">The story.</param>
    /// <param name="text">Its words.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="restored">The words at the version named, or null when the story never had it.</param>
    /// <param name="actor">Who asks.</param>
    public static Decision Restore(Story story, StoryText text, RestoreRevision command, StoryText? restored, Actor actor) =>
        !CommandGuard.Admits(story, command, actor, out var role, out var refusal) ? refusal
        : RefuseReviser(story, actor, role) is { } notNow ? notNow
        : restored is null
            ? Refusal.NotFound("unknown-version", $"The story has no version {command.Version}; it is at version {story.Version}.")
        : RefuseTexts(
            text.Article,
            text.Article with
            {
                Headline = restored.Article.Headline,
                Standfirst = restored.Article.Standfirst,
                Body = restored.Article.Body,
            }
        )
            is { } badText
            ? badText
        : RevisionEffects.Restoration(story, text, restored, command.Version) is { IsEmpty: false } events
            ? new Decision.Accepted(role, events)
        : Refusal.Rule("nothing-changed", $"These are the words of version {command.Version} already.");

    /// <summary>The story is given to somebody, or to nobody.</summary>
    /// <param name="story">The story.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="assignee">What is known of the person named.</param>
    /// <param name="actor">Who asks.</param>
    public static Decision Assign(Story story, Assign command, PersonStatus assignee, Actor actor) =>
        !CommandGuard.Admits(story, command, actor, out var role, out var refusal) ? refusal
        : RefuseAssignee(story, command.Assignee, assignee, actor) is { } nobody ? nobody
        : command.Assignee == story.Assignee
            ? Refusal.Rule(
                "nothing-changed",
                command.Assignee is null ? "The story is assigned to nobody." : $"The story is assigned to {command.Assignee} already."
            )
        : new Decision.Accepted(role, [new StoryAssigned(command.Assignee)]);

    /// <summary>A story nobody has read yet will not run.</summary>
    public static Decision Spike(Story story, Spike command, Actor actor) =>
        !CommandGuard.Admits(story, command, actor, out var role, out var refusal) ? refusal
        : string.IsNullOrWhiteSpace(command.Reason) ? Refusal.Rule("reason-required", "Say why the story will not run.")
        : story.Publication.Edition > 0 ? Refusal.Rule("story-published", "Readers have this story; only an unpublished one can be spiked.")
        : new Decision.Accepted(role, [new StorySpiked(command.Reason) { VoidsApprovals = VoidsApprovals(story) }]);

    /// <summary>A spiked story may run after all; it goes on as a draft.</summary>
    public static Decision Unspike(Story story, Unspike command, Actor actor) =>
        !CommandGuard.Admits(story, command, actor, out var role, out var refusal) ? refusal
        : story.Stage != Stage.Spiked ? Refusal.Rule("not-spiked", "The story is not spiked.")
        : new Decision.Accepted(role, [new StoryUnspiked(command.Reason) { VoidsApprovals = VoidsApprovals(story) }]);

    /// <summary>A story that would not run was not approved to run: what was approved before is approved again.</summary>
    private static bool? VoidsApprovals(Story story) =>
        story.Approvals.IsEmpty && story.Waivers.All(w => w.Gate != Gate.Approvals) ? null : true;

    // Who acts right now, and who just wrote the story, may not be in the audit trail yet.
    private static Refusal? RefuseAssignee(Story story, string? assignee, PersonStatus status, Actor actor) =>
        status switch
        {
            _ when assignee is null || assignee == actor.Person || status == PersonStatus.WorksHere => null,
            PersonStatus.WroteElsewhere => Refusal.Rule(
                "unknown-assignee",
                $"{assignee} wrote what was imported and has no role here. An admin describes people with PUT /people.",
                "The assignee has no role here."
            ),
            _ when story.IsAuthor(assignee) => null,
            _ => Refusal.Rule(
                "unknown-assignee",
                $"There is nobody \"{assignee}\": nobody described them, and they have never acted here. An admin describes people with PUT /people.",
                "There is no such person."
            ),
        };

    private static Refusal? RefuseReviser(Story story, Actor actor, Role role) =>
        role switch
        {
            Role.Reporter when story.Stage != Stage.Drafting => Refusal.Forbidden(
                "in-review",
                "In review only an editor revises. Ask an editor to request changes, and revise then."
            ),
            Role.Reporter when !story.IsAuthor(actor.Person) && story.Assignee != actor.Person => Refusal.Forbidden(
                "not-on-the-story",
                "As a reporter you can revise only stories you wrote or are assigned to."
            ),
            _ => null,
        };

    private static Refusal? RefuseGiven(ReviseArticle command, Article before) =>
        Enum.GetValues<ArticleField>()
            .Select(field =>
                command.Text(field) is { } text
                    ? TextRules.RefuseLength(field, text) ?? TextRules.RefuseContent(field, text, before[field])
                    : null
            )
            .FirstOrDefault(r => r is not null);

    // A text that stays may be longer than today's limits.
    private static Refusal? RefuseTexts(Article? before, Article article) =>
        Enum.GetValues<ArticleField>()
            .Select(field =>
                before?[field] == article[field]
                    ? TextRules.RefuseContent(field, article[field], before?[field])
                    : TextRules.Refuse(field, article[field], before?[field])
            )
            .FirstOrDefault(r => r is not null);

    private static bool IsEmpty(Article article) =>
        InvisibleCharacters.AreAllOf(article.Headline)
        && InvisibleCharacters.AreAllOf(VisibleText.TryOfMarkdown(article.Body)?.Text ?? article.Body);

    private static Refusal UnknownDesk(string desk) =>
        Refusal.Rule("unknown-desk", $"There is no desk \"{desk}\".", "There is no such desk.");

    private static Refusal SlugTaken(string slug) => Refusal.Rule("slug-taken", $"Another story has the slug \"{slug}\". Choose another.");

    private static string? Changed(string? asked, string current) => asked == current ? null : asked;
}
