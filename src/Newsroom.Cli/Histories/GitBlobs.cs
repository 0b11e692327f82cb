using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Newsroom.Cli.Histories;

/// <summary>The contents of files, from one git that answers for all of them.</summary>
internal sealed class GitBlobs(Process git) : IDisposable
{
    private readonly Stream output = new BufferedStream(git.StandardOutput.BaseStream, 64 * 1024);

    /// <summary>The bytes of a blob.</summary>
    public async Task<byte[]> Read(string blob, CancellationToken cancel)
    {
        await git.StandardInput.WriteLineAsync(blob.AsMemory(), cancel);
        await git.StandardInput.FlushAsync(cancel);
        var header = (await Line(cancel)).Split(' ');
        if (header is not [_, "blob", var length])
        {
            throw new LocalProblem($"git has no contents {blob}: {string.Join(' ', header)}");
        }

        var bytes = new byte[int.Parse(length, CultureInfo.InvariantCulture)];
        await output.ReadExactlyAsync(bytes, cancel);
        output.ReadByte();
        return bytes;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        git.StandardInput.Close();
        git.WaitForExit();
        git.Dispose();
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
