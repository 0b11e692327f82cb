using System.CommandLine;
using Newsroom.Cli.Asking;
using Newsroom.Ledger;

namespace Newsroom.Cli.Ledgers;

/// <summary>What somebody who verifies brings along: keys they trust, and a checkpoint they kept.</summary>
internal static class Keys
{
    /// <summary>The option for keys.</summary>
    public static Option<string[]> Option() => new("--key") { Required = true, HelpName = "vkey", AllowMultipleArgumentsPerToken = true, Description = "The ledger's public key, or @file with one a line; repeat it while a key is being changed." };

    /// <summary>The option for an earlier checkpoint.</summary>
    public static Option<string> Since() => new("--since") { HelpName = "file", Description = "An earlier checkpoint of the same ledger, as a file you kept." };

    /// <summary>The keys given.</summary>
    public static IReadOnlyList<NoteKey> Read(Run run, Option<string[]> option)
    {
        var lines = run.Of(option)!.SelectMany(given => given.StartsWith('@') ? Files.Text(given[1..]).Split('\n') : [given]).Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#');
        try
        {
            return lines.Select(NoteKey.Parse).ToList() is { Count: > 0 } keys ? keys : throw new LocalProblem("--key names no key.");
        }
        catch (FormatException problem)
        {
            throw new LocalProblem($"--key: {problem.Message}");
        }
    }

    /// <summary>The checkpoint given; null for none.</summary>
    public static string? ReadSince(Run run, Option<string> option) => run.Of(option) is { } file ? Files.Text(file) : null;
}
