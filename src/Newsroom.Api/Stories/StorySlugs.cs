using Microsoft.Extensions.Primitives;
using Newsroom.Api.Access;
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
    private static readonly string Find =
        $"select s.id, {ReadableStories.Confidential("s.id")} from {StoryTables.Story} s where s.slug = $1";

    /// <summary>Replaces slugs by ids before endpoints; follows the validation of addresses.</summary>
    public static void UseStorySlugs(this WebApplication app) =>
        app.Use(
            async (http, next) =>
            {
                if (SlugOf(http) is { } slug)
                {
                    var (id, refusal) = await FindAsync(http, slug);
                    if (refusal is not null)
                    {
                        await refusal.ToProblem().ExecuteAsync(http);
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

    // A confidential story is refused here as an unknown slug is, before its id is in any response.
    private static async Task<(Guid Id, Refusal? Refusal)> FindAsync(HttpContext http, string slug)
    {
        if (await ReadAsync(http, slug) is not var (id, isConfidential))
        {
            return (Guid.Empty, Unknown(slug));
        }

        var guard = http.RequestServices.GetRequiredService<StoryGuard>();
        return !isConfidential || await guard.RefuseAsync(id, http.RequestAborted) is not { } refusal
            ? (id, null)
            : (id, refusal.Kind == RefusalKind.NotFound ? Unknown(slug) : refusal);
    }

    private static async Task<(Guid Id, bool IsConfidential)?> ReadAsync(HttpContext http, string slug)
    {
        var database = http.RequestServices.GetRequiredService<NpgsqlDataSource>();
        await using var command = database.CreateCommand(Find);
        command.Parameters.Add(new() { Value = slug });
        await using var found = await command.ExecuteReaderAsync(http.RequestAborted);
        return await found.ReadAsync(http.RequestAborted) ? (found.GetGuid(0), found.GetBoolean(1)) : null;
    }

    private static Refusal Unknown(string slug) => Refusal.NotFound("unknown-story", $"There is no story \"{slug}\".");
}
