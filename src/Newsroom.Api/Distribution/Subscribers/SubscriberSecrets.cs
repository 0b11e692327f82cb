using System.Security.Cryptography;
using Npgsql;

namespace Newsroom.Api.Distribution.Subscribers;

/// <summary>Makes and reads the secrets that notices are signed with (Standard Webhooks 1.0).</summary>
internal sealed class SubscriberSecrets(NpgsqlDataSource database, SecretProtection protection, TimeProvider clock)
{
    /// <summary>The beginning of a secret.</summary>
    public const string Prefix = "whsec_";

    /// <summary>The maximum number of rows that health reads.</summary>
    private const int MaxRead = 1_000;

    private const int Length = 32;

    /// <summary>Makes a secret for a subscriber, and encrypts it.</summary>
    /// <exception cref="SecretKeysException">There are no keys to encrypt it with.</exception>
    public (string Secret, StoredSecret Stored) Make(string subscriber)
    {
        var (secret, now) = ($"{Prefix}{Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length))}", clock.GetUtcNow());
        return (secret, new StoredSecret(Guid.CreateVersion7(now), subscriber, protection.Protect(subscriber, secret), now));
    }

    /// <summary>
    /// Reads the secrets that are valid, the current one first: at most two, none where the subscriber was removed. One whose key is lost
    /// is left out where another can be read.
    /// </summary>
    /// <param name="subscriber">The subscriber.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="SecretKeysException">No secret can be decrypted.</exception>
    public async Task<IReadOnlyList<string>> ReadAsync(string subscriber, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (secrets, lost) = (new List<string>(), default(SecretKeysException));
        foreach (var (_, ciphertext) in await RowsAsync(subscriber, now, cancellationToken))
        {
            try
            {
                secrets.Add(protection.Unprotect(subscriber, ciphertext));
            }
            catch (SecretKeysException failure)
            {
                lost = failure;
            }
        }

        return secrets.Count == 0 && lost is not null ? throw lost : secrets;
    }

    /// <summary>Returns the subscribers with a secret that cannot be decrypted, and why; empty where there are none.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FindLostAsync(CancellationToken cancellationToken)
    {
        var lost = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (subscriber, ciphertext) in await RowsAsync(subscriber: null, clock.GetUtcNow(), cancellationToken))
        {
            try
            {
                protection.Unprotect(subscriber, ciphertext);
            }
            catch (SecretKeysException failure)
            {
                lost[subscriber] = failure.Message;
            }
        }

        return lost;
    }

    /// <summary>Deletes the secrets whose overlap is over.</summary>
    /// <returns>The number of deleted secrets.</returns>
    public async Task<int> DeleteExpiredAsync(CancellationToken cancellationToken)
    {
        await using var delete = database.CreateCommand($"delete from {SecretTable.Name} where valid_until <= $1");
        delete.Parameters.Add(new() { Value = clock.GetUtcNow().UtcDateTime });
        return await delete.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<List<(string Subscriber, byte[] Ciphertext)>> RowsAsync(
        string? subscriber,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await using var read = database.CreateCommand(
            $"""
            select subscriber, ciphertext from {SecretTable.Name}
            where ($1::text is null or subscriber = $1) and (valid_until is null or valid_until > $2)
            order by valid_until nulls first, valid_from desc limit {MaxRead}
            """
        );
        read.Parameters.Add(new() { Value = (object?)subscriber ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        read.Parameters.Add(new() { Value = now.UtcDateTime });
        await using var reader = await read.ExecuteReaderAsync(cancellationToken);
        var rows = new List<(string, byte[])>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add((reader.GetString(0), reader.GetFieldValue<byte[]>(1)));
        }

        return rows;
    }
}
