using Marten.Schema;

namespace Newsroom.Api.Erasures;

/// <summary>
/// An erasure that is carried out and not settled: projections may still write what they read of the erased parts before. Stored in the
/// erasure's transaction, deleted once nothing erased is left.
/// </summary>
/// <param name="Id">The erasure.</param>
/// <param name="Since">When it was carried out.</param>
[DocumentAlias(Alias)]
public sealed record ErasureSettlement(Guid Id, DateTimeOffset Since)
{
    /// <summary>The table's name without its prefix.</summary>
    public const string Alias = "erasuresettlement";

    /// <summary>The table.</summary>
    public const string Table = $"newsroom.mt_doc_{Alias}";
}
