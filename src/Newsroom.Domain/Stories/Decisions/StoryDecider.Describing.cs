using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryCommand;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>Decides how stories are described.</summary>
public static partial class StoryDecider
{
    /// <summary>
    /// Changes desk, language, genre, byline, dateline or slug; the slug only before edition 1. Approvals cover all of these but genre and
    /// slug.
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
            Genre = command.Genre == (story.Genre ?? Genre.Report) ? null : command.Genre,
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
                Genre = changed.Genre,
            },
            .. RevisionEffects.Approvals(story, fingerprint, changed.Desk, changed.Language),
        ]);
    }

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
            { Desk: null, Language: null, Slug: null, Byline: null, Dateline: null, Genre: null } => Refusal.Rule(
                "nothing-changed",
                "The story already has these values."
            ),
            { Desk: { } unknown } when context.Desk is null => UnknownDesk(unknown),
            { Slug: { } slug } when context.SlugTaken => SlugTaken(slug),
            { Slug: not null } when story.Publication.Edition > 0 => Refusal.Rule(
                "slug-published",
                $"The slug \"{story.Slug}\" cannot change after edition 1, because readers have links to it."
            ),
            { Language: { } language } => RefuseLanguage(story, language, context),
            _ => null,
        };

    private static string? Changed(string? asked, string current) => asked == current ? null : asked;
}
