using FluentValidation;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Wolverine.Http;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Stories.Commands;

/// <summary>POST /stories/{storyId}/lift-hold</summary>
public static class LiftHoldEndpoint
{
    /// <summary>Carries the command to its story.</summary>
    [WolverinePost("/stories/{storyId}/lift-hold")]
    public static Task<IResult> Post(Guid storyId, LiftHold command, StoryCommandHandler newsdesk, CancellationToken cancellationToken) =>
        newsdesk.Carry(storyId, command, Domain.Stories.Decisions.Reviewing.LiftHold, cancellationToken);
}

/// <summary>The shape of <see cref="LiftHold"/>.</summary>
public sealed class LiftHoldValidator : AbstractValidator<LiftHold>
{
    /// <summary>What can be said without knowing the story.</summary>
    public LiftHoldValidator()
    {
        RuleFor(c => c.Hold).NotEmpty();
    }
}
