namespace Newsroom.Client.Imports;

/// <summary>The result of an import.</summary>
/// <param name="Files">The result of each file.</param>
public sealed record ImportResult(IReadOnlyList<ImportedFileResult> Files);

/// <summary>The result of a file.</summary>
/// <param name="Began">The first commit and name of the file.</param>
/// <param name="Had">The changes that were imported before.</param>
/// <param name="Recorded">The changes imported now.</param>
/// <param name="NotKept">The changes that were not imported.</param>
/// <param name="Story">The story.</param>
public sealed record ImportedFileResult(string Began, int Had, int Recorded, IReadOnlyList<SkippedChange> NotKept, Guid? Story = null);

/// <summary>A change that was not imported.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Path">The file.</param>
/// <param name="Code">The reason, stable and machine-readable.</param>
/// <param name="Why">The reason, for people.</param>
/// <param name="Began">The first commit and name of the file.</param>
public sealed record SkippedChange(string Commit, string Path, string Code, string Why, string Began = "");
