using System.Text;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Runtime;
using Newsroom.Cli.Stories;
using Newsroom.Domain.Stories;

namespace Newsroom.Cli.Checking;

/// <summary><c>newsroom check</c>: asks for the verdict on each quote and claim of a story.</summary>
internal static class CheckCommand
{
    public static CliCommand Create()
    {
        var story = new StoryArgument();
        return new CliCommand("check", "Check the quotes and claims of a story one by one.", [story], ActAsync)
        {
            Details =
            [
                "Shows each passage that you have not checked, with the earlier checks and their evidence, and asks for your verdict: "
                    + "v for verified, d disputed, w wrong, u unverifiable, s to skip, q to quit.",
                "Then enter evidence as “kind: citation”, such as “recording: Council webcast, 12 March”, or as @evidence.json; an empty "
                    + "line ends it. For the first piece, an empty line takes the evidence of the passage before. Every verdict but "
                    + "verified needs a reason.",
                CommandHelp.AllowedRoles(
                    CommandCatalog.Of<StoryCommand.FactCheck>().Roles,
                    CommandCatalog.Of<StoryCommand.FactCheck>().Condition
                ),
            ],
        };

        async Task ActAsync(CommandContext context)
        {
            if (!context.Environment.InIsTerminal)
            {
                throw new UsageException(
                    "check asks questions, so standard input must be a terminal. In scripts, use “newsroom fact-check --passage”."
                );
            }

            if (context.Preview)
            {
                throw new UsageException("check has no preview. Use “newsroom fact-check --passage” with --preview.");
            }

            var me = (await context.Client.Worklists.GetMeAsync(context.CancellationToken)).Value;
            var read = (
                await context.Client.Stories.GetAsync(context.FindStory(story), cancellationToken: context.CancellationToken)
            ).Value;
            using var answers = new StreamReader(context.Environment.In, Encoding.UTF8);
            await new CheckingSession(context, answers, read, me.Person).RunAsync();
        }
    }
}
