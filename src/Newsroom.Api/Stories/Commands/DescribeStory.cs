using FluentValidation;
using Marten;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Wolverine.Http;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Stories.Commands;

/// <summary>POST /stories/{storyId}/describe-story</summary>
public static class DescribeStoryEndpoint
{
    /// <summary>Carries the command to its story.</summary>
    [WolverinePost("/stories/{storyId}/describe-story")]
    public static Task<IResult> Post(
        Guid storyId,
        DescribeStory command,
        StoryCommandHandler newsdesk,
        CancellationToken cancellationToken
    ) =>
        newsdesk.Carry(
            storyId,
            command,
            async (batch, _) =>
            {
                var desk = batch.Load<Desk>(command.Desk ?? "");
                var taken = batch.Query<Story>().Where(s => s.Slug == command.Slug && s.Id != storyId).Any();
                return new Beside(await desk, await taken);
            },
            (story, text, given, beside, actor) =>
                Domain.Stories.Decisions.Drafting.Describe(story, text, given, beside.Desk, beside.SlugTaken, actor),
            cancellationToken
        );

    private sealed record Beside(Desk? Desk, bool SlugTaken);
}

/// <summary>The shape of <see cref="DescribeStory"/>.</summary>
public sealed class DescribeStoryValidator : AbstractValidator<DescribeStory>
{
    /// <summary>What can be said without knowing the story.</summary>
    public DescribeStoryValidator()
    {
        RuleFor(c => c.Language).LanguageTag();
        RuleFor(c => c.Slug).Slug();
    }
}
