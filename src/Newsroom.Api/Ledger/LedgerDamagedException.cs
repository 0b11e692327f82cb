namespace Newsroom.Api.Ledger;

/// <summary>The tables of the ledger are incomplete: they were changed by force.</summary>
public sealed class LedgerDamagedException(string message) : Exception(message);
