using FluentValidation;
using Newsroom.Domain.Stories.Decisions;
using Wolverine.Http;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Stories.Commands;

/// <summary>POST /stories/{storyId}/restore-revision</summary>
public static class RestoreRevisionEndpoint
{
    /// <summary>Carries the command to its story, with the words at the version it names.</summary>
    [WolverinePost("/stories/{storyId}/restore-revision")]
    public static Task<IResult> Post(
        Guid storyId,
        RestoreRevision command,
        StoryCommandHandler newsdesk,
        CancellationToken cancellationToken
    ) =>
        newsdesk.Carry(
            storyId,
            command,
            (batch, given) => batch.TextAt(storyId, given.Version, cancellationToken),
            Domain.Stories.Decisions.Drafting.Restore,
            cancellationToken
        );
}

/// <summary>The shape of <see cref="RestoreRevision"/>.</summary>
public sealed class RestoreRevisionValidator : AbstractValidator<RestoreRevision>
{
    /// <summary>What can be said without knowing the story.</summary>
    public RestoreRevisionValidator()
    {
        RuleFor(c => c.Version).GreaterThan(0);
    }
}
