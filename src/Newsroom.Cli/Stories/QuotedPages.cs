using Newsroom.Cli.Invocation;
using Newsroom.Client.Http;
using Newsroom.Client.Stories;

namespace Newsroom.Cli.Stories;

internal static class QuotedPages
{
    /// <summary>Reads all text in quotation marks of a story as one response.</summary>
    public static Task<ApiResponse<QuotedText>> ReadAllQuotedAsync(this CommandContext context, StoryKey storyId)
    {
        var stories = context.Client.Stories;
        var cancellationToken = context.CancellationToken;
        var pages = PageRequest.ReadPagesAsync(page => stories.GetQuotedAsync(storyId, page, cancellationToken), cancellationToken);
        return PageMerger.MergeAsync(pages, "quoted");
    }
}
