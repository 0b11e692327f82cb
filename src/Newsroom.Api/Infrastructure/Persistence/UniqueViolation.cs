using Npgsql;

namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>Recognizes commits that failed on a unique index.</summary>
public static class UniqueViolation
{
    /// <summary>Returns whether a commit failed because <paramref name="index"/> already has the value.</summary>
    public static bool IsUniqueViolation(this Exception failure, string index)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } violation && violation.ConstraintName == index)
            {
                return true;
            }
        }

        return false;
    }
}
