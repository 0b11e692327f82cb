using System.Data;
using System.Runtime.CompilerServices;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Ledger;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Operations.Store;

/// <summary>
/// Verifies the store against the ledger: recomputes every leaf from its event, every hash from the leaves and every root from the hashes,
/// and compares the other tables that decide what is read of the record.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="keys">The keys that sign the ledger.</param>
/// <param name="host">The identity that the database must have; null to skip the comparison.</param>
/// <param name="schema">Compares tables, functions and permissions; null to skip the comparison.</param>
public sealed class StoreVerifier(
    NpgsqlDataSource database,
    LedgerKeys keys,
    HostIdentity? host = null,
    SchemaComparison? schema = null
)
{
    /// <summary>Verifies the whole store in one snapshot of the database, without locks.</summary>
    /// <param name="since">A checkpoint that was kept elsewhere; null for none.</param>
    /// <param name="cancellationToken">Cancels the verification.</param>
    /// <returns>Its progress; the last report is its result.</returns>
    public async IAsyncEnumerable<StoreReport> VerifyAsync(SignedNote? since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Before the snapshot, because the owner compares the schema on another connection: while this one held its locks, both could wait
        // for a change of a table that waits for this one.
        var differences = schema is null ? [] : await schema.FindAsync(cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await foreach (var report in VerifyAsync(connection, since, differences, cancellationToken))
        {
            yield return report;
        }
    }

    /// <summary>Verifies what a transaction sees, without the schema.</summary>
    internal IAsyncEnumerable<StoreReport> VerifyAsync(
        NpgsqlConnection connection,
        SignedNote? since,
        CancellationToken cancellationToken
    ) => VerifyAsync(connection, since, [], cancellationToken);

    private async IAsyncEnumerable<StoreReport> VerifyAsync(
        NpgsqlConnection connection,
        SignedNote? since,
        IReadOnlyList<IntegrityIssue> schemaDifferences,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var range = await StoreRange.ReadAsync(connection, cancellationToken);
        var walk = new StoreComparison(connection, keys, range);
        if (since is not null)
        {
            walk.Expect(since, "The checkpoint given");
        }

        await walk.BeginAsync(cancellationToken);
        for (var after = range.First - 1; after < range.Last;)
        {
            var to = await range.PageEndAsync(connection, after, cancellationToken);
            await walk.CompareAsync(after, to, cancellationToken);
            after = to;
            yield return walk.Report(isDone: false);
        }

        await foreach (var found in StreamComparison.FindAsync(connection, cancellationToken))
        {
            walk.Add(found);
        }

        await walk.FinishAsync(cancellationToken);
        walk.Add(await SigningComparison.FindAsync(connection, cancellationToken));
        if (host is not null)
        {
            walk.Add(await IdentityComparison.FindAsync(connection, host, cancellationToken));
        }

        walk.Add(schemaDifferences);
        yield return walk.Report(isDone: true);
    }
}
