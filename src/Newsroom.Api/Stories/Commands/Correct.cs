using FluentValidation;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Policies;
using Newsroom.Api.Publication;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Wolverine.Http;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Stories.Commands;

/// <summary>POST /stories/{storyId}/correct</summary>
public static class CorrectEndpoint
{
    /// <summary>Carries the command to its story, with the edition readers have and the policy of its desk.</summary>
    [WolverinePost("/stories/{storyId}/correct")]
    public static Task<IResult> Post(Guid storyId, Correct command, StoryCommandHandler newsdesk, CancellationToken cancellationToken) =>
        newsdesk.Carry(
            storyId,
            command,
            (batch, _) => batch.LiveAndPolicies(storyId),
            (story, text, given, beside, actor, now) =>
                Domain.Stories.Decisions.Publishing.Correct(story, text, given, beside.Live, beside.Policies.Of(story), actor, now),
            cancellationToken
        );
}

/// <summary>The shape of <see cref="Correct"/>.</summary>
public sealed class CorrectValidator : AbstractValidator<Correct>
{
    /// <summary>What can be said without knowing the story.</summary>
    public CorrectValidator()
    {
        RuleFor(c => c.Kind).IsInEnum();
    }
}
