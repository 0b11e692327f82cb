using System.CommandLine;
using System.Text.Json;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Parsing;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Runtime;
using Newsroom.Cli.Stories;
using Newsroom.Client.Http;
using Newsroom.Client.LiveFeed;
using Newsroom.Client.Stories;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom watch</c>: shows the events of stories as they are recorded.</summary>
internal static class WatchCommand
{
    private const int MaxHeadlines = 1000;

    public static CliCommand Create()
    {
        var desk = new Option<string?>("--desk") { HelpName = "desk", Description = "Only events of stories of this desk." };
        var story = new Option<string?>("--story") { HelpName = "story", Description = "Id or slug of the story." };
        var since = new TimeOption("--since", "Begin with what was recorded since this time; now without it.");
        var after = new NumberOption("--after", "Position to continue after, as the last watch told it.");
        var limit = new NumberOption("--limit", "Number of events after which to end.");
        return new CliCommand(
            "watch",
            "Show what happens to stories, as it happens.",
            [desk, story, since, after, limit],
            context =>
                FollowAsync(
                    context,
                    new FeedQuery(
                        context.GetValue(desk),
                        context.GetValue(story) is { } name ? context.FindStory(name) : (StoryKey?)null,
                        context.GetValue(since),
                        context.GetValue(after)
                    ),
                    LimitOf(context.GetValue(limit))
                )
        )
        {
            Details =
            [
                "Runs until it is interrupted (Ctrl+C), or has shown --limit events. If the server restarts, it connects again and "
                    + "misses nothing. With --json an event is a line: type, time, person, role, story, desk and version, and no words.",
            ],
        };
    }

    private static long LimitOf(long? given) =>
        given is <= 0 ? throw new UsageException("--limit must be a positive number.") : given ?? long.MaxValue;

    private static async Task FollowAsync(CommandContext context, FeedQuery query, long limit)
    {
        var (position, shown) = (query.Position, 0L);
        var headlines = new Dictionary<Guid, string>();
        try
        {
            await foreach (var item in context.Client.LiveFeed.FollowAsync(query, context.CancellationToken))
            {
                position = item.Position;
                if (item.Event is not { } happened)
                {
                    continue;
                }

                await ShowAsync(context, happened, headlines);
                if (++shown == limit)
                {
                    break;
                }
            }
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            // Interrupted, as its user ends it.
        }

        if (position is { } end)
        {
            context.ErrorConsole.Write($"To continue, use --after {end}");
        }
    }

    private static async Task ShowAsync(CommandContext context, FeedEvent happened, Dictionary<Guid, string> headlines)
    {
        if (context.Json)
        {
            context.Output.WriteRaw(JsonSerializer.Serialize(happened, JsonSerializerOptions.Web));
            return;
        }

        var console = context.Output;
        var headline = await HeadlineAsync(context, happened, headlines);
        console.Write($"{console.FormatTime(happened.At)}  {happened.Desk}  {headline}  v{happened.Version}");
        foreach (var sentence in await SentencesAsync(context, happened))
        {
            console.WriteIndented(console.LocalizeTimes(happened.Type, sentence));
        }
    }

    private static async Task<string> HeadlineAsync(CommandContext context, FeedEvent happened, Dictionary<Guid, string> headlines)
    {
        if (headlines.TryGetValue(happened.Story, out var known) && happened.Type != "article_revised")
        {
            return known;
        }

        var headline = $"{happened.Story}";
        try
        {
            headline = (await context.Client.Stories.GetAsync(happened.Story, null, context.CancellationToken)).Value.Article.Headline;
        }
        catch (ApiException)
        {
            // It became confidential meanwhile.
        }

        // A watch may run for months.
        if (headlines.Count >= MaxHeadlines)
        {
            headlines.Clear();
        }

        return headlines[happened.Story] = headline;
    }

    private static async Task<IReadOnlyList<string>> SentencesAsync(CommandContext context, FeedEvent happened)
    {
        try
        {
            var before = new PageRequest($"{happened.Version - 1}", 1);
            var page = await context.Client.Stories.GetHistoryAsync(happened.Story, before, context.CancellationToken);
            return page.Value.Items is [var entry, ..] ? entry.Sentences : [happened.Type];
        }
        catch (ApiException)
        {
            return [$"{ConsoleRenderer.PersonName(happened.By)}: {happened.Type}"];
        }
    }
}
