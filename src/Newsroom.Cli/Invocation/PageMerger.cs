using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Client.Http;

namespace Newsroom.Cli.Invocation;

/// <summary>Merges the pages of a list into one response, with the members that the client does not know.</summary>
internal static class PageMerger
{
    /// <summary>Merges pages of a list.</summary>
    /// <param name="pages">The pages, at least one.</param>
    /// <param name="listMember">The member that is the list.</param>
    public static Task<ApiResponse<T>> MergeAsync<T>(IAsyncEnumerable<ApiResponse<T>> pages, string listMember = "items") =>
        MergeAsync(pages, (merged, page) => Append(merged[listMember]!.AsArray(), page[listMember]!.AsArray()));

    /// <summary>Merges pages of another shape.</summary>
    /// <param name="pages">The pages, at least one.</param>
    /// <param name="append">Adds a page to the merged response, which begins as the first page.</param>
    public static async Task<ApiResponse<T>> MergeAsync<T>(IAsyncEnumerable<ApiResponse<T>> pages, Action<JsonNode, JsonNode> append)
    {
        JsonNode? merged = null;
        await foreach (var page in pages)
        {
            _ = page.Value;
            var next = page.Json.Deserialize<JsonNode>()!;
            if (merged is null)
            {
                merged = next;
            }
            else
            {
                append(merged, next);
            }
        }

        if (merged is JsonObject all && all.ContainsKey("next"))
        {
            all["next"] = null;
        }

        return new ApiResponse<T>(JsonSerializer.SerializeToElement(merged));
    }

    /// <summary>Adds the entries of one list to another.</summary>
    public static void Append(JsonArray list, JsonArray entries)
    {
        foreach (var entry in entries)
        {
            list.Add(entry?.DeepClone());
        }
    }
}
