using Newsroom.Client.Http;
using Newsroom.Client.Stories;

namespace Newsroom.Console.Pages;

/// <summary>What the editor shows.</summary>
/// <param name="Root">The path of the console.</param>
/// <param name="Story">The address of the story's page.</param>
/// <param name="Draft">What the person writes.</param>
public sealed record EditModel(string Root, string Story, EditDraft Draft)
{
    /// <summary>Gets what pages show of the person; null where the API does not answer or the session has ended.</summary>
    public Visit? Visit { get; init; }

    /// <summary>Gets the names of people.</summary>
    public PersonNames Names { get; init; } = new([]);

    /// <summary>Gets the language of the story.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the story as the editor showed it first, with its quotes and claims; null where that is not known.</summary>
    public StoryDetails? Shown { get; init; }

    /// <summary>Gets the roles of which the person has to choose one.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Gets the refusal; null for none.</summary>
    public ApiException? Refusal { get; init; }

    /// <summary>Gets why the draft was not saved, where that is no refusal of the API.</summary>
    public IReadOnlyList<string> Unsaved { get; init; } = [];

    /// <summary>Gets whether a save was refused.</summary>
    public bool IsRefused { get; init; }

    /// <summary>Gets the name under which the browser keeps the draft; null where the person is not known.</summary>
    public string? DraftKey => Visit is null ? null : DraftKeyOf(Visit.Me.Person, Story);

    /// <summary>Gets whether the person has to sign in before the draft can be saved.</summary>
    public bool IsSignedOut { get; init; }

    /// <summary>Gets what a save would do besides; null where the page does not say it.</summary>
    public IReadOnlyList<CommandEffect>? Effects { get; init; }

    /// <summary>Gets the article as it would be read; null where the page does not show it.</summary>
    public StoryDetails? Article { get; init; }

    /// <summary>Gets what others changed since the version that the editor showed.</summary>
    public OthersChanges? Others { get; init; }

    /// <summary>Returns the name under which a browser keeps a person's draft of a story.</summary>
    public static string DraftKeyOf(string person, string story) => $"draft {person} {story}";

    /// <summary>Gets the stretches that others changed too; null for none.</summary>
    public ConflictedRevision? Conflict { get; init; }

    /// <summary>Gets whether the texts are those that choices made of a conflict.</summary>
    public bool IsResolved { get; init; }
}
