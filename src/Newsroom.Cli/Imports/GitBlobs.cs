using System.Diagnostics;
using System.Globalization;
using System.Text;
using Newsroom.Cli.Runtime;

namespace Newsroom.Cli.Imports;

/// <summary>Reads blobs through one <c>git cat-file --batch</c> process.</summary>
internal sealed class GitBlobs(Process git) : IDisposable
{
    private const int BufferBytes = 64 * 1024;

    private readonly Stream output = new BufferedStream(git.StandardOutput.BaseStream, BufferBytes);

    /// <summary>Reads the length of a blob, and its bytes where they are not more than <paramref name="maxBytes"/>.</summary>
    public async Task<(long Length, byte[]? Bytes)> ReadAsync(string blob, int maxBytes, CancellationToken cancellationToken)
    {
        await git.StandardInput.WriteLineAsync(blob.AsMemory(), cancellationToken);
        await git.StandardInput.FlushAsync(cancellationToken);
        var header = (await ReadLineAsync(cancellationToken)).Split(' ');
        if (header is not [_, "blob", var digits])
        {
            throw new UsageException($"git cannot read the blob {blob}: {string.Join(' ', header)}");
        }

        var length = long.Parse(digits, CultureInfo.InvariantCulture);
        var bytes = length <= maxBytes ? new byte[length] : null;
        if (bytes is not null)
        {
            await output.ReadExactlyAsync(bytes, cancellationToken);
        }
        else
        {
            await SkipAsync(length, cancellationToken);
        }

        output.ReadByte();
        return (length, bytes);
    }

    public void Dispose()
    {
        git.StandardInput.Close();
        git.WaitForExit();
        git.Dispose();
    }

    private async Task SkipAsync(long length, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferBytes];
        while (length > 0)
        {
            var count = (int)Math.Min(buffer.Length, length);
            await output.ReadExactlyAsync(buffer.AsMemory(0, count), cancellationToken);
            length -= count;
        }
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await output.ReadAsync(one, cancellationToken) == 1 && one[0] != '\n')
        {
            line.Append((char)one[0]);
        }

        return line.ToString();
    }
}
