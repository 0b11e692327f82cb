using System.Collections.Immutable;

namespace Newsroom.Domain.Text;

/// <summary>
/// A story as a file: front matter between two lines of three hyphens, one <c>key: value</c> a line, then the body to the file's last byte.
/// </summary>
/// <param name="Matter">The front matter.</param>
/// <param name="Body">What follows it, exactly; the whole file when there is none.</param>
public sealed record StoryFile(ImmutableDictionary<string, string> Matter, string Body)
{
    private const string Fence = "---";

    /// <summary>Reads a file's text.</summary>
    /// <exception cref="FormatException">The front matter does not end, or a line of it is no <c>key: value</c>.</exception>
    public static StoryFile Parse(string text)
    {
        var at = 0;
        if (NextLine(text, ref at) != Fence)
        {
            return new StoryFile(ImmutableDictionary<string, string>.Empty, text);
        }

        var matter = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        while (at < text.Length)
        {
            var line = NextLine(text, ref at);
            if (line == Fence)
            {
                return new StoryFile(matter.ToImmutable(), text[at..]);
            }

            if (line.Split(':', 2) is not [var key, var value])
            {
                throw new FormatException($"In the front matter, \"{line}\" is not \"key: value\".");
            }

            matter[key.Trim()] = value.Trim();
        }

        throw new FormatException($"The front matter that begins with {Fence} does not end with {Fence}.");
    }

    private static string NextLine(string text, ref int at)
    {
        var end = text.IndexOf('\n', at);
        var line = (end < 0 ? text[at..] : text[at..end]).TrimEnd('\r');
        at = end < 0 ? text.Length : end + 1;
        return line;
    }
}
