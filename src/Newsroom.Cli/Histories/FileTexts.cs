using System.Globalization;
using System.Text;
using Newsroom.Domain.Text;

namespace Newsroom.Cli.Histories;

/// <summary>The text of a blob, or why it has none.</summary>
/// <param name="Text">The text; null where it has none.</param>
/// <param name="Code">Stable and machine-readable.</param>
/// <param name="Why">For people.</param>
internal sealed record FileText(string? Text, string Code = "", string Why = "");

/// <summary>Reads files of a repository as texts.</summary>
internal sealed class FileTexts(GitBlobs blobs)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a blob as UTF-8.</summary>
    public async Task<FileText> Read(string blob, CancellationToken cancel)
    {
        var (length, bytes) = await blobs.Read(blob, TextRules.MaxBytes, cancel);
        if (bytes is null)
        {
            return new FileText(
                null,
                "text-too-long",
                string.Create(CultureInfo.InvariantCulture, $"It is {length:N0} bytes long; at most {TextRules.MaxBytes:N0} bytes of UTF-8 are kept."));
        }

        try
        {
            return new FileText(Strict.GetString(bytes));
        }
        catch (DecoderFallbackException wrong)
        {
            return new FileText(
                null,
                "not-utf-8",
                string.Create(CultureInfo.InvariantCulture, $"It is not UTF-8: byte 0x{wrong.BytesUnknown?[0]:X2} at offset {wrong.Index}."));
        }
    }
}
