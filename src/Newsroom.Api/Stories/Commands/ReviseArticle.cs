using FluentValidation;
using Newsroom.Domain.Stories.Decisions;
using Wolverine.Http;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Stories.Commands;

/// <summary>POST /stories/{storyId}/revise-article</summary>
public static class ReviseArticleEndpoint
{
    /// <summary>Carries the command to its story.</summary>
    [WolverinePost("/stories/{storyId}/revise-article")]
    public static Task<IResult> Post(
        Guid storyId,
        ReviseArticle command,
        StoryCommandHandler newsdesk,
        CancellationToken cancellationToken
    ) =>
        newsdesk.Carry(
            storyId,
            command,
            (batch, given) => batch.ConcurrentRevisions(storyId, given, cancellationToken),
            Domain.Stories.Decisions.Drafting.Revise,
            cancellationToken
        );
}

/// <summary>The shape of <see cref="ReviseArticle"/>.</summary>
public sealed class ReviseArticleValidator : AbstractValidator<ReviseArticle>
{
    /// <summary>What can be said without knowing the story.</summary>
    public ReviseArticleValidator()
    {
        RuleFor(c => c)
            .Must(c => c.Headline is not null || c.Standfirst is not null || c.Body is not null)
            .WithMessage("Give at least one of headline, standfirst and body.");
    }
}
