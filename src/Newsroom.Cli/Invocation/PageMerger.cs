using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Client.Http;

namespace Newsroom.Cli.Invocation;

/// <summary>Merges the pages of a list into one response, with the members that the client does not know.</summary>
internal static class PageMerger
{
    /// <param name="pages">The pages, at least one.</param>
    /// <param name="listMember">The member that is the list; null where the response is.</param>
    public static async Task<ApiResponse<T>> MergeAsync<T>(IAsyncEnumerable<ApiResponse<T>> pages, string? listMember = null)
    {
        JsonNode? merged = null;
        await foreach (var page in pages)
        {
            _ = page.Value;
            var next = page.Json.Deserialize<JsonNode>()!;
            if (merged is null)
            {
                merged = next;
                continue;
            }

            foreach (var entry in ListOf(next, listMember))
            {
                ListOf(merged, listMember).Add(entry?.DeepClone());
            }
        }

        return new ApiResponse<T>(JsonSerializer.SerializeToElement(merged));
    }

    private static JsonArray ListOf(JsonNode page, string? member) => (member is null ? page : page[member]!).AsArray();
}
