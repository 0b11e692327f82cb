using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Speakers;
using Newsroom.Domain.Speakers;
using Newsroom.Evidence.Records;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Operations.Store;

/// <summary>
/// Compares the keys of confidential sources with the identities sealed under them. A key must open its identity, and must not outlive an
/// erasure.
/// </summary>
internal sealed class SourceKeyComparison
{
    private const string Type = "identity_sealed";

    private readonly Dictionary<string, List<string>> identities = [];

    /// <summary>Adds an event that seals an identity; ignores others.</summary>
    public void Add(LedgerRecord record)
    {
        if (record.Type == Type && Text(record.Data["speaker"]) is { } speaker && Text(record.Data["sealed"]) is { } what)
        {
            if (!identities.TryGetValue(speaker, out var known))
            {
                identities[speaker] = known = [];
            }

            known.Add(what);
        }
    }

    /// <summary>Returns what differs.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="last">The sequence of the last event that was added.</param>
    /// <param name="cancellationToken">Cancels the comparison.</param>
    public async Task<IReadOnlyList<IntegrityIssue>> FindAsync(NpgsqlConnection connection, long last, CancellationToken cancellationToken)
    {
        var found = new List<IntegrityIssue>();
        var keys = await KeysAsync(connection, cancellationToken);
        foreach (var speaker in identities.Keys.Union(keys.Keys).Order(StringComparer.Ordinal))
        {
            if (
                Describe(speaker, keys.GetValueOrDefault(speaker)) is { } wrong
                && !await IsSealedAfterAsync(connection, speaker, last, cancellationToken)
            )
            {
                found.Add(new IntegrityIssue(IntegrityIssueKind.SourceKeyChanged, $"The key of the source {speaker} {wrong}"));
            }
        }

        return found;
    }

    private string? Describe(string speaker, byte[]? key)
    {
        var known = identities.GetValueOrDefault(speaker) ?? [];
        if (known.Count == 0 || known[^1] == ErasableParts.Erased)
        {
            return key is null ? null : "exists, but no identity is sealed under it.";
        }

        if (key is null)
        {
            return "is missing: the sealed identity cannot be read.";
        }

        return known.Where(what => what != ErasableParts.Erased).All(what => Opens(key, speaker, what))
            ? null
            : "does not open the identity sealed under it.";
    }

    private static bool Opens(byte[] key, string speaker, string what)
    {
        try
        {
            _ = SealedIdentity.Open(key, speaker, what);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static async Task<Dictionary<string, byte[]>> KeysAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select speaker, key from {SourceKeys.Name}", connection);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var keys = new Dictionary<string, byte[]>();
        while (await rows.ReadAsync(cancellationToken))
        {
            keys[rows.GetString(0)] = rows.GetFieldValue<byte[]>(1);
        }

        return keys;
    }

    // The ledger follows the commands: an identity may be sealed that it does not have yet.
    private static async Task<bool> IsSealedAfterAsync(
        NpgsqlConnection connection,
        string speaker,
        long last,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(
            $"select exists (select from {MartenNames.Events} where stream_id = $1 and type = $2 and seq_id > $3)",
            connection
        )
        {
            Parameters =
            {
                new() { Value = StreamIds.Of("speaker", speaker) },
                new() { Value = Type },
                new() { Value = last },
            },
        };
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private static string? Text(JsonNode? value) => value is JsonValue given && given.TryGetValue<string>(out var text) ? text : null;
}
