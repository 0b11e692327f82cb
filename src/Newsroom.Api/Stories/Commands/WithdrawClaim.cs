using FluentValidation;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Wolverine.Http;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Stories.Commands;

/// <summary>POST /stories/{storyId}/withdraw-claim</summary>
public static class WithdrawClaimEndpoint
{
    /// <summary>Carries the command to its story.</summary>
    [WolverinePost("/stories/{storyId}/withdraw-claim")]
    public static Task<IResult> Post(
        Guid storyId,
        WithdrawClaim command,
        StoryCommandHandler newsdesk,
        CancellationToken cancellationToken
    ) => newsdesk.Carry(storyId, command, Domain.Stories.Decisions.Quoting.WithdrawClaim, cancellationToken);
}

/// <summary>The shape of <see cref="WithdrawClaim"/>.</summary>
public sealed class WithdrawClaimValidator : AbstractValidator<WithdrawClaim>
{
    /// <summary>What can be said without knowing the story.</summary>
    public WithdrawClaimValidator()
    {
        RuleFor(c => c.Claim).NotEmpty();
    }
}
