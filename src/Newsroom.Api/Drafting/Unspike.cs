using FluentValidation;
using Newsroom.Api.Hosting;
using Newsroom.Api.Stories;
using Wolverine.Http;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Drafting;

/// <summary>POST /stories/{storyId}/unspike</summary>
public static class UnspikeEndpoint
{
    /// <summary>Carries the command to its story.</summary>
    [WolverinePost("/stories/{storyId}/unspike")]
    public static Task<IResult> Post(Guid storyId, Unspike command, Newsdesk newsdesk, CancellationToken cancel) =>
        newsdesk.Carry(storyId, command, Domain.Stories.Drafting.Unspike, cancel);
}

/// <summary>The shape of <see cref="Unspike"/>.</summary>
public sealed class UnspikeValidator : AbstractValidator<Unspike>
{
    /// <summary>What can be said without knowing the story.</summary>
    public UnspikeValidator()
    {
        RuleFor(c => c.Reason).Sentence();
    }
}
