using FluentValidation;
using Newsroom.Api.Hosting;
using Newsroom.Api.Stories;
using Wolverine.Http;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Quoting;

/// <summary>POST /stories/{storyId}/dismiss-quotation</summary>
public static class DismissQuotationEndpoint
{
    /// <summary>Carries the command to its story.</summary>
    [WolverinePost("/stories/{storyId}/dismiss-quotation")]
    public static Task<IResult> Post(Guid storyId, DismissQuotation command, Newsdesk newsdesk, CancellationToken cancel) =>
        newsdesk.Carry(storyId, command, Domain.Stories.Quoting.Dismiss, cancel);
}

/// <summary>The shape of <see cref="DismissQuotation"/>.</summary>
public sealed class DismissQuotationValidator : AbstractValidator<DismissQuotation>
{
    /// <summary>What can be said without knowing the story.</summary>
    public DismissQuotationValidator()
    {
        RuleFor(c => c.Reason).Sentence();
    }
}
