using System.CommandLine;
using System.Text;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Runtime;
using Newsroom.Domain.Stories;

namespace Newsroom.Cli.Editing;

/// <summary>Shows what commands would do, and asks whether to send them.</summary>
internal sealed class Confirmation
{
    private readonly Option<bool> yes = new("--yes") { Arity = ArgumentArity.Zero, Description = "Save without asking." };

    public Option Option => yes;

    /// <summary>Returns whether the commands are to be sent.</summary>
    /// <exception cref="UsageException">Standard input is not a terminal.</exception>
    public async Task<bool> AskAsync(CommandContext context, Guid story, IReadOnlyList<StoryCommand> commands)
    {
        if (context.GetValue(yes))
        {
            return true;
        }

        foreach (var command in commands)
        {
            context.Output.WritePreview((await context.Client.Stories.PreviewAsync(story, command, context.CancellationToken)).Value);
        }

        if (context.Preview)
        {
            return false;
        }

        if (!context.Environment.InIsTerminal)
        {
            throw new UsageException("Standard input is no terminal, so the question whether to save cannot be asked. Add --yes.");
        }

        context.Output.WritePrompt("Save? [y/N]");
        using var answers = new StreamReader(context.Environment.In, Encoding.UTF8, leaveOpen: true);
        var answer = await answers.ReadLineAsync(context.CancellationToken);
        return answer?.Trim() is "y" or "Y" or "yes";
    }
}
