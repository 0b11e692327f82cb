using Newsroom.Domain.Desks;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>What the import of a file's change needs beside the story.</summary>
/// <param name="Desk">The desk that new stories go to.</param>
/// <param name="Language">BCP 47; null for the desk's.</param>
/// <param name="Slug">A slug that no other story has.</param>
/// <param name="Path">The file's name until the change.</param>
public sealed record ImportContext(Desk Desk, string? Language, string Slug, string Path);
