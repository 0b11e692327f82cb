using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Newsroom.Cli.Asking;
using Newsroom.Cli.Screens;
using Newsroom.Evidence.Bundles;
using Newsroom.Ledger;

namespace Newsroom.Cli.Ledgers;

/// <summary><c>newsroom verify</c>: whether evidence holds, without the newsroom it comes from.</summary>
internal static class Verify
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The verb.</summary>
    public static Verb Verb()
    {
        var file = new Argument<string>("file") { Description = "A bundle (.zip), or the proof of one event (.tlog-proof)." };
        var keys = Keys.Option();
        var since = Keys.Since();
        return new Verb("verify", "Verify a bundle or a proof against the ledger's public key: no newsroom, no network, no database.", [file, keys, since], run =>
        {
            var trusted = Keys.Read(run, keys);
            var earlier = Keys.ReadSince(run, since);
            var given = run.Of(file)!;
            var verification = given.EndsWith(".tlog-proof", StringComparison.OrdinalIgnoreCase) ? ProofVerifier.Verify(Files.Text(given), trusted, earlier) : OfBundle(given, trusted, earlier);
            Show(run, verification);
            return Task.CompletedTask;
        })
        {
            Details =
            [
                "The key is the newsroom's vkey, name+id+base64. Get it from somebody other than who gave you the file.",
                "Give a checkpoint you kept with --since to learn whether the ledger was rewritten after it.",
                "Proved are the events, their order and the words of every edition. Files for reading (history.txt and others) are as the maker wrote them.",
                "The exit code is 0 where everything is proved, and 1 where anything is not.",
            ],
        };
    }

    private static Verification OfBundle(string path, IReadOnlyList<NoteKey> trusted, string? since)
    {
        try
        {
            using var archive = Files.Open(path);
            return BundleVerifier.Verify(BundleArchive.Read(archive), trusted, since);
        }
        catch (FormatException problem)
        {
            return new Verification(false, null, [], problem.Message, "Ask for the bundle again.");
        }
    }

    private static void Show(Run run, Verification verification)
    {
        if (run.Json)
        {
            run.Screen.Verbatim(JsonSerializer.Serialize(verification, Json));
        }
        else
        {
            run.Screen.Say([(verification.Holds ? "VERIFIED" : "NOT VERIFIED", verification.Holds ? Styles.Good : Styles.Bad), (verification.Title is { } title ? $"  {title}" : "", Styles.Title)]);
            foreach (var proved in verification.Proved)
            {
                run.Screen.Say($"  {proved}");
            }

            if (verification.Scope is { } scope)
            {
                run.Screen.Say($"  {scope}");
            }
        }

        if (!verification.Holds)
        {
            throw new LocalProblem($"The first thing that is wrong: {verification.Wrong}\n{verification.Meaning}");
        }
    }
}
