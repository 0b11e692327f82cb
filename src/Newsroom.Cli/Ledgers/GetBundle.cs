using System.CommandLine;
using System.Text;
using Newsroom.Cli.Asking;
using Newsroom.Cli.Serving;
using Newsroom.Cli.Stories;

namespace Newsroom.Cli.Ledgers;

/// <summary><c>newsroom bundle</c> and <c>newsroom checkpoint</c>: evidence to take away.</summary>
internal static class GetBundle
{
    /// <summary>The verbs.</summary>
    public static IEnumerable<Verb> Verbs()
    {
        var story = new StoryArgument();
        var to = new Option<string>("--to") { Required = true, HelpName = "file", Description = "The file to write; one that is there is not written over." };
        var since = Keys.Since();
        yield return new Verb("bundle", "Write the evidence of a story to a file that anybody can verify.", [story, to, since], async run =>
        {
            var id = await run.Find(run.Of(story)!);
            var bundle = await run.Server.Bytes(Query.Of($"stories/{id}/bundle", ("since", Keys.ReadSince(run, since))), run.Cancel);
            Files.WriteNew(run.Of(to)!, bundle);
            run.Aside.Say($"Wrote {run.Of(to)}: {bundle.Length:N0} bytes. Hand the ledger's public key over another way; “newsroom verify” needs both.");
        })
        {
            Details = ["With --since the bundle also proves that the ledger was only added to since that checkpoint.", "For auditor, chief-editor."],
        };

        yield return new Verb("checkpoint", "Print the ledger's latest signed checkpoint, to be kept somewhere else.", [], async run =>
            run.Machine.Out.Write(Encoding.UTF8.GetString(await run.Server.Bytes("ledger/checkpoint", run.Cancel, anonymous: true))))
        {
            Details = ["Whoever keeps one can later prove whether the ledger was rewritten: newsroom verify --since, newsroom verify-store --since.", "For everybody."],
        };
    }
}
