using System.Text;

namespace Newsroom.Cli.Asking;

/// <summary>Texts that options give: as they are, as <c>@file</c>, or as <c>-</c> for standard input; <c>@@</c> begins a text that begins with @.</summary>
internal sealed class TextInput(Machine machine)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private bool inputIsRead;

    /// <summary>The text an option gives, every character of it.</summary>
    public string Exactly(string given) => given switch
    {
        "-" => StandardInput(),
        ['@', '@', ..] => given[1..],
        ['@', .. var path] => OfFile(path),
        _ => given,
    };

    /// <summary>The text an option gives. A line end that editors put behind the last line of a file is no part of a phrase.</summary>
    public string Phrase(string given)
    {
        var text = Exactly(given);
        return given is "-" or ['@', not '@', ..] ? text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2] : text is [.., '\n'] ? text[..^1] : text : text;
    }

    /// <summary>The text of a file.</summary>
    public static string OfFile(string path)
    {
        try
        {
            return Decoded(path, File.ReadAllBytes(path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new LocalProblem($"The file \"{path}\" cannot be read: {failure.Message} (A text that itself begins with @ is written with @@.)");
        }
    }

    private string StandardInput()
    {
        if (inputIsRead)
        {
            throw new LocalProblem("Standard input can be read for one option only.");
        }

        inputIsRead = true;
        using var read = new MemoryStream();
        machine.In.CopyTo(read);
        return Decoded("Standard input", read.ToArray());
    }

    private static string Decoded(string name, byte[] bytes)
    {
        try
        {
            // A byte order mark says how the file is written; it is not part of what is written.
            return Strict.GetString(bytes.AsSpan(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0));
        }
        catch (DecoderFallbackException)
        {
            throw new LocalProblem($"{name} is not UTF-8.");
        }
    }
}
