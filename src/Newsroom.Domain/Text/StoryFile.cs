using System.Collections.Immutable;

namespace Newsroom.Domain.Text;

/// <summary>Parses a story file: front matter between lines of three hyphens, one <c>key: value</c> per line, then the body.</summary>
/// <param name="Matter">The front matter by key.</param>
/// <param name="Body">The remainder, verbatim; the whole file if there is no front matter.</param>
public sealed record StoryFile(ImmutableDictionary<string, string> Matter, string Body)
{
    private const string Fence = "---";

    /// <summary>Parses a file's text.</summary>
    /// <exception cref="FormatException">The front matter is not closed, or a line is not <c>key: value</c>.</exception>
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

        throw new FormatException($"The front matter that begins with {Fence} must end with {Fence}.");
    }

    /// <summary>Writes a file that <see cref="Parse"/> reads as the same; line ends in the front matter become spaces.</summary>
    public static string Write(IEnumerable<(string Key, string Value)> matter, string body)
    {
        var lines = matter.Select(entry => $"{entry.Key}: {entry.Value.ReplaceLineEndings(" ").Trim()}");
        return string.Concat([.. lines.Prepend(Fence).Append(Fence).Select(line => line.TrimEnd() + "\n"), body]);
    }

    private static string NextLine(string text, ref int at)
    {
        var end = text.IndexOf('\n', at);
        var line = (end < 0 ? text[at..] : text[at..end]).TrimEnd('\r');
        at = end < 0 ? text.Length : end + 1;
        return line;
    }
}
