using System.Text;
using System.Text.Unicode;

namespace Newsroom.Api.EvidenceFiles;

/// <summary>Finds the type of a file from its first bytes; what its sender or its name says is ignored.</summary>
public static class MediaTypes
{
    /// <summary>The number of bytes that are read.</summary>
    public const int Length = 512;

    private const string Unknown = "application/octet-stream";

    private static readonly (int At, byte[] Bytes, string Type)[] Signatures =
    [
        (0, "%PDF-"u8.ToArray(), "application/pdf"),
        (0, [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A], "image/png"),
        (0, [0xFF, 0xD8, 0xFF], "image/jpeg"),
        (0, "GIF87a"u8.ToArray(), "image/gif"),
        (0, "GIF89a"u8.ToArray(), "image/gif"),
        (0, [.. "II*"u8, 0], "image/tiff"),
        (0, [.. "MM"u8, 0, (byte)'*'], "image/tiff"),
        (8, "WEBP"u8.ToArray(), "image/webp"),
        (8, "WAVE"u8.ToArray(), "audio/wav"),
        (8, "AVI "u8.ToArray(), "video/x-msvideo"),
        (4, "ftypM4A"u8.ToArray(), "audio/mp4"),
        (4, "ftypheic"u8.ToArray(), "image/heic"),
        (4, "ftypqt"u8.ToArray(), "video/quicktime"),
        (4, "ftyp"u8.ToArray(), "video/mp4"),
        (0, "ID3"u8.ToArray(), "audio/mpeg"),
        (0, [0xFF, 0xFB], "audio/mpeg"),
        (0, "OggS"u8.ToArray(), "audio/ogg"),
        (0, "fLaC"u8.ToArray(), "audio/flac"),
        (0, [0x1A, 0x45, 0xDF, 0xA3], "video/webm"),
        (0, [.. "PK"u8, 3, 4], "application/zip"),
        (0, [0x1F, 0x8B], "application/gzip"),
        (0, [0xD0, 0xCF, 0x11, 0xE0], "application/x-ole-storage"),
    ];

    /// <summary>Returns the type of a file that begins with these bytes; text where they are UTF-8 without control characters.</summary>
    public static string Of(ReadOnlySpan<byte> beginning)
    {
        foreach (var (at, bytes, type) in Signatures)
        {
            if (beginning.Length >= at + bytes.Length && beginning.Slice(at, bytes.Length).SequenceEqual(bytes))
            {
                return type;
            }
        }

        return IsText(beginning) ? "text/plain; charset=utf-8" : Unknown;
    }

    private static bool IsText(ReadOnlySpan<byte> beginning)
    {
        // The last character may be cut.
        var whole = beginning;
        for (var cut = 0; cut < 3 && !whole.IsEmpty && !Utf8.IsValid(whole); cut++)
        {
            whole = whole[..^1];
        }

        return Utf8.IsValid(whole) && !Encoding.UTF8.GetString(whole).Any(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r'));
    }
}
