using Newsroom.Cli.Screens;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

/// <summary>A story in a list.</summary>
internal sealed record StoryCard(
    Guid Id,
    long Version,
    string Slug,
    string Headline,
    string Desk,
    string Stage,
    bool Ready,
    int Edition,
    IReadOnlyList<BlockerLine> Blockers,
    DateTimeOffset StageSince,
    DateTimeOffset ChangedAt,
    string? Assignee = null)
{
    /// <summary>Its slug above its headline, then what more a list says of it.</summary>
    public IRenderable Named(params string[] more) => Screen.Words(string.Join('\n', new[] { Slug, Headline }.Concat(more).Where(line => line.Length > 0)));

    /// <summary>What keeps it from being published.</summary>
    public string Blocked => Ready ? "ready" : string.Join(", ", Blockers.Select(b => b.Reasons > 1 ? $"{b.Gate} ({b.Reasons})" : b.Gate));

    /// <summary>Whose task it is.</summary>
    public string Person => Assignee is null ? "" : Screen.Person(Assignee);
}

/// <summary>A gate that fails.</summary>
internal sealed record BlockerLine(string Gate, int Reasons);
