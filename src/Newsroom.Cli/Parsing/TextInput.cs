using System.Text;
using Newsroom.Cli.Runtime;

namespace Newsroom.Cli.Parsing;

/// <summary>
/// Reads texts that options give: literally, as <c>@file</c>, or as <c>-</c> for standard input. <c>@@</c> escapes a leading @.
/// </summary>
internal sealed class TextInput(CliEnvironment environment)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private bool inputIsRead;

    /// <summary>Reads a text with every character, line ends included.</summary>
    public string ReadExact(string value) =>
        value switch
        {
            "-" => ReadStandardInput(),
            ['@', '@', ..] => value[1..],
            ['@', .. var path] => ReadFile(path),
            _ => value,
        };

    /// <summary>Reads a text without the line end that editors put at the end of a file.</summary>
    public string ReadPhrase(string value)
    {
        var text = ReadExact(value);
        return value is "-" or ['@', not '@', ..] ? TrimLineEnd(text) : text;
    }

    public static string ReadFile(string path)
    {
        try
        {
            return Decode(path, File.ReadAllBytes(path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"Cannot read the file \"{path}\": {failure.Message} (Write @@ for a text that begins with @.)");
        }
    }

    private static string TrimLineEnd(string text)
    {
        if (text.EndsWith("\r\n", StringComparison.Ordinal))
        {
            return text[..^2];
        }

        return text is [.., '\n'] ? text[..^1] : text;
    }

    private string ReadStandardInput()
    {
        if (inputIsRead)
        {
            throw new UsageException("Only one option can read standard input.");
        }

        inputIsRead = true;
        using var content = new MemoryStream();
        environment.In.CopyTo(content);
        return Decode("Standard input", content.ToArray());
    }

    private static string Decode(string name, byte[] bytes)
    {
        try
        {
            var text = bytes.AsSpan();
            return Strict.GetString(text.StartsWith(Encoding.UTF8.Preamble) ? text[Encoding.UTF8.Preamble.Length..] : text);
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException($"{name} is not UTF-8 text.");
        }
    }
}
