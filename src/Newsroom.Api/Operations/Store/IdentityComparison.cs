using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Ledger;
using Npgsql;

namespace Newsroom.Api.Operations.Store;

/// <summary>Compares the stored identity of the database with the host's.</summary>
internal static class IdentityComparison
{
    /// <summary>Returns what differs.</summary>
    public static async Task<IReadOnlyList<IntegrityIssue>> FindAsync(
        NpgsqlConnection connection,
        HostIdentity host,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await IdentityTables.ReadAsync(connection, cancellationToken) is { } said
                ? [.. Differences(host, said).Select(message => new IntegrityIssue(IntegrityIssueKind.IdentityChanged, message))]
                :
                [
                    new IntegrityIssue(
                        IntegrityIssueKind.IdentityChanged,
                        $"{IdentityTables.Identity} is empty: the kind of the database is unknown."
                    ),
                ];
        }
        catch (FormatException problem)
        {
            return [new IntegrityIssue(IntegrityIssueKind.IdentityChanged, problem.Message)];
        }
    }

    private static IEnumerable<string> Differences(HostIdentity host, DatabaseIdentity said)
    {
        if (host.Reject(said) is { } reason)
        {
            yield return reason;
        }

        foreach (var key in host.Keys.Signing.Where(key => !said.Signing.Contains(key) && !said.Retired.Contains(key)))
        {
            yield return $"The key {key.Id}, with which this host signs the ledger, is missing in {IdentityTables.Keys}.";
        }

        foreach (var key in said.Signing.Where(key => !host.Keys.All.Contains(key)))
        {
            yield return $"{IdentityTables.Keys} has a key {key.Id} of {key.Name}, which this host does not have.";
        }
    }
}
