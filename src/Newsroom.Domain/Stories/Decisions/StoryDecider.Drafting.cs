using System.Collections.Immutable;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryCommand;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>Decides drafting, describing, revising, assigning and spiking of stories.</summary>
public static partial class StoryDecider
{
    /// <summary>Starts a story on an existing desk, with some words and a free slug.</summary>
    private static Decision<StoryEvent> Draft(DraftArticle command, DecisionContext context)
    {
        var article = new Article(command.Headline, command.Standfirst, command.Body, command.Byline, command.Dateline);
        if (IsEmpty(article))
        {
            return Refusal.Rule("article-empty", "A story needs a headline or a body.");
        }

        if (RefuseTexts(null, article) is { } badText)
        {
            return badText;
        }

        if (context.Desk is not { } desk)
        {
            return UnknownDesk(command.Desk);
        }

        if (context.SlugTaken)
        {
            return SlugTaken(context.Slug);
        }

        var language = command.Language ?? desk.Language;
        if ((RefuseReplaced(command, context) ?? RefuseTranslated(command, language, context)) is { } badLink)
        {
            return badLink;
        }

        return context.Accept([
            new StoryDrafted(desk.Id, language, context.Slug, article, Fingerprints.Of(article), Normaliser.Version)
            {
                Replaces = command.Replaces,
                // All translations name one original, so that each is linked with every other one.
                TranslationOf = context.Translated?.TranslationOf ?? command.TranslationOf,
            },
            .. command.Confidential ? [new StoryMarkedConfidential(context.Role, Reason: null, [], [])] : ImmutableArray<StoryEvent>.Empty,
        ]);
    }

    /// <summary>
    /// Changes desk, language, byline, dateline or slug; the slug only before edition 1. Approvals cover all of these but the slug.
    /// </summary>
    private static Decision<StoryEvent> Describe(Story story, StoryText text, DescribeStory command, DecisionContext context)
    {
        if (RefuseDescriber(story, context) is { } notNow)
        {
            return notNow;
        }

        var changed = command with
        {
            Desk = Changed(command.Desk, story.Desk),
            Language = Changed(command.Language, story.Language),
            Slug = Changed(command.Slug, story.Slug),
            Byline = Changed(command.Byline, text.Article.Byline),
            Dateline = Changed(command.Dateline, text.Article.Dateline),
        };
        var article = text.Article with
        {
            Byline = changed.Byline ?? text.Article.Byline,
            Dateline = changed.Dateline ?? text.Article.Dateline,
        };
        if ((RefuseDescription(story, changed, context) ?? RefuseTexts(text.Article, article)) is { } refusal)
        {
            return refusal;
        }

        var fingerprint = Fingerprints.Of(article);
        return context.Accept([
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
        ]);
    }

    /// <summary>Revises the texts. Effects on passages, checks and approvals are appended in the same commit.</summary>
    private static Decision<StoryEvent> Revise(Story story, StoryText text, ReviseArticle command, DecisionContext context)
    {
        if (RefuseReviser(story, context) is { } notNow)
        {
            return notNow;
        }

        if (RefuseGiven(command, text.Article) is { } badText)
        {
            return badText;
        }

        if (context.Concurrent.RefuseTooLarge(story.Version) is { } tooFar)
        {
            return tooFar;
        }

        if (context.Concurrent.Merge(text, command.Text, context.Actor.Person, out var edits) is { } overlap)
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
            && context.Concurrent.Before(text.Article) is var seen
            && Enum.GetValues<ArticleField>().All(field => (command.Text(field) ?? seen[field]) == seen[field])
        )
        {
            return Refusal.Rule("nothing-changed", "The story already has this text.");
        }

        if (RefuseTexts(text.Article, article) is { } tooMuch)
        {
            return tooMuch;
        }

