using System.Text.Json;
using Newsroom.Domain.Erasures;
using Newsroom.Ledger;

namespace Newsroom.Evidence.Records;

/// <summary>What the ledger itself says was erased.</summary>
public static class RecordedErasures
{
    /// <summary>The name an erasure that was carried out is stored under.</summary>
    public const string Type = "erasure_carried_out";

    /// <summary>The parts that an event says were erased; none where it is no such event.</summary>
    /// <exception cref="FormatException">It is one, and cannot be read.</exception>
    public static IEnumerable<ErasedPart> In(LedgerRecord record)
    {
        try
        {
            return record.Type != Type ? []
                : record.Data.Deserialize<ErasureEvent.ErasureCarriedOut>(JsonSerializerOptions.Web)
                    is { Parts: { IsDefault: false } parts }
                && parts.All(p => p is { Path: not null })
                    ? parts
                : throw new FormatException($"The erasure {record.Event} does not say what was erased.");
        }
        catch (JsonException problem)
        {
            throw new FormatException($"The erasure {record.Event} cannot be read.", problem);
        }
    }
}
