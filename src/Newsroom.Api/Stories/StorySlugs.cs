using Microsoft.Extensions.Primitives;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Stories;

/// <summary>
/// Accepts the slug of a story wherever a request names one by its id: in the path, and in the parameter <c>story</c>. A request that names
/// an id takes no query.
/// </summary>
internal static class StorySlugs
{
    private const string Find = $"select id from {StoryTables.Story} where slug = $1";

    /// <summary>Replaces slugs by ids before endpoints; follows the validation of addresses.</summary>
    public static void UseStorySlugs(this WebApplication app) =>
        app.Use(
            async (http, next) =>
            {
                if (SlugOf(http) is { } slug)
                {
                    if (await FindAsync(http, slug) is not { } id)
                    {
                        await Refusal.NotFound("unknown-story", $"There is no story \"{slug}\".").ToProblem().ExecuteAsync(http);
                        return;
                    }

                    Replace(http.Request, $"{id}");
                }

                await next(http);
            }
        );

    private static string? SlugOf(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<RequestParameters>() is not { } expected)
        {
            return null;
        }

        var given = expected.Route.ContainsKey(RequestParameters.StoryInPath)
            ? http.Request.RouteValues[RequestParameters.StoryInPath] as string
            : NamedInQuery(http.Request, expected);
        return given is null || Guid.TryParse(given, out _) ? null : given;
    }

    private static string? NamedInQuery(HttpRequest request, RequestParameters expected) =>
        expected.Query.ContainsKey(RequestParameters.StoryInQuery)
        && request.Query.TryGetValue(RequestParameters.StoryInQuery, out var given)
            ? given.ToString()
            : null;

    private static void Replace(HttpRequest request, string id)
    {
        if (request.RouteValues.ContainsKey(RequestParameters.StoryInPath))
        {
            request.RouteValues[RequestParameters.StoryInPath] = id;
            return;
        }

        request.Query = new QueryCollection(
            request.Query.ToDictionary(
                q => q.Key,
                q => q.Key.Equals(RequestParameters.StoryInQuery, StringComparison.OrdinalIgnoreCase) ? new StringValues(id) : q.Value,
                StringComparer.OrdinalIgnoreCase
            )
        );
    }

    private static async Task<Guid?> FindAsync(HttpContext http, string slug)
    {
        var database = http.RequestServices.GetRequiredService<NpgsqlDataSource>();
        await using var command = database.CreateCommand(Find);
        command.Parameters.Add(new() { Value = slug });
        return await command.ExecuteScalarAsync(http.RequestAborted) as Guid?;
    }
}
