using System.Text.Json;
using Newsroom.Cli.Asking;
using Newsroom.Cli.Screens;
using Newsroom.Cli.Serving;

namespace Newsroom.Cli.Ledgers;

/// <summary><c>newsroom verify-store</c>: whether the event tables are what the ledger says.</summary>
internal static class VerifyStore
{
    /// <summary>The verb.</summary>
    public static Verb Verb()
    {
        var since = Keys.Since();
        return new Verb("verify-store", "Compare every event in the database with the ledger.", [since], async run =>
        {
            var path = Query.Of("ledger/verify-store", ("since", Keys.ReadSince(run, since)));
            StoreReportPage? report = null;
            await run.Aside.Progress("Comparing", "events", async (total, done) =>
            {
                await foreach (var line in run.Server.Lines(path, null, run.Cancel))
                {
                    var next = JsonSerializer.Deserialize<StoreReportPage>(line, JsonSerializerOptions.Web) ?? throw new JsonException();
                    total((int)next.Of);
                    done((int)(next.Events - (report?.Events ?? 0)));
                    report = next;
                }
            });
            Show(run, report is { IsDone: true } ? report : throw new LocalProblem("The newsroom stopped answering before everything was compared. Start again; nothing is lost."));
        })
        {
            Details = ["Nothing waits for it and nothing is changed. The exit code is 1 where something is wrong.", "For auditor, admin."],
        };
    }

    private static void Show(Run run, StoreReportPage report)
    {
        if (run.Json)
        {
            run.Screen.Verbatim(JsonSerializer.Serialize(report, JsonSerializerOptions.Web));
        }
        else
        {
            run.Screen.Say([(report.Wrong == 0 ? "The store is what the ledger says" : "The store is not what the ledger says", report.Wrong == 0 ? Styles.Good : Styles.Bad), ($": {report.Events:N0} events compared{(report.Erased > 0 ? $", {report.Erased:N0} {(report.Erased == 1 ? "part" : "parts")} of them erased" : "")}.", null)]);
            foreach (var finding in report.Findings)
            {
                run.Screen.Say([($"  {finding.Damage}: ", Styles.Bad), (finding.Message, null)]);
            }
        }

        if (report.Wrong > 0)
        {
            throw new LocalProblem($"{report.Wrong:N0} {(report.Wrong == 1 ? "thing is" : "things are")} wrong. Keep the database as it is, and the checkpoints you have: they are evidence. The runbook says what to do.");
        }
    }
}

/// <summary>How far the comparison has come.</summary>
internal sealed record StoreReportPage(long Events, long Of, int Erased, int Wrong, IReadOnlyList<StoreFindingPage> Findings, bool IsDone, string? Checkpoint = null);

/// <summary>Something that is wrong.</summary>
internal sealed record StoreFindingPage(string Damage, string Message, long? Sequence = null, Guid? Event = null);
