using System.CommandLine;
using System.Text;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Parsing;
using Newsroom.Cli.Runtime;
using Newsroom.Cli.Stories;
using Newsroom.Client.Stories;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;

namespace Newsroom.Cli.Marking;

/// <summary><c>newsroom mark</c>: asks for the speaker of each unmarked quotation of a story.</summary>
internal static class MarkCommand
{
    private const int DefaultClaims = 5;

    public static CliCommand Create()
    {
        var story = new StoryArgument();
        var role = new Option<string>("--as") { HelpName = "role", Description = "Role to act in, when you hold several that fit." };
        role.AcceptOnlyFromAmong([.. CommandCatalog.Of<StoryCommand.AttributeQuote>().Roles.Select(r => r.ToKebabCase())]);
        var claims = new NumberOption("--claims", "How many sentences to propose as claims. Default: 5.");
        return new CliCommand("mark", "Mark the quotations and claims of a story one by one.", [story, role, claims], ActAsync)
        {
            Details =
            [
                "Asks for the speaker of each quotation that is neither attributed nor dismissed. Answer with the id or the name of a "
                    + "speaker, with “+Name, office” to register one, with an empty line to accept the proposed one, s to skip, d to "
                    + "dismiss the quotation with a reason, or q to quit.",
                "Then proposes the sentences most worth checking, and asks for others.",
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
            var limit = (int)Math.Clamp(context.GetValue(claims) ?? DefaultClaims, 1, int.MaxValue);
            var proposals = (await context.Client.Stories.GetProposalsAsync(id, limit, context.CancellationToken)).Value;
            var actAs = Enum.GetValues<Role>().Cast<Role?>().FirstOrDefault(r => r!.Value.ToKebabCase() == context.GetValue(role));
            using var answers = new StreamReader(context.Environment.In, Encoding.UTF8);
            if (!await new MarkingSession(context, answers, read.Value, quoted, [.. speakers], proposals, actAs).RunAsync())
            {
                return;
            }

            var proposed = context.GetValue(claims) is 0 ? proposals with { Claims = [] } : proposals;
            await new ClaimSession(context, answers, read.Value.Id, proposed, actAs).RunAsync();
            context.Output.Write($"When all is marked: newsroom submit-for-review {read.Value.Slug}");
        }
    }
}
