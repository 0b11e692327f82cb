using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Ledger;

namespace Newsroom.Api.Ledger;

/// <summary>
/// The keys that sign checkpoints. <c>Ledger:Key</c> holds them, or the file that <c>Ledger:KeyFile</c> names: a private key a line; and
/// the public keys of
/// earlier ones, which sign no more but are still told. While a key is changed, both sign, so that whoever knows either can verify.
/// </summary>
public sealed class LedgerKeys
{
    /// <summary>How the names of keys begin that a Development host generates. No other environment signs with them.</summary>
    public const string DevelopmentNames = "newsroom-development/";

    private const string DevelopmentFile = "ledger.key";

    private readonly ImmutableArray<NoteSigner> signers;

    private LedgerKeys(ImmutableArray<NoteSigner> signers, ImmutableArray<NoteKey> earlier)
    {
        this.signers = signers;
        Origin = signers[0].Key.Name;
        All = [.. signers.Select(s => s.Key), .. earlier];
    }

    /// <summary>The log's name, which is its keys' name.</summary>
    public string Origin { get; }

    /// <summary>The public keys: first of those that sign, then of earlier ones.</summary>
    public ImmutableArray<NoteKey> All { get; }

    /// <summary>The keys that the configuration names; in development one that is made at the first start.</summary>
    /// <exception cref="SettingsException">There is none outside Development, or what is given are no keys.</exception>
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
        MakeForDevelopment(path);
        return Parse(File.ReadAllText(path), path);
    }

    /// <summary>Keys as they stand in a file, a line each; empty lines and those beginning with # say nothing.</summary>
    /// <exception cref="SettingsException">A line is no key, none signs, or they are not of one log.</exception>
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

            return signers.Select(s => s.Key.Name).Concat(earlier.Select(k => k.Name)).Distinct().Count() > 1
                ? throw new SettingsException($"{where} has keys of several names. All keys of one ledger have its name.")
                : new LedgerKeys(signers, earlier);
        }
        catch (FormatException problem)
        {
            throw new SettingsException($"{where}: {problem.Message}");
        }
    }

    /// <summary>The public keys of those that sign.</summary>
    public IEnumerable<NoteKey> Signing => signers.Select(s => s.Key);

    /// <summary>Signs a checkpoint of this log.</summary>
    /// <param name="size">How many leaves it covers.</param>
    /// <param name="root">The root over them.</param>
    /// <param name="previous">The checkpoint that it follows; null for none.</param>
    public string Sign(long size, MerkleHash root, PreviousCheckpoint? previous = null) =>
        SignedNote.Sign(new Checkpoint(Origin, size, root) { Previous = previous }.Text, signers).ToString();

    // Every development ledger is another log: two must never be taken for one that forked.
    private static void MakeForDevelopment(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            using var made = PrivateFile.Create(path);
            made.Write(
                Encoding.UTF8.GetBytes(
                    $"{NoteSigner.Generate($"{DevelopmentNames}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}").Secret()}\n"
                )
            );
        }
        catch (IOException) when (File.Exists(path))
        {
            // Made before, or by another process just now.
        }
    }
}
