using Newsroom.Cli.Invocation;
using Newsroom.Client.Http;

namespace Newsroom.Cli.Imports;

/// <summary>Sends import requests; repeats those that got no answer, which is safe because imported changes are skipped.</summary>
internal sealed class ImportSender(CommandContext context, ImportReport report)
{
    private static readonly int[] DelaysInSeconds = [1, 2, 4, 8, 15, 30, 30, 30, 30];

    // Halved when a request is too much for the server, doubled with every success.
    private int maxChanges = int.MaxValue;

    public async Task SendAsync(ImportRequest request)
    {
        for (var attempt = 0; request.Changes <= maxChanges; attempt++)
        {
            try
            {
                var response = await context.Client.Imports.ImportHistoryAsync(request.ToJson(), context.CancellationToken);
                report.Add(response.Value);
                maxChanges = Math.Min(maxChanges, int.MaxValue / 2) * 2;
                return;
            }
            catch (Exception failure) when (attempt < DelaysInSeconds.Length && IsTransient(failure))
            {
                context.ErrorConsole.Write($"The server does not answer. Retrying in {DelaysInSeconds[attempt]} s.");
                await Task.Delay(TimeSpan.FromSeconds(DelaysInSeconds[attempt]), context.Environment.Clock, context.CancellationToken);
                maxChanges = Math.Max(1, request.Changes / 2);
            }
        }

        var (first, second) = request.Split();
        await SendAsync(first);
        await SendAsync(second);
    }

    private static bool IsTransient(Exception failure) => failure is ApiUnreachableException or ApiException { IsTransient: true };
}
