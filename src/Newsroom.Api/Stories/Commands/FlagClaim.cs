using FluentValidation;
using Newsroom.Domain.Stories.Decisions;
using Wolverine.Http;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Stories.Commands;

/// <summary>POST /stories/{storyId}/flag-claim</summary>
public static class FlagClaimEndpoint
{
    /// <summary>Carries the command to its story.</summary>
    [WolverinePost("/stories/{storyId}/flag-claim")]
    public static Task<IResult> Post(Guid storyId, FlagClaim command, StoryCommandHandler newsdesk, CancellationToken cancellationToken) =>
        newsdesk.Carry(
            storyId,
            command,
            (batch, given) => batch.ConcurrentRevisions(storyId, given, cancellationToken),
            Domain.Stories.Decisions.Quoting.Flag,
            cancellationToken
        );
}

/// <summary>The shape of <see cref="FlagClaim"/>.</summary>
public sealed class FlagClaimValidator : AbstractValidator<FlagClaim>
{
    /// <summary>What can be said without knowing the story.</summary>
    public FlagClaimValidator()
    {
        RuleFor(c => c.Words).NotEmpty();
        RuleFor(c => c.Field).IsInEnum();
    }
}
