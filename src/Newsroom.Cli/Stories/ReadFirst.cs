using System.Text;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Runtime;
using Newsroom.Client.Stories;

namespace Newsroom.Cli.Stories;

/// <summary>Shows a story that was not shown before, and asks whether to judge it. Otherwise commands use the version shown last.</summary>
internal static class ReadFirst
{
    /// <summary>Shows the story, where it was not shown before and a person can be asked.</summary>
    /// <param name="context">The invocation.</param>
    /// <param name="name">The story's id or slug.</param>
    /// <param name="command">The command that judges it.</param>
    /// <exception cref="UsageException">The person answered no.</exception>
    public static async Task ShowAsync(CommandContext context, string name, string command)
    {
        var environment = context.Environment;
        var versions = ShownVersions.Of(context);
        if (
            context.Json
            || environment is not { InIsTerminal: true, OutIsTerminal: true, StatePath: not null }
            || versions.Find(name)?.Whole is not null
        )
        {
            return;
        }

        var key = context.FindStory(name);
        var story = (await context.Client.Stories.GetAsync(key, new PointInTime(), context.CancellationToken)).Value;
        StoryRenderer.WriteStory(context.Output, story);
        context.Output.WritePrompt($"{command} these words, version {story.Version}? [y/N]");
        using var answers = new StreamReader(environment.In, Encoding.UTF8, leaveOpen: true);
        if ((await answers.ReadLineAsync(context.CancellationToken))?.Trim() is not ("y" or "Y" or "yes"))
        {
            throw new UsageException("Nothing was sent.");
        }

        versions.RememberWhole(story.Id, story.Slug, story.Version);
    }
}
