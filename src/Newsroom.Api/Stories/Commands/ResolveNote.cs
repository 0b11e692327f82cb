using FluentValidation;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Wolverine.Http;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Stories.Commands;

/// <summary>POST /stories/{storyId}/resolve-note</summary>
public static class ResolveNoteEndpoint
{
    /// <summary>Carries the command to its story.</summary>
    [WolverinePost("/stories/{storyId}/resolve-note")]
    public static Task<IResult> Post(
        Guid storyId,
        ResolveNote command,
        StoryCommandHandler newsdesk,
        CancellationToken cancellationToken
    ) => newsdesk.Carry(storyId, command, Domain.Stories.Decisions.Reviewing.ResolveNote, cancellationToken);
}

/// <summary>The shape of <see cref="ResolveNote"/>.</summary>
public sealed class ResolveNoteValidator : AbstractValidator<ResolveNote>
{
    /// <summary>What can be said without knowing the story.</summary>
    public ResolveNoteValidator()
    {
        RuleFor(c => c.Note).NotEmpty();
    }
}
