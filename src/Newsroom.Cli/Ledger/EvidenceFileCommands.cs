using System.CommandLine;
using System.Security.Cryptography;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Runtime;

namespace Newsroom.Cli.Ledger;

/// <summary><c>newsroom add-evidence</c> and <c>newsroom get-evidence</c>: store and fetch files of evidence.</summary>
internal static class EvidenceFileCommands
{
    public static IEnumerable<CliCommand> CreateAll() => [CreateAdd(), CreateGet()];

    private static CliCommand CreateAdd()
    {
        var file = new Argument<string>("file") { Description = "File to store, at most 100 MB." };
        var confidential = new Option<bool>("--confidential") { Description = "Record each read of the file." };
        return new CliCommand(
            "add-evidence",
            "Store a file of evidence and print its digest, which evidence of a check can name.",
            [file, confidential],
            async context =>
            {
                var path = context.GetValue(file)!;
                string digest;
                await using (var content = LocalFiles.OpenRead(path))
                {
                    digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, context.CancellationToken));
                }

                await context.ShowAsync(
                    context.Client.EvidenceFiles.PutAsync(
                        digest,
                        () => LocalFiles.OpenRead(path),
                        Path.GetFileName(path),
                        context.GetValue(confidential),
                        context.CancellationToken
                    ),
                    (console, stored) => console.Write($"{stored.Id}  {stored.MediaType}, {stored.Bytes:N0} bytes")
                );
            }
        )
        {
            Details = ["Allowed roles: reporter, editor, fact-checker, legal."],
        };
    }

    private static CliCommand CreateGet()
    {
        var digest = new Argument<string>("sha256") { Description = "Digest of the file." };
        var to = new Option<string>("--to")
        {
            Required = true,
            HelpName = "file",
            Description = "File to write; an existing file is not overwritten.",
        };
        return new CliCommand(
            "get-evidence",
            "Write a file of evidence to a local file; a read of a confidential one is recorded.",
            [digest, to],
            async context =>
            {
                using var content = new MemoryStream();
                await context.Client.EvidenceFiles.CopyToAsync(context.GetValue(digest)!, content, context.CancellationToken);
                LocalFiles.WriteNew(context.GetValue(to)!, content.ToArray());
                context.ErrorConsole.Write($"Wrote {context.GetValue(to)}: {content.Length:N0} bytes.");
            }
        );
    }
}
