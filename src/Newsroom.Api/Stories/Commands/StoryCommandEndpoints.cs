using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Stories.Commands;

/// <summary>Maps the endpoints of all story commands from <see cref="CommandCatalog"/>.</summary>
public static class StoryCommandEndpoints
{
    /// <summary>Maps <c>POST /stories/draft-article</c>, and <c>POST /stories/{storyId}/{command}</c> for every other command.</summary>
    public static void MapStoryCommands(this IEndpointRouteBuilder endpoints)
    {
        foreach (var command in CommandCatalog.All)
        {
            var endpoint = command.Begins ? endpoints.MapPost(command.Route, BeginAsync) : endpoints.MapPost(command.Route, ChangeAsync);
            endpoint
                .Accepts(command.Type, "application/json")
                .Produces<CommandResult>(command.Begins ? StatusCodes.Status201Created : StatusCodes.Status200OK)
                .WithName(command.Name)
                .WithSummary(command.Summary)
                .WithMetadata(command);
        }
    }

    private static Task<IResult> BeginAsync(RequestBody body, StoryCommandHandler handler, CancellationToken cancellationToken) =>
        handler.HandleAsync(null, (StoryCommand)body.Value, cancellationToken);

    private static Task<IResult> ChangeAsync(
        Guid storyId,
        RequestBody body,
        StoryCommandHandler handler,
        CancellationToken cancellationToken
    ) => handler.HandleAsync(storyId, (StoryCommand)body.Value, cancellationToken);
}
