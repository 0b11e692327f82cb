using System.Collections.Immutable;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryCommand;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>Decides drafting and revising of stories.</summary>
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
                Genre = command.Genre == Genre.Report ? null : command.Genre,
            },
            .. command.Confidential ? [new StoryMarkedConfidential(context.Role, Reason: null, [], [])] : ImmutableArray<StoryEvent>.Empty,
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

    private static Refusal UnknownDesk(string desk) =>
        Refusal.Rule("unknown-desk", $"There is no desk \"{desk}\".", "There is no such desk.");

    private static Refusal SlugTaken(string slug) => Refusal.Rule("slug-taken", $"Another story has the slug \"{slug}\". Choose another.");
}
