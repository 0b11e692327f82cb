using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Newsroom.Cli.Histories;

/// <summary>The contents of files, from one git that answers for all of them.</summary>
internal sealed class GitBlobs(Process git) : IDisposable
{
    private readonly Stream output = new BufferedStream(git.StandardOutput.BaseStream, 64 * 1024);

    /// <summary>Reads a blob: its length, and its bytes where they are not more than <paramref name="most"/>.</summary>
    public async Task<(long Length, byte[]? Bytes)> Read(string blob, int most, CancellationToken cancel)
    {
        await git.StandardInput.WriteLineAsync(blob.AsMemory(), cancel);
        await git.StandardInput.FlushAsync(cancel);
        var header = (await Line(cancel)).Split(' ');
        if (header is not [_, "blob", var digits])
        {
            throw new LocalProblem($"git has no contents {blob}: {string.Join(' ', header)}");
        }

        var length = long.Parse(digits, CultureInfo.InvariantCulture);
        var bytes = length <= most ? new byte[length] : null;
        if (bytes is not null)
        {
            await output.ReadExactlyAsync(bytes, cancel);
        }
        else
        {
            await Skip(length, cancel);
        }

        output.ReadByte();
        return (length, bytes);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        git.StandardInput.Close();
        git.WaitForExit();
        git.Dispose();
    }

    private async Task Skip(long length, CancellationToken cancel)
    {
        var piece = new byte[64 * 1024];
        while (length > 0)
        {
            var read = (int)Math.Min(piece.Length, length);
            await output.ReadExactlyAsync(piece.AsMemory(0, read), cancel);
            length -= read;
        }
    }

    private async Task<string> Line(CancellationToken cancel)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await output.ReadAsync(one, cancel) == 1 && one[0] != '\n')
        {
            line.Append((char)one[0]);
        }

        return line.ToString();
    }
}
