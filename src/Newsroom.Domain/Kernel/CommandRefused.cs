namespace Newsroom.Domain.Kernel;

/// <summary>Records a refused command. Stores the digest of its content, not the content.</summary>
/// <param name="Command">The command's name.</param>
/// <param name="Kind">The kind of refusal.</param>
/// <param name="Code">The stable refusal code.</param>
/// <param name="Why">The reason, without content of the command; people appear in braces as identities.</param>
/// <param name="Request">SHA-256 of the command as JSON, 64 lower-case hexadecimal digits. Identifies the request to its holder.</param>
/// <param name="Story">The story; null if there is none.</param>
/// <param name="Version">The story's version at that time.</param>
public sealed record CommandRefused(string Command, RefusalKind Kind, string Code, string Why, string Request, Guid? Story, long? Version)
{
    /// <summary>The number of refusals recorded individually per person and minute; further ones are counted.</summary>
    public const int MaxPerMinute = 30;

    /// <summary>Returns whether a refusal is recorded: only 403, 409 and 422.</summary>
    public static bool IsKept(Refusal refusal) => refusal.Kind is RefusalKind.Forbidden or RefusalKind.Overlap or RefusalKind.Rule;
}

/// <summary>Counts the refusals of one person beyond <see cref="CommandRefused.MaxPerMinute"/>.</summary>
/// <param name="Person">The person.</param>
/// <param name="Minute">The start of the minute.</param>
/// <param name="Count">The number of refusals not recorded individually.</param>
public sealed record RefusalsCounted(string Person, DateTimeOffset Minute, int Count);
