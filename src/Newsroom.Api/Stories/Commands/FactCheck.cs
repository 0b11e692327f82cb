using FluentValidation;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Wolverine.Http;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Stories.Commands;

/// <summary>POST /stories/{storyId}/fact-check</summary>
public static class FactCheckEndpoint
{
    /// <summary>Carries the command to its story.</summary>
    [WolverinePost("/stories/{storyId}/fact-check")]
    public static Task<IResult> Post(Guid storyId, FactCheck command, StoryCommandHandler newsdesk, CancellationToken cancellationToken) =>
        newsdesk.Carry(storyId, command, Domain.Stories.Decisions.Checking.Check, cancellationToken);
}

/// <summary>The shape of <see cref="FactCheck"/>.</summary>
public sealed class FactCheckValidator : AbstractValidator<FactCheck>
{
    /// <summary>What can be said without knowing the story.</summary>
    public FactCheckValidator()
    {
        RuleFor(c => c.Passage).NotEmpty();
        RuleForEach(c => c.Evidence).SetValidator(new EvidenceValidator());
    }
}
