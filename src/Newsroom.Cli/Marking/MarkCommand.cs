using System.CommandLine;
using System.Text;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Runtime;
using Newsroom.Cli.Stories;
using Newsroom.Client.Stories;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;

namespace Newsroom.Cli.Marking;

/// <summary><c>newsroom mark</c>: asks for the speaker of each unmarked quotation of a story.</summary>
internal static class MarkCommand
{
    public static CliCommand Create()
    {
        var story = new StoryArgument();
        var role = new Option<string>("--as") { HelpName = "role", Description = "Role to act in, when you hold several that fit." };
        role.AcceptOnlyFromAmong([.. CommandCatalog.Of<StoryCommand.AttributeQuote>().Roles.Select(r => r.ToKebabCase())]);
        return new CliCommand("mark", "Mark the quotations of a story one by one.", [story, role], ActAsync)
        {
            Details =
            [
                "Asks for the speaker of each quotation that is neither attributed nor dismissed. Answer with the id or the name of a "
                    + "speaker, with an empty line to accept the proposed one, s to skip, d to dismiss the quotation with a "
                    + "reason, or q to quit.",
                CommandHelp.AllowedRoles(CommandCatalog.Of<StoryCommand.AttributeQuote>().Roles, condition: ""),
            ],
        };

        async Task ActAsync(CommandContext context)
        {
            if (!context.Environment.InIsTerminal)
            {
                throw new UsageException(
                    "mark asks questions, so standard input must be a terminal. In scripts, use “newsroom attribute-quote --nth”."
                );
            }

            if (context.Preview)
            {
                throw new UsageException("mark has no preview. Use “newsroom attribute-quote --nth” with --preview.");
            }

            var id = context.FindStory(story);
            var quoted = (await context.ReadAllQuotedAsync(id)).Value;
            var read = await context.Client.Stories.GetAsync(id, new PointInTime(quoted.Version), context.CancellationToken);
            var speakers = (await context.Client.Speakers.ListAsync(context.CancellationToken)).Value.Items;
            var proposals = (await context.Client.Stories.GetProposalsAsync(id, limit: 1, context.CancellationToken)).Value;
            var actAs = Enum.GetValues<Role>().Cast<Role?>().FirstOrDefault(r => r!.Value.ToKebabCase() == context.GetValue(role));
            using var answers = new StreamReader(context.Environment.In, Encoding.UTF8);
            await new MarkingSession(context, answers, read.Value, quoted, speakers, proposals, actAs).RunAsync();
        }
    }
}
