using FluentValidation;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Wolverine.Http;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Stories.Commands;

/// <summary>POST /stories/{storyId}/withdraw-quote</summary>
public static class WithdrawQuoteEndpoint
{
    /// <summary>Carries the command to its story.</summary>
    [WolverinePost("/stories/{storyId}/withdraw-quote")]
    public static Task<IResult> Post(
        Guid storyId,
        WithdrawQuote command,
        StoryCommandHandler newsdesk,
        CancellationToken cancellationToken
    ) => newsdesk.Carry(storyId, command, Domain.Stories.Decisions.Quoting.WithdrawQuote, cancellationToken);
}

/// <summary>The shape of <see cref="WithdrawQuote"/>.</summary>
public sealed class WithdrawQuoteValidator : AbstractValidator<WithdrawQuote>
{
    /// <summary>What can be said without knowing the story.</summary>
    public WithdrawQuoteValidator()
    {
        RuleFor(c => c.Quote).NotEmpty();
    }
}
