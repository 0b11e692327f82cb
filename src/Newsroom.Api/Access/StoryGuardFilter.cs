using Newsroom.Api.Infrastructure.Http;

namespace Newsroom.Api.Access;

/// <summary>Fails reads of a story that did not ask <see cref="StoryGuard"/>, so that a new read cannot forget it.</summary>
public static class StoryGuardFilter
{
    /// <summary>Adds the filter to reads that are addressed to a story.</summary>
    public static TBuilder RequireStoryGuard<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.AddEndpointFilterFactory(
            (built, next) =>
                async call =>
                {
                    var result = await next(call);
                    return
                        IsReadOfStory(call.HttpContext)
                        && Succeeds(result)
                        && !call.HttpContext.RequestServices.GetRequiredService<StoryGuard>().IsAsked
                        ? throw new InvalidOperationException($"{built.MethodInfo.DeclaringType?.Name} did not ask StoryGuard.")
                        : result;
                }
        );
        return endpoints;
    }

    private static bool IsReadOfStory(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) && http.Request.RouteValues.ContainsKey(RequestParameters.StoryInPath);

    private static bool Succeeds(object? result) => result is not IStatusCodeHttpResult { StatusCode: >= StatusCodes.Status400BadRequest };
}
