namespace Newsroom.Domain.Kernel;

/// <summary>Somebody tried something and was refused. The words they tried are not kept, only their digest.</summary>
/// <param name="Command">The command.</param>
/// <param name="Kind">What sort of refusal it was.</param>
/// <param name="Code">Its stable code.</param>
/// <param name="Why">Its sentence, without words of the command; people stand in it in braces as their identities.</param>
/// <param name="Request">SHA-256 of the command as JSON, 64 lower-case hexadecimal digits: shows later what exactly was tried, to who has it.</param>
/// <param name="Story">The story; null where there is none.</param>
/// <param name="Version">The version it had.</param>
public sealed record CommandRefused(string Command, RefusalKind Kind, string Code, string Why, string Request, Guid? Story, long? Version)
{
    /// <summary>How many refusals of one person a minute are kept; further ones are counted.</summary>
    public const int MostPerMinute = 30;

    /// <summary>Whether a refusal is kept: that it was not allowed, collided or broke a rule. What could not be understood or was only late is not.</summary>
    public static bool IsKept(Refusal refusal) => refusal.Kind is RefusalKind.Forbidden or RefusalKind.Overlap or RefusalKind.Rule;
}

/// <summary>Somebody was refused more often in a minute than is kept one by one.</summary>
/// <param name="Person">Who.</param>
/// <param name="Minute">The minute, by its beginning.</param>
/// <param name="Count">How many more there were than are kept.</param>
public sealed record RefusalsCounted(string Person, DateTimeOffset Minute, int Count);
