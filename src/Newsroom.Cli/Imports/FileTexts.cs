using System.Globalization;
using System.Text;
using Newsroom.Domain.Text;

namespace Newsroom.Cli.Imports;

/// <summary>The text of a blob, or why it has none.</summary>
/// <param name="Text">The text; null where it has none.</param>
/// <param name="Code">The reason, stable and machine-readable.</param>
/// <param name="Reason">The reason, for people.</param>
internal sealed record FileText(string? Text, string Code = "", string Reason = "");

/// <summary>Reads files of a repository as texts.</summary>
internal sealed class FileTexts(GitBlobs blobs)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public async Task<FileText> ReadAsync(string blob, CancellationToken cancellationToken)
    {
        var (length, bytes) = await blobs.ReadAsync(blob, TextRules.MaxBytes, cancellationToken);
        if (bytes is null)
        {
            var reason = string.Create(
                CultureInfo.InvariantCulture,
                $"The file has {length:N0} bytes. Accepted: at most {TextRules.MaxBytes:N0} bytes of UTF-8."
            );
            return new FileText(null, "text-too-long", reason);
        }

        try
        {
            return new FileText(Strict.GetString(bytes));
        }
        catch (DecoderFallbackException failure)
        {
            return new FileText(
                null,
                "not-utf-8",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"It is not UTF-8: byte 0x{failure.BytesUnknown?[0]:X2} at offset {failure.Index}."
                )
            );
        }
    }
}
