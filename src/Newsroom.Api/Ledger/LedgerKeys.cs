using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Ledger;
using Newsroom.Local;

namespace Newsroom.Api.Ledger;

/// <summary>
/// The keys that sign checkpoints, from <c>Ledger:Key</c> or the file in <c>Ledger:KeyFile</c>: one private key a line, and the public keys
/// of earlier ones, which no longer sign but are still published. During a change of keys both sign, so that either verifies.
/// </summary>
public sealed class LedgerKeys
{
    /// <summary>The beginning of the names of keys that a Development host generates. No other environment signs with them.</summary>
    public const string DevelopmentPrefix = "newsroom-development/";

    private const string DevelopmentFile = "ledger.key";

    private readonly ImmutableArray<NoteSigner> signers;

    private LedgerKeys(ImmutableArray<NoteSigner> signers, ImmutableArray<NoteKey> earlier)
    {
        this.signers = signers;
        Origin = signers[0].Key.Name;
        All = [.. signers.Select(s => s.Key), .. earlier];
    }

    /// <summary>The log's name, which is also its keys'.</summary>
    public string Origin { get; }

    /// <summary>All public keys: those that sign, then earlier ones.</summary>
    public ImmutableArray<NoteKey> All { get; }

    /// <summary>Returns the configured keys; in Development one that is generated at the first start.</summary>
    /// <exception cref="SettingsException">No key is configured outside Development, or a key is invalid.</exception>
    internal static LedgerKeys Find(IConfiguration configuration, IHostEnvironment environment, DataDirectory data)
    {
        if (configuration["Ledger:Key"] is { Length: > 0 } given)
        {
            return Parse(given, "Ledger:Key");
        }

        if (configuration["Ledger:KeyFile"] is { Length: > 0 } file)
        {
            return File.Exists(file)
                ? Parse(File.ReadAllText(file), file)
                : throw new SettingsException(
                    $"Ledger:KeyFile names {file}, and there is no such file. Make a key with `newsroom ledger-key <name>`."
                );
        }

        if (!environment.IsDevelopment())
        {
            throw new SettingsException(
                $"{environment.EnvironmentName} signs its ledger: set Ledger:KeyFile to a file with a key made by `newsroom ledger-key "
                    + "<name>`, or Ledger:Key to the key itself."
            );
        }

        var path = Path.Combine(data.Path, DevelopmentFile);
        return Parse(PrivateFile.ReadOrCreate(path, GenerateForDevelopment), path);
    }

    /// <summary>Parses keys, one a line; empty lines and lines beginning with # are ignored.</summary>
    /// <exception cref="SettingsException">A line is not a key, no key is private, or they have several names.</exception>
    internal static LedgerKeys Parse(string text, string where)
    {
        try
        {
            var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(l => !l.StartsWith('#'))
                .ToLookup(l => l.StartsWith("PRIVATE+KEY+", StringComparison.Ordinal));
            var (signers, earlier) = (
                lines[true].Select(NoteSigner.Parse).ToImmutableArray(),
                lines[false].Select(NoteKey.Parse).ToImmutableArray()
            );
            if (signers.IsEmpty)
            {
                throw new SettingsException($"{where} has no private key to sign the ledger with.");
            }

            return signers.Select(s => s.Key.Name).Concat(earlier.Select(k => k.Name)).Distinct().Count() == 1
                ? new LedgerKeys(signers, earlier)
                : throw new SettingsException($"{where} has keys of several names. All keys of one ledger have its name.");
        }
        catch (FormatException problem)
        {
            throw new SettingsException($"{where}: {problem.Message}");
        }
    }

    /// <summary>The public keys that sign.</summary>
    public IEnumerable<NoteKey> Signing => signers.Select(s => s.Key);

    /// <summary>Signs a checkpoint of this log.</summary>
    /// <param name="size">The number of leaves it covers.</param>
    /// <param name="root">The root hash over them.</param>
    /// <param name="previous">The checkpoint that it follows; null for none.</param>
    public string Sign(long size, MerkleHash root, PreviousCheckpoint? previous = null) =>
        SignedNote.Sign(new Checkpoint(Origin, size, root) { Previous = previous }.Text, signers).ToString();

    // Each development ledger has its own name: two must not be taken for one that forked.
    private static string GenerateForDevelopment() =>
        $"{NoteSigner.Generate($"{DevelopmentPrefix}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}").Secret()}\n";
}
