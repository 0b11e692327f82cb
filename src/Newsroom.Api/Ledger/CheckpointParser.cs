using Newsroom.Domain.Kernel;
using Newsroom.Ledger;

namespace Newsroom.Api.Ledger;

/// <summary>Parses the checkpoint that a request gives as <c>since</c>.</summary>
internal static class CheckpointParser
{
    /// <summary>Reads it.</summary>
    /// <param name="since">The note as it was given; null where none was.</param>
    /// <param name="note">The note; null where none was given.</param>
    /// <returns>The refusal, or null.</returns>
    public static Refusal? Read(string? since, out SignedNote? note)
    {
        note = null;
        try
        {
            note = since is null ? null : SignedNote.Parse(since);
            _ = note is null ? null : Checkpoint.Parse(note.Text);
            return null;
        }
        catch (FormatException problem)
        {
            return new Refusal(RefusalKind.Malformed, "checkpoint-malformed", $"since is no checkpoint: {problem.Message}");
        }
    }

    /// <summary>Reads it, and refuses one of another ledger.</summary>
    public static Refusal? Read(string? since, LedgerKeys keys, out SignedNote? note)
    {
        if (Read(since, out note) is { } malformed)
        {
            return malformed;
        }

        try
        {
            return note is null || !note.SignedBy(keys.All).IsEmpty
                ? null
                : Refusal.Rule(
                    "checkpoint-of-another-ledger",
                    $"The checkpoint given is not signed with a key of this ledger, {keys.Origin}: nothing can be proved from it."
                );
        }
        catch (FormatException problem)
        {
            return Refusal.Rule("checkpoint-of-another-ledger", $"The checkpoint given is not this ledger's: {problem.Message}");
        }
    }
}
