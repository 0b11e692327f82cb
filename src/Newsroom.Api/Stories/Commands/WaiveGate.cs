using FluentValidation;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Policies;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Wolverine.Http;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Stories.Commands;

/// <summary>POST /stories/{storyId}/waive-gate</summary>
public static class WaiveGateEndpoint
{
    /// <summary>Carries the command to its story, with the policy of its desk.</summary>
    [WolverinePost("/stories/{storyId}/waive-gate")]
    public static Task<IResult> Post(Guid storyId, WaiveGate command, StoryCommandHandler newsdesk, CancellationToken cancellationToken) =>
        newsdesk.Carry(
            storyId,
            command,
            (batch, _) => batch.Policies(),
            (story, text, given, policies, actor, now) =>
                Domain.Stories.Decisions.Waiving.Waive(story, text, given, policies.Of(story), actor, now),
            cancellationToken
        );
}

/// <summary>The shape of <see cref="WaiveGate"/>.</summary>
public sealed class WaiveGateValidator : AbstractValidator<WaiveGate>
{
    /// <summary>What can be said without knowing the story.</summary>
    public WaiveGateValidator()
    {
        RuleFor(c => c.Subject).NotEmpty();
    }
}
