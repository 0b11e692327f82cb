using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Erasures;

/// <summary>Finds the requested erasures that await the decision of a person.</summary>
public static class ErasureWork
{
    /// <summary>
    /// Returns the command that decides an erasure: a request without data to erase can only be rejected. Null where the erasure does not
    /// await this person.
    /// </summary>
    public static ConfigurationCommand? CommandOf(Erasure erasure, ErasureContext context) =>
        ErasureDecider.Decide(erasure, new ApproveErasure(), context).Refusal switch
        {
            null => ConfigurationCatalog.ApproveErasure,
            { Code: ErasureDecider.NothingToErase } => ConfigurationCatalog.RejectErasure,
            _ => null,
        };
}
