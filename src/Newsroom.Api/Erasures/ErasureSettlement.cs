using Marten.Schema;
using Newsroom.Api.Infrastructure.Persistence;

namespace Newsroom.Api.Erasures;

/// <summary>
/// An erasure that is carried out but not settled: projections may still write erased parts that they read before. Stored in the erasure's
/// transaction, deleted once the erasure is settled.
/// </summary>
/// <param name="Id">The erasure.</param>
/// <param name="Since">When it was carried out.</param>
[DocumentAlias(Alias)]
public sealed record ErasureSettlement(Guid Id, DateTimeOffset Since)
{
    /// <summary>The table's name without its prefix.</summary>
    public const string Alias = "erasuresettlement";

    /// <summary>The table.</summary>
    public const string Table = $"{MartenNames.Documents}{Alias}";
}
