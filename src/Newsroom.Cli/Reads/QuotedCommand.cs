using Newsroom.Cli.Invocation;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Stories;
using Newsroom.Client.Stories;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom quoted</c>: lists the text in quotation marks in a story.</summary>
internal static class QuotedCommand
{
    public static CliCommand Create()
    {
        var story = new StoryArgument();
        var paging = new PagingOptions("place");
        const string summary = "List the text in quotation marks in a story, with its state.";
        return new CliCommand(
            "quoted",
            summary,
            [story, .. paging.All],
            async context =>
            {
                var id = context.FindStory(story);
                var quoted = paging.AreGiven(context)
                    ? context.Client.Stories.GetQuotedAsync(id, paging.Read(context), context.CancellationToken)
                    : context.ReadAllQuotedAsync(id);
                await context.ShowAsync(quoted, WriteQuoted);
                var response = await quoted;
                ShownVersions.Observe(context, shown => shown.RememberList(response.Value.Story, response.Value.Version));
            }
        );
    }

    private static void WriteQuoted(ConsoleRenderer console, QuotedText quoted)
    {
        console.Write($"Version {quoted.Version}: text of {quoted.FewestWords} words or more is a quotation.", Styles.Heading);
        console.WriteTable(
            ["No.", "Where", "State", "Words"],
            quoted.Quoted.Select(span =>
                new IRenderable[]
                {
                    ConsoleRenderer.Cell($"{span.Number}"),
                    ConsoleRenderer.Cell($"{span.Field} {span.Range.Start}"),
                    ConsoleRenderer.Cell(State(span), span.State is "unattributed" or "unclosed" ? Styles.Failure : Styles.Muted),
                    ConsoleRenderer.Cell($"{span.Words}{Dismissal(span)}"),
                }
            )
        );
    }

    private static string Dismissal(QuotedSpan span)
    {
        if (span.Dismissal is { } dismissal)
        {
            return $"\nDismissed by {ConsoleRenderer.PersonName(dismissal.By)}: {dismissal.Reason}";
        }

        return span.DismissedBefore is { } before
            ? $"\nDismissed in {before.Slug} by {ConsoleRenderer.PersonName(before.By)}: {before.Reason}"
            : "";
    }

    private static string State(QuotedSpan span)
    {
        var state = span.Proposal is { } proposal ? $"{span.State}, proposed as {proposal}" : span.State;
        var check = span.Check is { } checkState ? $", {checkState}" : "";
        return span.Quote is { } quote ? $"{state}: {quote}{check}" : state;
    }
}
