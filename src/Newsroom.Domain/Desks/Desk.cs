namespace Newsroom.Domain.Desks;

/// <summary>A part of the newsroom that stories belong to.</summary>
/// <param name="Id">The id, a slug.</param>
/// <param name="Name">The display name.</param>
/// <param name="Language">The default language of its stories (BCP 47).</param>
public sealed record Desk(string Id, string Name, string Language)
{
    /// <summary>The IANA time zone in which its people write local times; null where none was set.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Folds an event.</summary>
    public static Desk? Evolve(Desk? desk, object happened) => happened is DeskDefined e ? e.Desk : desk;
}

/// <summary>A desk was defined or renamed.</summary>
/// <param name="Desk">The new definition.</param>
public sealed record DeskDefined(Desk Desk);
