using System.Text.Json;
using Newsroom.Domain.Erasures;
using Newsroom.Ledger;

namespace Newsroom.Evidence.Records;

/// <summary>Reads erasures from ledger records.</summary>
public static class RecordedErasures
{
    /// <summary>The stored name of the event.</summary>
    public const string Type = "erasure_carried_out";

    /// <summary>Returns the parts that an event records as erased; none for other events.</summary>
    /// <exception cref="FormatException">The erasure cannot be read.</exception>
    public static IEnumerable<ErasedPart> In(LedgerRecord record)
    {
        try
        {
            if (record.Type != Type)
            {
                return [];
            }

            var erasure = record.Data.Deserialize<ErasureEvent.ErasureCarriedOut>(JsonSerializerOptions.Web);
            return erasure is { Parts: { IsDefault: false } parts } && parts.All(p => p is { Path: not null })
                ? parts
                : throw new FormatException($"The erasure {record.Event} does not name the erased parts.");
        }
        catch (JsonException problem)
        {
            throw new FormatException($"The erasure {record.Event} cannot be read.", problem);
        }
    }
}
