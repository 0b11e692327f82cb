using AngleSharp.Io.Dom;

namespace Newsroom.Console.Tests;

/// <summary>A file that a visitor chooses in a form.</summary>
internal sealed class UploadedFile(string name, byte[] content) : IFile
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public DateTime LastModified => DateTime.UnixEpoch;

    /// <inheritdoc/>
    public int Length => content.Length;

    /// <inheritdoc/>
    public string Type => "application/octet-stream";

    /// <inheritdoc/>
    public Stream Body { get; } = new MemoryStream(content);

    /// <inheritdoc/>
    public bool IsClosed => false;

    /// <inheritdoc/>
    public IBlob Slice(int start = 0, int end = int.MaxValue, string? contentType = null) => throw new NotSupportedException();

    /// <inheritdoc/>
    public void Close() { }

    /// <inheritdoc/>
    public void Dispose() => Body.Dispose();
}
