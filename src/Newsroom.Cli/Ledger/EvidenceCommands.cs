using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Runtime;
using Newsroom.Cli.Stories;
using Newsroom.Client.Ledger;

namespace Newsroom.Cli.Ledger;

/// <summary><c>newsroom bundle</c> and <c>newsroom checkpoint</c>: fetch evidence.</summary>
internal static class EvidenceCommands
{
    public static IEnumerable<CliCommand> CreateAll() => [CreateBundle(), CreateCheckpoint(), CreateKeys()];

    private static CliCommand CreateBundle()
    {
        var story = new StoryArgument();
        var to = new Option<string>("--to")
        {
            Required = true,
            HelpName = "file",
            Description = "File to write; an existing file is not overwritten.",
        };
        var since = TrustOptions.NewSince();
        var files = new Option<bool>("--files")
        {
            Description = "Include the files of evidence that checks name, except confidential ones.",
        };
        const string summary = "Write the evidence of a story to a file for offline verification.";
        return new CliCommand(
            "bundle",
            summary,
            [story, to, since, files],
            async context =>
            {
                var id = context.FindStory(story);
                var earlier = TrustOptions.ReadSince(context, since);
                var bundle = await context.Client.Ledger.GetBundleAsync(id, earlier, context.GetValue(files), context.CancellationToken);
                LocalFiles.WriteNew(context.GetValue(to)!, bundle);
                context.ErrorConsole.Write(
                    $"Wrote {context.GetValue(to)}: {bundle.Length:N0} bytes. “newsroom verify” also needs the ledger's public key: "
                        + "send it by another channel."
                );
            }
        )
        {
            Details =
            [
                "With --since, the bundle also proves that the ledger only grew after that checkpoint.",
                "Allowed roles: auditor, chief-editor.",
            ],
        };
    }

    private static CliCommand CreateCheckpoint() =>
        CreatePrinter(
            "checkpoint",
            "Print the latest signed checkpoint of the ledger.",
            "A checkpoint kept elsewhere proves later whether the ledger was rewritten: newsroom verify --since, "
                + "newsroom verify-store --since.",
            (ledger, cancellationToken) => ledger.GetCheckpointAsync(cancellationToken)
        );

    private static CliCommand CreateKeys() =>
        CreatePrinter(
            "ledger-keys",
            "Print the public keys that the ledger is and was signed with.",
            "A line is a vkey for newsroom verify --key. Compare it with the one that the newsroom publishes elsewhere: a server "
                + "that forged its record would also forge this answer.",
            (ledger, cancellationToken) => ledger.GetKeysAsync(cancellationToken)
        );

    private static CliCommand CreatePrinter(
        string name,
        string summary,
        string detail,
        Func<LedgerClient, CancellationToken, Task<string>> read
    ) =>
        new(
            name,
            summary,
            [],
            async context => context.Environment.Out.Write(await read(context.PublicClient.Ledger, context.CancellationToken))
        )
        {
            Details = [detail, "No token required."],
        };
}
