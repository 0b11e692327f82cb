using Newsroom.Cli.Invocation;
using Newsroom.Cli.Rendering;
using Newsroom.Client.Http;
using Newsroom.Client.Stories;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;

namespace Newsroom.Cli.Stories;

/// <summary>Names the checks that the policy still requires, to a person who has just checked.</summary>
internal static class RemainingChecks
{
    private static readonly string[] Gates = [Gate.QuotesVerified.ToKebabCase(), Gate.ClaimsChecked.ToKebabCase()];

    /// <summary>Writes what the gates of checks still require. The check is recorded, so a failure to read them is no failure.</summary>
    public static async Task ShowAsync(CommandContext context, StoryKey story)
    {
        GateReport report;
        try
        {
            report = (await context.Client.Stories.GetGatesAsync(story, context.CancellationToken)).Value;
        }
        catch (Exception failure) when (failure is ApiException or ApiUnreachableException or UnexpectedResponseException)
        {
            context.ErrorConsole.Write($"Recorded. What is still required could not be read: {failure.Message}");
            return;
        }

        var left = report
            .Gates.Where(gate => gate.Outcome == "failed" && Gates.Contains(gate.Gate))
            .SelectMany(gate => gate.Reasons.Where(reason => reason.Waiver is null))
            .ToList();
        if (left.Count == 0)
        {
            context.Output.Write("Every check that the policy requires is made.", Styles.Success);
            return;
        }

        context.Output.Write($"Still required before publication ({left.Count}):");
        foreach (var reason in left)
        {
            context.Output.WriteIndented(reason.Message);
        }
    }
}
