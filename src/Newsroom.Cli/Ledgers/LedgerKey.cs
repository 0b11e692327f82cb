using System.CommandLine;
using System.Text;
using Newsroom.Cli.Asking;
using Newsroom.Ledger;

namespace Newsroom.Cli.Ledgers;

/// <summary><c>newsroom ledger-key</c>: a key to sign a ledger with.</summary>
internal static class LedgerKey
{
    /// <summary>The verb.</summary>
    public static Verb Verb()
    {
        var name = new Argument<string>("name") { Description = "The ledger's name, such as newsroom.example/ledger; it never changes, whatever the key." };
        var to = new Option<string>("--to") { Required = true, HelpName = "file", Description = "The file for the private key; one that is there is not written over." };
        return new Verb("ledger-key", "Make a key to sign a ledger with, and print its public half.", [name, to], run =>
        {
            try
            {
                var signer = NoteSigner.Generate(run.Of(name)!);
                Files.WriteSecret(run.Of(to)!, Encoding.UTF8.GetBytes($"{signer.Secret()}\n"));
                run.Aside.Say("Publish this key where readers and auditors will find it, apart from the newsroom itself:");
                run.Screen.Verbatim(signer.Key.ToString());
            }
            catch (FormatException problem)
            {
                throw new LocalProblem(problem.Message);
            }

            return Task.CompletedTask;
        })
        {
            Details = ["The newsroom reads the file that Ledger:KeyFile names. To change a key, add the new one as a further line: both sign until you take the old one out, and leave its public half."],
        };
    }
}
