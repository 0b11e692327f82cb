using System.Collections.Immutable;
using System.Text;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Runtime;
using Newsroom.Cli.Stories;
using Newsroom.Client.Http;
using Newsroom.Client.Stories;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;

namespace Newsroom.Cli.Editing;

/// <summary><c>newsroom edit</c>: edits a story in the person's editor.</summary>
internal static class EditCommand
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static CliCommand Create()
    {
        var story = new StoryArgument();
        var confirmation = new Confirmation();
        return new CliCommand(
            "edit",
            "Edit a story in your editor, and save it.",
            [story, confirmation.Option],
            async context =>
            {
                var (key, editor) = (context.FindStory(story), Editor.CommandOf(context.Environment));
                var shown = (await context.Client.Stories.GetAsync(key, cancellationToken: context.CancellationToken)).Value;
                await EditAsync(context, shown, editor, confirmation);
            }
        )
        {
            Details =
            [
                "Opens VISUAL, else EDITOR, else vi. Front matter has headline, standfirst, byline, dateline, slug, desk and language.",
                "Shows what saving would do, and asks. If the story is not saved, the text stays in a file.",
                "Allowed roles: as for revise-article and describe-story.",
            ],
        };
    }

    private static async Task EditAsync(CommandContext context, StoryDetails story, string editor, Confirmation confirmation)
    {
        var directory = Directory.CreateTempSubdirectory("newsroom-");
        var path = Path.Combine(directory.FullName, $"{story.Slug}.md");
        await File.WriteAllTextAsync(path, Write(story), Utf8, context.CancellationToken);
        await Editor.OpenAsync(editor, path, context.CancellationToken);
        ShownVersions.Observe(context, shown => shown.RememberWhole(story.Id, story.Slug, story.Version));
        var commands = Commands(story, StoryFile.Parse(Write(story)), Parse(path));
        if (commands.IsEmpty)
        {
            context.Output.Write("Nothing changed.");
            directory.Delete(recursive: true);
            return;
        }

        var isSaved = false;
        try
        {
            isSaved = await confirmation.AskAsync(context, story.Id, commands) && await SaveAsync(context, story.Id, commands);
        }
        finally
        {
            if (isSaved)
            {
                directory.Delete(recursive: true);
            }
            else
            {
                context.ErrorConsole.Write($"Not saved. Your text is in {path}.");
            }
        }
    }

    private static async Task<bool> SaveAsync(CommandContext context, Guid story, ImmutableArray<StoryCommand> commands)
    {
        CommandResult? saved = null;
        foreach (var command in commands)
        {
            var based = saved is null ? command : command with { BasedOn = saved.Version };
            var response = await context.Client.Stories.SendAsync(story, based, context.IdempotencyKey, context.CancellationToken);
            saved = response.Value;
            await StoryCliCommand.ShowAsync(context, Task.FromResult(response));
        }

        return true;
    }

    private static string Write(StoryDetails story) =>
        StoryFile.Write(
            [
                ("headline", story.Article.Headline),
                ("standfirst", story.Article.Standfirst),
                ("byline", story.Article.Byline),
                ("dateline", story.Article.Dateline),
                ("slug", story.Slug),
                ("desk", story.Desk),
                ("language", story.Language),
            ],
            story.Article.Body
        );

    private static StoryFile Parse(string path)
    {
        try
        {
            return StoryFile.Parse(TextOf(path));
        }
        catch (FormatException failure)
        {
            throw new UsageException($"{failure.Message} Your text is in {path}.");
        }
    }

    private static string TextOf(string path) => Parsing.TextInput.ReadFile(path);

    /// <summary>Returns the commands that make the changes: of the texts, and of the description.</summary>
    private static ImmutableArray<StoryCommand> Commands(StoryDetails story, StoryFile before, StoryFile after)
    {
        string? Changed(string key) =>
            after.Matter.TryGetValue(key, out var value) && value != before.Matter.GetValueOrDefault(key) ? value : null;

        var revision = new StoryCommand.ReviseArticle
        {
            Headline = Changed("headline"),
            Standfirst = Changed("standfirst"),
            Body = after.Body == before.Body ? null : after.Body,
            BasedOn = story.Version,
        };
        var description = new StoryCommand.DescribeStory
        {
            Byline = Changed("byline"),
            Dateline = Changed("dateline"),
            Slug = Changed("slug"),
            Desk = Changed("desk"),
            Language = Changed("language"),
            BasedOn = story.Version,
        };
        return
        [
            .. revision is { Headline: null, Standfirst: null, Body: null } ? [] : new StoryCommand[] { revision },
            .. description is { Byline: null, Dateline: null, Slug: null, Desk: null, Language: null }
                ? []
                : new StoryCommand[] { description },
        ];
    }
}
