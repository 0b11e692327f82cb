using Newsroom.Cli.Invocation;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Runtime;
using Newsroom.Cli.Stories;
using Newsroom.Client.Http;
using Newsroom.Client.Stories;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;

namespace Newsroom.Cli.Marking;

/// <summary>Asks which sentences are claims: those proposed first, then others by their words.</summary>
internal sealed class ClaimSession(CommandContext context, TextReader answers, Guid story, StoryProposals proposals, Role? role)
{
    private int flagged;

    /// <summary>Asks until all proposed sentences were answered, or the person quits.</summary>
    public async Task RunAsync()
    {
        foreach (var (index, proposed) in proposals.Claims.Index())
        {
            context.Output.WriteHeading($"Sentence {index + 1} of {proposals.Claims.Count}");
            context.Output.Write(proposed.Proposal.Words);
            context.Output.Write($"Proposed: {proposed.Message}", Styles.Pending);
            if (!await AskAsync(proposed.Proposal))
            {
                break;
            }
        }

        while (await ReadAsync("The words of another sentence to check, or Enter to end:") is { Length: > 0 } words)
        {
            await FlagAsync(new StoryCommand.FlagClaim(words));
        }

        context.Output.Write($"Flagged {flagged} {(flagged == 1 ? "claim" : "claims")}.");
    }

    /// <summary>Returns whether to continue with the next sentence.</summary>
    private async Task<bool> AskAsync(ClaimProposal proposal)
    {
        while (await ReadAsync("f flag as a claim to check, s skip, q no more proposals:") is { } answer and not "q")
        {
            switch (answer)
            {
                case "s":
                    return true;
                case "f":
                    await FlagAsync(
                        new StoryCommand.FlagClaim
                        {
                            Range = new FieldRange(proposal.Range.Start, proposal.Range.End) { Field = FieldOf(proposal) },
                        }
                    );
                    return true;
                default:
                    break;
            }
        }

        return false;
    }

    private async Task<string?> ReadAsync(string question)
    {
        context.Output.WritePrompt(question);
        return (await answers.ReadLineAsync(context.CancellationToken))?.Trim();
    }

    private async Task FlagAsync(StoryCommand.FlagClaim command)
    {
        try
        {
            var based = command with { BasedOn = proposals.Version, As = role };
            var result = await context.Client.Stories.SendAsync(story, based, cancellationToken: context.CancellationToken);
            ShownVersions.Of(context).Follow(result.Value);
            flagged++;
        }
        catch (ApiException refusal)
        {
            context.ErrorConsole.WriteProblem(refusal, asJson: false);
            context.Outcome = ExitCode.Refused;
        }
    }

    private static ArticleField FieldOf(ClaimProposal proposal) =>
        Enum.GetValues<ArticleField>().First(f => f.ToKebabCase() == proposal.Field);
}
