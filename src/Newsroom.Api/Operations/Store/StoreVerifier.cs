using System.Data;
using System.Runtime.CompilerServices;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Ledger;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Operations.Store;

/// <summary>
/// Compares the store with the ledger: every leaf is computed again from its event, every hash from the leaves, every checkpoint from the
/// hashes; and whatever else decides what is read of the
/// record is compared with what it follows from.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="keys">The keys that sign the ledger.</param>
/// <param name="host">What the database has to be; null where that is not compared.</param>
/// <param name="schema">What tables, functions and permissions have to be; null where that is not compared.</param>
/// <param name="configuration">Says how often the ledger is signed; null for the default.</param>
public sealed class StoreVerifier(
    NpgsqlDataSource database,
    LedgerKeys keys,
    HostIdentity? host = null,
    SchemaComparison? schema = null,
    IConfiguration? configuration = null
)
{
    private readonly SigningComparison signings = new(
        configuration is null ? CheckpointTimer.Default : CheckpointTimer.Every(configuration)
    );

    /// <summary>Walks over everything the ledger holds, in one snapshot of the database. Nothing waits for it.</summary>
    /// <param name="since">A checkpoint that somebody kept outside; null for none.</param>
    /// <param name="cancellationToken">The end of the walk.</param>
    /// <returns>How far it has come, again and again; the last one is its result.</returns>
    public async IAsyncEnumerable<StoreReport> WalkAsync(SignedNote? since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await foreach (var report in WalkAsync(connection, since, schema, cancellationToken))
        {
            yield return report;
        }
    }

    /// <summary>Walks over what a transaction sees, without the schema.</summary>
    internal IAsyncEnumerable<StoreReport> WalkAsync(NpgsqlConnection connection, SignedNote? since, CancellationToken cancellationToken) =>
        WalkAsync(connection, since, null, cancellationToken);

    private async IAsyncEnumerable<StoreReport> WalkAsync(
        NpgsqlConnection connection,
        SignedNote? since,
        SchemaComparison? compared,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var range = await StoreRange.InAsync(connection, cancellationToken);
        var walk = new StoreComparison(connection, keys, range);
        if (since is not null)
        {
            walk.Await(since, "The checkpoint given");
        }

        await walk.BeginAsync(cancellationToken);
        for (var after = range.First - 1; after < range.Last; )
        {
            var to = await range.PageEndAsync(connection, after, cancellationToken);
            await walk.CompareAsync(after, to, cancellationToken);
            after = to;
            yield return walk.Report(isDone: false);
        }

        await foreach (var found in StreamRows.WalkAsync(connection, cancellationToken))
        {
            walk.Add(found);
        }

        await walk.FinishAsync(cancellationToken);
        walk.Add(await signings.FindAsync(connection, cancellationToken));
        if (host is not null)
        {
            walk.Add(await IdentityComparison.FindAsync(connection, host, cancellationToken));
        }

        if (compared is not null)
        {
            walk.Add(await compared.FindAsync(cancellationToken));
        }

        yield return walk.Report(isDone: true);
    }
}
