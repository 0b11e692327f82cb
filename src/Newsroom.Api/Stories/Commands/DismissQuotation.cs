using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Stories.Decisions;
using Wolverine.Http;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Stories.Commands;

/// <summary>POST /stories/{storyId}/dismiss-quotation</summary>
public static class DismissQuotationEndpoint
{
    /// <summary>Carries the command to its story.</summary>
    [WolverinePost("/stories/{storyId}/dismiss-quotation")]
    public static Task<IResult> Post(
        Guid storyId,
        DismissQuotation command,
        StoryCommandHandler newsdesk,
        CancellationToken cancellationToken
    ) => newsdesk.Carry(storyId, command, Domain.Stories.Decisions.Quoting.Dismiss, cancellationToken);
}
