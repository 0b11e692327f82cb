using System.CommandLine;
using System.Globalization;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Rendering;
using Newsroom.Client.Numbers;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom numbers</c>: shows how the work of desks goes, by week.</summary>
internal static class NumbersCommand
{
    private static readonly string[] Headings =
    [
        "",
        "Verified",
        "Median",
        "9 in 10",
        "Verdicts",
        "Lapsed",
        "Per 100",
        "Editions",
        "Corrections",
        "Per 100",
        "Refused",
    ];

    public static CliCommand Create()
    {
        var desk = new Option<string?>("--desk") { HelpName = "desk", Description = "Only the numbers of this desk." };
        var from = new Option<string?>("--from") { HelpName = "week", Description = "First week, such as 2026-W37." };
        var to = new Option<string?>("--to") { HelpName = "week", Description = "Last week, included." };
        return new CliCommand(
            "numbers",
            "Show time to verify, lapsed verdicts, corrections and refusals by week.",
            [desk, from, to],
            context =>
                context.ShowAsync(
                    context.Client.Numbers.GetAsync(
                        context.GetValue(desk),
                        context.GetValue(from),
                        context.GetValue(to),
                        context.CancellationToken
                    ),
                    WriteReport
                )
        )
        {
            Details =
            [
                "Twelve weeks without --from, up to this week without --to; at most 53.",
                "Time to verify: from when a passage was marked to its first verdict of verified; its median, and what nine in ten "
                    + "did not exceed. Stories that you may not read are not counted.",
            ],
        };
    }

    private static void WriteReport(ConsoleRenderer console, NumbersReport report)
    {
        console.WriteTable(
            Headings,
            [
                .. report.Weeks.Select(week => Row(week.Week, week.Numbers)),
                .. report.Desks.Where(_ => report.Desk is null).Select(desk => Row(desk.Name, desk.Numbers)),
                Row("All", report.Total),
            ]
        );
        if (report.Total.Reasons.Count > 0)
        {
            console.WriteHeading("Refusals by reason");
            console.WriteTable(
                ["Reason", "Refused"],
                report.Total.Reasons.Select(reason =>
                    new IRenderable[] { ConsoleRenderer.Cell(reason.Code), ConsoleRenderer.Cell(Number(reason.Count)) }
                )
            );
        }
    }

    private static IRenderable[] Row(string name, DeskNumbers numbers) =>
        [
            .. new[]
            {
                name,
                Number(numbers.Verified),
                Duration(numbers.MedianSecondsToVerify),
                Duration(numbers.NinetiethSecondsToVerify),
                Number(numbers.Verdicts),
                Number(numbers.Lapses),
                Rate(numbers.LapsesPerHundredVerdicts),
                Number(numbers.Editions),
                Number(numbers.Corrections),
                Rate(numbers.CorrectionsPerHundredEditions),
                Number(numbers.Refusals),
            }.Select(text => ConsoleRenderer.Cell(text)),
        ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Rate(decimal? rate) => rate is { } value ? value.ToString("0.0", CultureInfo.InvariantCulture) : "";

    private static string Duration(long? seconds) => seconds is { } value ? ShortDuration.Of(value) : "";
}
