using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Runtime;
using Newsroom.Evidence.Bundles;
using Newsroom.Ledger;

namespace Newsroom.Cli.Ledger;

/// <summary><c>newsroom verify</c>: verifies evidence offline.</summary>
internal static class VerifyCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static CliCommand Create()
    {
        var file = new Argument<string>("file")
        {
            Description = "Bundle (.zip), receipt of an edition (.proof), or proof of one event (.tlog-proof).",
        };
        var keys = TrustOptions.NewKeys();
        var since = TrustOptions.NewSince();
        var page = new Option<string>("--page") { HelpName = "file", Description = "Page (.md) to compare with the words of a receipt." };
        return new CliCommand(
            "verify",
            "Verify a bundle, a receipt or a proof offline.",
            [file, keys, since, page],
            context =>
            {
                var trusted = TrustOptions.ReadKeys(context, keys);
                var earlier = TrustOptions.ReadSince(context, since);
                Show(context, Verify(context.GetValue(file)!, trusted, earlier, context.GetValue(page)));
                return Task.CompletedTask;
            }
        )
        {
            Details =
            [
                "The key is the ledger's vkey, name+id+base64. Get it from another source than the file.",
                "With --since, the file also proves that the ledger only grew after that checkpoint.",
                "Proved are the events, their order and the words of every edition. "
                    + "Files for reading (history.txt and others) are as the maker wrote them.",
                "Exit code: 0 if everything is proved, otherwise 3.",
            ],
        };
    }

    private static Verification Verify(string path, IReadOnlyList<NoteKey> trusted, string? since, string? page)
    {
        if (path.EndsWith(".proof", StringComparison.OrdinalIgnoreCase))
        {
            return since is null
                ? ReceiptVerifier.Verify(LocalFiles.ReadText(path), trusted, page is null ? null : LocalFiles.ReadText(page))
                : throw new UsageException("A receipt cannot be compared with an earlier checkpoint. Omit --since.");
        }

        if (page is not null)
        {
            throw new UsageException("--page is compared with a receipt (.proof) only.");
        }

        return path.EndsWith(".tlog-proof", StringComparison.OrdinalIgnoreCase)
            ? ProofVerifier.Verify(LocalFiles.ReadText(path), trusted, since)
            : VerifyBundle(path, trusted, since);
    }

    private static Verification VerifyBundle(string path, IReadOnlyList<NoteKey> trusted, string? since)
    {
        try
        {
            using var archive = LocalFiles.OpenRead(path);
            return BundleVerifier.Verify(BundleArchive.Read(archive), trusted, since);
        }
        catch (FormatException failure)
        {
            return new Verification(false, null, [], failure.Message, "Ask for the bundle again.");
        }
    }

    private static void Show(CommandContext context, Verification verification)
    {
        if (context.Json)
        {
            context.Output.WriteRaw(JsonSerializer.Serialize(verification, Json));
        }
        else
        {
            Write(context.Output, verification);
        }

        if (!verification.Holds)
        {
            context.ReportIncomplete($"First error: {verification.Wrong}\n{verification.Meaning}");
        }
    }

    private static void Write(ConsoleRenderer console, Verification verification)
    {
        var title = verification.Title is { } text ? $"  {text}" : "";
        console.Write([verification.Holds ? ("VERIFIED", Styles.Success) : ("NOT VERIFIED", Styles.Failure), (title, Styles.Heading)]);
        foreach (var line in verification.Proved)
        {
            console.Write($"  {line}");
        }

        if (verification.Scope is { } scope)
        {
            console.Write($"  {scope}");
        }
    }
}
