namespace Newsroom.Client.Stories;

/// <summary>Names a story by its id or by its slug; the server accepts both.</summary>
/// <param name="Value">The id or the slug.</param>
public readonly record struct StoryKey(string Value)
{
    /// <summary>Names a story by its id.</summary>
    public static implicit operator StoryKey(Guid id) => new($"{id}");

    /// <summary>Names a story by its id or its slug.</summary>
    public static implicit operator StoryKey(string idOrSlug) => new(idOrSlug);

    /// <summary>Gets the path of the story.</summary>
    internal string Path => $"stories/{Uri.EscapeDataString(Value)}";

    /// <inheritdoc/>
    public override string ToString() => Value;
}
