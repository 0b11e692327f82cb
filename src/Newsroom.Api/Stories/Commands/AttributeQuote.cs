using FluentValidation;
using Marten.Services.BatchQuerying;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Wolverine.Http;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Stories.Commands;

/// <summary>POST /stories/{storyId}/attribute-quote</summary>
public static class AttributeQuoteEndpoint
{
    /// <summary>Carries the command to its story, with the speaker it names.</summary>
    [WolverinePost("/stories/{storyId}/attribute-quote")]
    public static Task<IResult> Post(
        Guid storyId,
        AttributeQuote command,
        StoryCommandHandler newsdesk,
        CancellationToken cancellationToken
    ) =>
        newsdesk.Carry(
            storyId,
            command,
            (batch, given) => Beside(batch, storyId, given, cancellationToken),
            Domain.Stories.Decisions.Quoting.Attribute,
            cancellationToken
        );

    private static async Task<(Speaker? Speaker, ConcurrentRevisions ConcurrentRevisions)> Beside(
        IBatchedQuery batch,
        Guid story,
        AttributeQuote command,
        CancellationToken cancellationToken
    )
    {
        var speaker = batch.Load<Speaker>(command.Speaker);
        var meanwhile = batch.ConcurrentRevisions(story, command, cancellationToken);
        return (await speaker, await meanwhile);
    }
}

/// <summary>The shape of <see cref="AttributeQuote"/>.</summary>
public sealed class AttributeQuoteValidator : AbstractValidator<AttributeQuote>
{
    /// <summary>What can be said without knowing the story.</summary>
    public AttributeQuoteValidator()
    {
        RuleFor(c => c.Words).NotEmpty();
        RuleFor(c => c.Speaker).NotEmpty();
        RuleFor(c => c.Field).IsInEnum();
    }
}
