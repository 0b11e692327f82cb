namespace Newsroom.Domain.EvidenceFiles;

/// <summary>A command on an evidence file.</summary>
public abstract record EvidenceFileCommand;

/// <summary>Add a file whose content is stored and has this digest.</summary>
/// <param name="Sha256">The digest.</param>
/// <param name="Bytes">The size.</param>
/// <param name="MediaType">The type of its content.</param>
/// <param name="Name">The file's name; empty where none was given.</param>
/// <param name="Confidential">Whether each read of it is recorded.</param>
public sealed record AddEvidenceFile(string Sha256, long Bytes, string MediaType, string Name, bool Confidential) : EvidenceFileCommand;

/// <summary>Read a confidential file.</summary>
/// <param name="Sha256">The digest.</param>
public sealed record ReadEvidenceFile(string Sha256) : EvidenceFileCommand;
