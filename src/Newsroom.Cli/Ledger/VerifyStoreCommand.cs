using System.Text.Json;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Runtime;
using Newsroom.Client.Ledger;

namespace Newsroom.Cli.Ledger;

/// <summary><c>newsroom verify-store</c>: compares the event store with the ledger.</summary>
internal static class VerifyStoreCommand
{
    public static CliCommand Create()
    {
        var since = TrustOptions.NewSince();
        return new CliCommand(
            "verify-store",
            "Compare every event in the database with the ledger.",
            [since],
            async context =>
            {
                var results = context.Client.Ledger.VerifyStoreAsync(TrustOptions.ReadSince(context, since), context.CancellationToken);
                StoreReport? latest = null;
                await context.ErrorConsole.WithProgressAsync(
                    "Comparing",
                    "events",
                    async (setTotal, increment) =>
                    {
                        await foreach (var result in results)
                        {
                            setTotal(result.Of);
                            increment(result.Events - (latest?.Events ?? 0));
                            latest = result;
                        }
                    }
                );
                if (latest is not { IsDone: true })
                {
                    context.ReportIncomplete("The server stopped before all events were compared. Run the command again.");
                    return;
                }

                Show(context, latest);
            }
        )
        {
            Details =
            [
                "The server stays available, and nothing is changed. Exit code: 3 if there are discrepancies.",
                "Allowed roles: auditor, admin.",
            ],
        };
    }

    private static void Show(CommandContext context, StoreReport result)
    {
        if (context.Json)
        {
            context.Output.WriteRaw(JsonSerializer.Serialize(result, JsonSerializerOptions.Web));
        }
        else
        {
            Write(context.Output, result);
        }

        if (result.Wrong > 0)
        {
            var found = result.Wrong == 1 ? "1 discrepancy" : $"{result.Wrong:N0} discrepancies";
            context.ReportIncomplete(
                $"{found} found. Keep the database and your checkpoints unchanged as evidence, and follow the runbook."
            );
        }
    }

    private static void Write(ConsoleRenderer console, StoreReport result)
    {
        var erased = result.Erased switch
        {
            0 => "",
            1 => ", 1 part of them erased",
            var count => $", {count:N0} parts of them erased",
        };
        console.Write([
            result.Wrong == 0 ? ("The store matches the ledger", Styles.Success) : ("The store does not match the ledger", Styles.Failure),
            ($": {result.Events:N0} events compared{erased}.", null),
        ]);
        foreach (var discrepancy in result.Findings)
        {
            console.Write([($"  {discrepancy.Damage}: ", Styles.Failure), (discrepancy.Message, null)]);
        }
    }
}
