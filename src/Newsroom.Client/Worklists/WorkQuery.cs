using Newsroom.Client.Stories;

namespace Newsroom.Client.Worklists;

/// <summary>Selects work that waits for the caller; all members given have to match.</summary>
/// <param name="Kind">The kind, such as <c>check</c> or <c>approve</c>.</param>
/// <param name="Role">The role in which it waits.</param>
/// <param name="Desk">The desk of the story or policy.</param>
/// <param name="Story">The story.</param>
public sealed record WorkQuery(string? Kind = null, string? Role = null, string? Desk = null, StoryKey? Story = null)
{
    internal IEnumerable<(string Name, object? Value)> Parameters =>
        [("kind", Kind), ("role", Role), ("desk", Desk), ("story", Story)];
}
