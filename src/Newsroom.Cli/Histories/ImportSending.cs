using Newsroom.Cli.Asking;
using Newsroom.Cli.Serving;

namespace Newsroom.Cli.Histories;

/// <summary>Sends changes to the newsroom, again where it does not answer.</summary>
internal sealed class ImportSending(Run run, ImportReport report)
{
    private static readonly int[] Pauses = [1, 2, 4, 8, 15, 30, 30, 30, 30];

    // After a request that was too much, the next ones are smaller, and grow again while they succeed.
    private int most = int.MaxValue;

    /// <summary>Sends a request and reports what became of it.</summary>
    /// <exception cref="LocalProblem">The newsroom did not answer for some minutes.</exception>
    public async Task Send(ImportRequest request)
    {
        for (var attempt = 0; request.Changes <= most; attempt++)
        {
            try
            {
                var answer = await run.Server.Post("stories/import-history", request.Body(), basedOn: null, idempotencyKey: null, run.Cancel);
                report.Take(Run.As<ImportedLines>(answer));
                most = Math.Min(most, int.MaxValue / 2) * 2;
                return;
            }
            catch (Exception away) when (attempt < Pauses.Length && away is Unreachable or ProblemAnswer { IsTransient: true })
            {
                run.Aside.Say($"The newsroom does not answer; trying again in {Pauses[attempt]} s.");
                await Task.Delay(TimeSpan.FromSeconds(Pauses[attempt]), run.Machine.Clock, run.Cancel);
                most = Math.Max(1, request.Changes / 2);
            }
        }

        var (first, second) = request.Halves();
        await Send(first);
        await Send(second);
    }
}
