using FluentValidation;
using Marten;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Wolverine.Http;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Stories.Commands;

/// <summary>POST /stories/draft-article</summary>
public static class DraftArticleEndpoint
{
    /// <summary>Begins a story. A slug that is given must be free; one made from the headline is numbered until it is.</summary>
    [WolverinePost("/stories/draft-article")]
    public static Task<IResult> Post(DraftArticle command, StoryCommandHandler newsdesk, CancellationToken cancellationToken)
    {
        var wanted = command.Slug ?? Slug.Of(command);
        return newsdesk.Begin(
            command,
            async batch =>
            {
                if (command.Slug is null)
                {
                    SlugNumbers.Lock(batch, wanted);
                }

                var desk = batch.Load<Desk>(command.Desk);
                var alike = SlugNumbers.Taken(batch, wanted);
                return new Beside(await desk, await alike);
            },
            (beside, actor) =>
                Domain.Stories.Decisions.Drafting.Draft(
                    command,
                    beside.Desk,
                    command.Slug ?? SlugNumbers.Free(wanted, beside.SlugsAlike),
                    command.Slug is { } slug && beside.SlugsAlike.Contains(slug),
                    actor
                ),
            cancellationToken
        );
    }

    private sealed record Beside(Desk? Desk, IReadOnlyList<string> SlugsAlike);
}

/// <summary>The shape of <see cref="DraftArticle"/>.</summary>
public sealed class DraftArticleValidator : AbstractValidator<DraftArticle>
{
    /// <summary>What can be said without knowing the newsroom.</summary>
    public DraftArticleValidator()
    {
        RuleFor(c => c.Desk).NotEmpty();
        RuleFor(c => c.Language).LanguageTag();
        RuleFor(c => c.Slug).Slug();
    }
}
