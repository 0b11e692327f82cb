using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Runtime;
using Newsroom.Ledger;

namespace Newsroom.Cli.Ledger;

/// <summary>The options for what a verifier trusts: public keys, and an earlier checkpoint.</summary>
internal static class TrustOptions
{
    public static Option<string[]> NewKeys() =>
        new("--key")
        {
            Required = true,
            HelpName = "vkey",
            AllowMultipleArgumentsPerToken = true,
            Description = "Public key of the ledger, or @file with one key a line; repeatable while a key is being replaced.",
        };

    public static Option<string> NewSince() =>
        new("--since") { HelpName = "file", Description = "File with an earlier checkpoint of the same ledger." };

    public static IReadOnlyList<NoteKey> ReadKeys(CommandContext context, Option<string[]> option)
    {
        var lines = context
            .GetValue(option)!
            .SelectMany(value => value.StartsWith('@') ? LocalFiles.ReadText(value[1..]).Split('\n') : [value])
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && line[0] != '#');
        try
        {
            var keys = lines.Select(NoteKey.Parse).ToList();
            return keys.Count > 0 ? keys : throw new UsageException("--key contains no key.");
        }
        catch (FormatException failure)
        {
            throw new UsageException($"--key: {failure.Message}");
        }
    }

    /// <summary>Reads the earlier checkpoint; returns null where none is given.</summary>
    public static string? ReadSince(CommandContext context, Option<string> option) =>
        context.GetValue(option) is { } file ? LocalFiles.ReadText(file) : null;
}
