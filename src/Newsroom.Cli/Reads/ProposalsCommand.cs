using Newsroom.Cli.Invocation;
using Newsroom.Cli.Parsing;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Stories;
using Newsroom.Client.Stories;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom proposals</c>: proposes speakers of unmarked quotations and sentences to check.</summary>
internal static class ProposalsCommand
{
    public static CliCommand Create()
    {
        var story = new StoryArgument();
        var limit = new NumberOption("--limit", "The number of sentences to check.");
        return new CliCommand(
            "proposals",
            "Propose speakers of unmarked quotations and sentences to check.",
            [story, limit],
            async context =>
            {
                var id = context.FindStory(story);
                var proposals = context.Client.Stories.GetProposalsAsync(id, (int?)context.GetValue(limit), context.CancellationToken);
                await context.ShowAsync(proposals, WriteProposals);
                var response = await proposals;
                ShownVersions.Observe(context, shown => shown.RememberList(response.Value.Story, response.Value.Version));
            }
        )
        {
            Details = ["Proposals are an aid: nothing is stored. Use “newsroom mark” or attribute-quote, and flag-claim."],
        };
    }

    private static void WriteProposals(ConsoleRenderer console, StoryProposals proposals)
    {
        console.Write(
            $"Version {proposals.Version}: {proposals.Speakers.Count} speakers, {proposals.Claims.Count} sentences.",
            Styles.Heading
        );
        console.WriteTable(
            ["No.", "Speaker", "Quotation and reason"],
            proposals.Speakers.Select(p =>
                new IRenderable[]
                {
                    ConsoleRenderer.Cell($"{p.Proposal.Number}"),
                    ConsoleRenderer.Cell(p.Proposal.Speaker ?? "?", p.Proposal.Speaker is null ? Styles.Muted : Styles.Success),
                    ConsoleRenderer.Cell($"{p.Proposal.Words}\n{p.Message}"),
                }
            )
        );
        console.WriteTable(
            ["Score", "Where", "Sentence and reasons"],
            proposals.Claims.Select(c =>
                new IRenderable[]
                {
                    ConsoleRenderer.Cell(FormattableString.Invariant($"{c.Proposal.Score:0.0}")),
                    ConsoleRenderer.Cell($"{c.Proposal.Field}:{c.Proposal.Range.Start}-{c.Proposal.Range.End}"),
                    ConsoleRenderer.Cell($"{c.Proposal.Words}\n{c.Message}"),
                }
            )
        );
    }
}
