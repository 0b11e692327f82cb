using System.CommandLine;
using System.Text;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Runtime;
using Newsroom.Ledger;

namespace Newsroom.Cli.Ledger;

/// <summary><c>newsroom ledger-key</c>: creates a signing key.</summary>
internal static class LedgerKeyCommand
{
    public static CliCommand Create()
    {
        var name = new Argument<string>("name")
        {
            Description = "Name of the ledger, such as newsroom.example/ledger; it stays the same when the key changes.",
        };
        var to = new Option<string>("--to")
        {
            Required = true,
            HelpName = "file",
            Description = "File for the private key; an existing file is not overwritten.",
        };
        return new CliCommand(
            "ledger-key",
            "Create a key that signs a ledger, and print its public part.",
            [name, to],
            context =>
            {
                try
                {
                    var signer = NoteSigner.Generate(context.GetValue(name)!);
                    LocalFiles.WriteSecret(context.GetValue(to)!, Encoding.UTF8.GetBytes($"{signer.Secret()}\n"));
                    context.ErrorConsole.Write("Publish this key where readers and auditors find it, independently of the server:");
                    context.Output.WriteRaw(signer.Key.ToString());
                }
                catch (FormatException failure)
                {
                    throw new UsageException(failure.Message);
                }

                return Task.CompletedTask;
            }
        )
        {
            Details =
            [
                "The server reads the file that Ledger:KeyFile names. To replace a key, add the new one as a further line: both sign "
                    + "until you remove the old private key; keep its public part.",
            ],
        };
    }
}
