using System.Reflection;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Stories.Commands;

/// <summary>Maps the endpoints of all story commands from <see cref="CommandCatalog"/>.</summary>
public static class StoryCommandEndpoints
{
    private static readonly MethodInfo MapOne = new Action<IEndpointRouteBuilder, CommandDescription>(
        Map<StoryCommand>
    ).Method.GetGenericMethodDefinition();

    /// <summary>Maps <c>POST /stories/draft-article</c>, and <c>POST /stories/{storyId}/{command}</c> for every other command.</summary>
    public static void MapStoryCommands(this IEndpointRouteBuilder endpoints)
    {
        foreach (var command in CommandCatalog.All)
        {
            MapOne.MakeGenericMethod(command.Type).Invoke(null, [endpoints, command]);
        }
    }

    private static void Map<TCommand>(IEndpointRouteBuilder endpoints, CommandDescription description)
        where TCommand : StoryCommand =>
        endpoints
            .MapPost(
                description.Route.Replace("{storyId}", "{storyId:guid}", StringComparison.Ordinal),
                description.Begins ? BeginAsync<TCommand> : ChangeAsync<TCommand>
            )
            .WithName(description.Name)
            .WithSummary(description.Summary)
            .WithMetadata(description);

    private static Task<IResult> BeginAsync<TCommand>(TCommand command, StoryCommandHandler handler, CancellationToken cancellationToken)
        where TCommand : StoryCommand => handler.HandleAsync(null, command, cancellationToken);

    private static Task<IResult> ChangeAsync<TCommand>(
        Guid storyId,
        TCommand command,
        StoryCommandHandler handler,
        CancellationToken cancellationToken
    )
        where TCommand : StoryCommand => handler.HandleAsync(storyId, command, cancellationToken);
}
