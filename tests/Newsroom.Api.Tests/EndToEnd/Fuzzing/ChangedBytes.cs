using System.Text;

namespace Newsroom.Api.Tests.EndToEnd.Fuzzing;

/// <summary>Changes bytes of a valid request at random.</summary>
internal sealed class ChangedBytes(Random random)
{
    private static readonly byte[][] Pieces =
    [
        [0],
        [0xFF, 0xFE],
        [0xC0, 0xAF],
        [0xED, 0xA0, 0x80],
        "\r\n"u8.ToArray(),
        "\r\n\r\n"u8.ToArray(),
        "\n"u8.ToArray(),
        "\r"u8.ToArray(),
        ": "u8.ToArray(),
        " "u8.ToArray(),
        "%00"u8.ToArray(),
        "%"u8.ToArray(),
        "?"u8.ToArray(),
        "\""u8.ToArray(),
        "{"u8.ToArray(),
        "]"u8.ToArray(),
        "\\u0000"u8.ToArray(),
        "\\ud800"u8.ToArray(),
        "-1"u8.ToArray(),
        "99999999999999999999"u8.ToArray(),
        "Transfer-Encoding: chunked\r\n"u8.ToArray(),
        "Content-Length: 5\r\n"u8.ToArray(),
        "Expect: 100-continue\r\n"u8.ToArray(),
        "Content-Encoding: gzip\r\n"u8.ToArray(),
        "Upgrade: h2c\r\n"u8.ToArray(),
        "Host: other.example\r\n"u8.ToArray(),
        "Prefer: dry-run\r\n"u8.ToArray(),
        "Range: bytes=0-1\r\n"u8.ToArray(),
    ];

    private static readonly int[] Times = [2, 50, 3_000];

    /// <summary>Returns the request with one to four changes.</summary>
    public byte[] Of(string request)
    {
        var bytes = Encoding.UTF8.GetBytes(request).ToList();
        for (var changes = random.Next(1, 5); changes > 0 && bytes.Count > 0; changes--)
        {
            Change(bytes, random.Next(bytes.Count));
        }

        return [.. bytes];
    }

    private void Change(List<byte> bytes, int at)
    {
        var length = Math.Min(bytes.Count - at, random.Next(1, 40));
        switch (random.Next(8))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 4:
                // A line, a member or a part of one, several times.
                var repeated = Enumerable.Repeat(bytes.GetRange(at, length), Times[random.Next(Times.Length)]);
                bytes.InsertRange(at, repeated.SelectMany(piece => piece).ToList());
                break;
            default:
                bytes.InsertRange(LineAt(bytes, at), Pieces[random.Next(Pieces.Length)]);
                break;
        }
    }

    /// <summary>Returns the position, or half of the time the beginning of the line after it, where a header can be.</summary>
    private int LineAt(List<byte> bytes, int at) => random.Next(2) == 0 ? at : bytes.IndexOf((byte)'\n', at) + 1;
}
