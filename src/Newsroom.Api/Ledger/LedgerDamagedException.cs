namespace Newsroom.Api.Ledger;

/// <summary>The ledger's own tables do not have what they must: somebody changed them.</summary>
public sealed class LedgerDamagedException(string message) : Exception(message);
