using Marten.Schema;
using Newsroom.Api.Infrastructure.Persistence;

namespace Newsroom.Api.Infrastructure.Idempotency;

/// <summary>
/// The stored response of a command, written in the command's transaction. Repeats with the same Idempotency-Key get it again. Only
/// successes are stored; a refused command is decided again.
/// </summary>
/// <param name="Key">The hash of caller and key.</param>
/// <param name="Request">The hash of the request; empty once the response was erased.</param>
/// <param name="Answer">The response.</param>
/// <param name="At">When it was stored; determines when it expires.</param>
[DocumentAlias(Alias)]
public sealed record IdempotencyRecord(string Key, string Request, StoredResponse Answer, DateTimeOffset At)
{
    /// <summary>The table's name without its prefix.</summary>
    public const string Alias = "idempotentanswer";

    /// <summary>The table.</summary>
    public const string Table = $"{MartenNames.Documents}{Alias}";

    /// <summary><see cref="At"/> in SQL, as in its index.</summary>
    public const string AtInSql = $"{MartenNames.ImmutableTimestamp}(data ->> 'at')";

    /// <summary>The stream of <see cref="Answer"/> in SQL, as in its index.</summary>
    public const string StreamInSql = "CAST(data -> 'answer' ->> 'story' as uuid)";
}
