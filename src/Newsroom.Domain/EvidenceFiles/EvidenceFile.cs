namespace Newsroom.Domain.EvidenceFiles;

/// <summary>A stored copy of evidence.</summary>
/// <param name="Id">The SHA-256 digest of its content, 64 lower-case hexadecimal digits.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="MediaType">The type of its content, read from the content.</param>
/// <param name="Name">The file's name; empty where none was given.</param>
/// <param name="Confidential">Whether each read of it is recorded.</param>
public sealed record EvidenceFile(string Id, long Bytes, string MediaType, string Name, bool Confidential)
{
    /// <summary>The maximum size of a file in bytes.</summary>
    public const long MaxBytes = 100 * 1024 * 1024;

    /// <summary>The number of digits of a digest.</summary>
    public const int DigestLength = 64;

    /// <summary>Gets whether its content was erased.</summary>
    public bool IsErased => Name == EvidenceFileAdded.Erased;

    /// <summary>Returns whether a text is a digest as files are named: 64 lower-case hexadecimal digits.</summary>
    public static bool IsDigest(string text) =>
        text.Length == DigestLength && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    /// <summary>Folds an event.</summary>
    public static EvidenceFile? Evolve(EvidenceFile? file, object happened) =>
        happened is EvidenceFileAdded e
            ? new EvidenceFile(e.Sha256, e.Bytes, e.MediaType, file is { IsErased: true } ? file.Name : e.Name, e.Confidential)
            : file;
}

/// <summary>An event of the stream of an evidence file.</summary>
public abstract record EvidenceFileEvent;

/// <summary>A file was added, or made confidential.</summary>
/// <param name="Sha256">The digest of its content.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="MediaType">The type of its content.</param>
/// <param name="Name">The file's name; erasable.</param>
/// <param name="Confidential">Whether each read of it is recorded.</param>
public sealed record EvidenceFileAdded(string Sha256, long Bytes, string MediaType, string Name, bool Confidential) : EvidenceFileEvent
{
    /// <summary>The value that replaces <see cref="Name"/> once the file is erased.</summary>
    public const string Erased = "(file erased)";
}

/// <summary>A confidential file was read.</summary>
/// <param name="Sha256">The digest of its content.</param>
public sealed record EvidenceFileRead(string Sha256) : EvidenceFileEvent;
