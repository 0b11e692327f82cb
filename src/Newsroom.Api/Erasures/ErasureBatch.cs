using Newsroom.Api.Infrastructure.Idempotency;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Ledger;
using Newsroom.Api.Speakers;
using Newsroom.Domain.Erasures;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Erasures;

/// <summary>Removes words, salts, keys and stored responses, in one round trip.</summary>
internal static class ErasureBatch
{
    /// <summary>Removes everything that the parts name.</summary>
    public static async Task ExecuteAsync(
        NpgsqlTransaction transaction,
        Erasure erasure,
        IReadOnlyList<FoundPart> parts,
        CancellationToken cancellationToken
    )
    {
        await using var batch = new NpgsqlBatch(transaction.Connection!, transaction);
        batch.BatchCommands.Add(
            new($"select set_config('{AppendOnlyGuard.Erasing}', $1, true)") { Parameters = { new() { Value = erasure.Id.ToString() } } }
        );
        foreach (var part in parts)
        {
            Mask(batch, part);
        }

        if (erasure.Kind == ErasureKind.Identity)
        {
            batch.BatchCommands.Add(
                new($"delete from {SourceKeys.Name} where speaker = $1") { Parameters = { new() { Value = erasure.Subject } } }
            );
        }

        EmptyResponses(batch, parts);
        RenewStories(batch, parts);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static void Mask(NpgsqlBatch batch, FoundPart part)
    {
        batch.BatchCommands.Add(
            new($"update {MartenNames.Events} set data = jsonb_set(data, $2, $3::jsonb, false) where seq_id = $1")
            {
                Parameters =
                {
                    new() { Value = part.Sequence },
                    new() { Value = part.Part.Path[1..].Split('/') },
                    new() { Value = ErasableParts.Mask(part.Type).ToJsonString() },
                },
            }
        );
        batch.BatchCommands.Add(
            new($"delete from {LedgerTables.Salts} where sequence = $1 and path = $2")
            {
                Parameters =
                {
                    new() { Value = part.Sequence },
                    new() { Value = part.Part.Path },
                },
            }
        );
    }

    /// <summary>Writes the rows of stories again: nodes keep responses, with evidence, while the rows are unchanged.</summary>
    private static void RenewStories(NpgsqlBatch batch, IReadOnlyList<FoundPart> parts) =>
        batch.BatchCommands.Add(
            new($"update {MartenNames.Documents}story set {MartenNames.VersionColumn} = {MartenNames.VersionColumn} where id = any($1)")
            {
                Parameters = { new() { Value = parts.Select(part => part.Stream).Distinct().ToArray() } },
            }
        );

    private static void EmptyResponses(NpgsqlBatch batch, IReadOnlyList<FoundPart> parts) =>
        batch.BatchCommands.Add(
            new(
                $"""
                update {IdempotencyRecord.Table} set data = jsonb_set(jsonb_set(data, '{"{request}"}', '""'), '{"{answer,body}"}', '""')
                where {IdempotencyRecord.StreamInSql} = any($1)
                """
            )
            {
                Parameters = { new() { Value = parts.Select(part => part.Stream).Distinct().ToArray() } },
            }
        );
}
