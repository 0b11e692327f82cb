using Marten.Schema;

namespace Newsroom.Api.Infrastructure.Idempotency;

/// <summary>
/// The response that a command got, stored in the command's transaction, so that a repeat under the same Idempotency-Key gets it again.
/// Only successes are stored: a refused command is decided again.
/// </summary>
/// <param name="Key">The caller and their key, hashed.</param>
/// <param name="Request">What was asked, hashed; empty once the response was erased.</param>
/// <param name="Answer">The response.</param>
/// <param name="At">When it was stored; it expires by this.</param>
[DocumentAlias(Alias)]
public sealed record IdempotencyRecord(string Key, string Request, StoredResponse Answer, DateTimeOffset At)
{
    /// <summary>The table's name without its prefix.</summary>
    public const string Alias = "idempotentanswer";

    /// <summary>The table.</summary>
    public const string Table = $"newsroom.mt_doc_{Alias}";
}