        // A change that others have saved already needs no event.
        var mergedFrom = context.Concurrent.Revisions.IsEmpty ? (long?)null : context.Concurrent.BasedOn;
        ImmutableArray<StoryEvent> events = edits.IsEmpty ? [] : RevisionEffects.Revision(story, text, edits, mergedFrom);
        return context.Accept(events) with { MergedOver = context.Concurrent.Revisions };
    }

    /// <summary>Restores the texts of an earlier version with their authors.</summary>
    private static Decision<StoryEvent> Restore(Story story, StoryText text, RestoreRevision command, DecisionContext context)
    {
        if (RefuseReviser(story, context) is { } notNow)
        {
            return notNow;
        }

        if (context.Restored is not { } restored)
        {
            return Refusal.NotFound("unknown-version", $"The story has no version {command.Version}; it is at version {story.Version}.");
        }

        var article = text.Article with
        {
            Headline = restored.Article.Headline,
            Standfirst = restored.Article.Standfirst,
            Body = restored.Article.Body,
        };
        if (RefuseTexts(text.Article, article) is { } badText)
        {
            return badText;
        }

        var events = RevisionEffects.Restoration(story, text, restored, command.Version);
        return events.IsEmpty
            ? Refusal.Rule("nothing-changed", $"The story already has the texts of version {command.Version}.")
            : context.Accept(events);
    }

    /// <summary>Assigns or unassigns the story.</summary>
    private static Decision<StoryEvent> Assign(Story story, Assign command, DecisionContext context)
    {
        if (RefuseAssignee(story, command.Assignee, context) is { } unknown)
        {
            return unknown;
        }

        if (command.Assignee != story.Assignee)
        {
            return context.Accept(new StoryAssigned(command.Assignee));
        }

        var detail = command.Assignee is null ? "The story has no assignee." : $"The story is already assigned to {command.Assignee}.";
        return Refusal.Rule("nothing-changed", detail);
    }

    /// <summary>Sets when the story is due, and its priority.</summary>
    private static Decision<StoryEvent> Plan(Story story, PlanStory command, DecisionContext context)
    {
        var (due, priority) = (command.Due?.ToUniversalTime(), command.Priority ?? Priority.Normal);
        return due == story.Due && priority == (story.Priority ?? Priority.Normal)
            ? Refusal.Rule("nothing-changed", "The story already has this due time and priority.")
            : context.Accept(new StoryPlanned(due, priority));
    }

    /// <summary>Spikes an unpublished story.</summary>
    private static Decision<StoryEvent> Spike(Story story, Spike command, DecisionContext context)
    {
        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return Refusal.Rule("reason-required", "A reason is required: why the story is spiked.");
        }

        return story.Publication.Edition > 0
            ? RefuseSpikingPublished()
            : context.Accept([new StorySpiked(command.Reason) { VoidsApprovals = VoidsApprovals(story) }, .. EndOfSchedule(story)]);
    }

    private static Refusal RefuseSpikingPublished() =>
        Refusal.Rule("story-published", "The story is published. Only an unpublished story can be spiked.");

    /// <summary>Returns a spiked story to drafting.</summary>
    private static Decision<StoryEvent> Unspike(Story story, Unspike command, DecisionContext context) =>
        story.Stage != Stage.Spiked
            ? Refusal.Rule("not-spiked", "The story is not spiked.")
            : context.Accept(new StoryUnspiked(command.Reason) { VoidsApprovals = VoidsApprovals(story) });

    /// <summary>Returns true where there are approvals, or waivers of them, to void; null otherwise.</summary>
    private static bool? VoidsApprovals(Story story) =>
        story.Approvals.IsEmpty && story.Waivers.All(w => w.Gate != Gate.Approvals) ? null : true;

    // The caller, and the author of a recent revision, may not be in the audit trail yet.
    private static Refusal? RefuseAssignee(Story story, string? assignee, DecisionContext context) =>
        context.Assignee switch
        {
            _ when assignee is null || assignee == context.Actor.Person || context.Assignee == PersonStatus.WorksHere => null,
            PersonStatus.WroteElsewhere => Refusal.Rule(
                "unknown-assignee",
                $"{assignee} wrote imported words and has no role here. An admin can describe this person with PUT /people.",
                "The assignee has no role here."
            ),
            _ when story.IsAuthor(assignee) => null,
            _ => Refusal.Rule(
                "unknown-assignee",
                $"There is no person \"{assignee}\": no admin described them, and they have not acted here. An admin can describe them "
                    + "with PUT /people.",
                "There is no such person."
            ),
        };

    private static Refusal? RefuseDescriber(Story story, DecisionContext context) =>
        context.Role switch
        {
            Role.Reporter when story.Stage != Stage.Drafting => Refusal.Forbidden(
                "in-review",
                "In review only an editor can describe a story. Ask an editor to change it, or to request changes."
            ),
            Role.Reporter when !story.IsAuthor(context.Actor.Person) => Refusal.Forbidden(
                "not-an-author",
                "As a reporter you can describe only stories that you wrote."
            ),
            _ => null,
        };

    private static Refusal? RefuseDescription(Story story, DescribeStory changed, DecisionContext context) =>
        changed switch
        {
            { Desk: null, Language: null, Slug: null, Byline: null, Dateline: null } => Refusal.Rule(
                "nothing-changed",
                "The story already has these values."
            ),
            { Desk: { } unknown } when context.Desk is null => UnknownDesk(unknown),
            { Slug: { } slug } when context.SlugTaken => SlugTaken(slug),
            { Slug: not null } when story.Publication.Edition > 0 => Refusal.Rule(
                "slug-published",
                $"The slug \"{story.Slug}\" cannot change after edition 1, because readers have links to it."
            ),
            _ => null,
        };

    private static Refusal? RefuseReviser(Story story, DecisionContext context) =>
        context.Role switch
        {
            Role.Reporter when story.Stage != Stage.Drafting => Refusal.Forbidden(
                "in-review",
                "In review only an editor can revise the article. Ask an editor to request changes first."
            ),
            Role.Reporter when !story.IsAuthor(context.Actor.Person) && story.Assignee != context.Actor.Person => Refusal.Forbidden(
                "not-on-the-story",
                "As a reporter you can revise only stories that you wrote or are assigned to."
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

    // An unchanged text may be longer than the current limits.
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

    /// <summary>Refuses a substitute for a story that is not retracted or killed.</summary>
    private static Refusal? RefuseReplaced(DraftArticle command, DecisionContext context)
    {
        if (command.Replaces is not { } id)
        {
            return null;
        }

        if (context.Replaced is not { } replaced || !StoryReaders.MayRead(replaced, context.Actor))
        {
            return UnknownLinked(id);
        }

        return replaced.Publication.Status is PublicationStatus.Retracted or PublicationStatus.Killed
            ? null
            : Refusal.Rule("not-taken-down", $"The story {id} is neither retracted nor killed. Correct it, or revise it.");
    }

    /// <summary>Refuses a translation of an unknown story, or into its own language.</summary>
    private static Refusal? RefuseTranslated(DraftArticle command, string language, DecisionContext context)
    {
        if (command.TranslationOf is not { } id)
        {
            return null;
        }

        if (context.Translated is not { } translated || !StoryReaders.MayRead(translated, context.Actor))
        {
            return UnknownLinked(id);
        }

        return string.Equals(translated.Language, language, StringComparison.OrdinalIgnoreCase)
            ? Refusal.Rule("same-language", $"The story {id} is in the language {language} too. A translation is in another language.")
            : null;
    }

    private static Refusal UnknownLinked(Guid story) => Refusal.Rule("unknown-linked-story", $"There is no story {story}.");

    private static Refusal UnknownDesk(string desk) =>
        Refusal.Rule("unknown-desk", $"There is no desk \"{desk}\".", "There is no such desk.");

    private static Refusal SlugTaken(string slug) => Refusal.Rule("slug-taken", $"Another story has the slug \"{slug}\". Choose another.");

    private static string? Changed(string? asked, string current) => asked == current ? null : asked;
}
