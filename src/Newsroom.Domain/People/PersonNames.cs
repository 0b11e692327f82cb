using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Newsroom.Domain.People;

/// <summary>Replaces identities in sentences with the names of people.</summary>
public sealed class PersonNames(IReadOnlyDictionary<string, string> names)
{
    // White space is looked for apart, because most of it is beyond ASCII.
    private static readonly SearchValues<char> Braces = SearchValues.Create("{}");

    /// <summary>Returns whether a sentence contains identities.</summary>
    public static bool AreIn(string sentence) => Next(sentence, 0, out _, out _);

    /// <summary>Returns a person's name; the user name where there is none.</summary>
    public string Of(string person) => names.TryGetValue(person, out var name) ? name : person.Split('@')[0];

    /// <summary>Replaces identities in braces with names.</summary>
    public string Resolve(string sentence)
    {
        if (!Next(sentence, 0, out var start, out var identity))
        {
            return sentence;
        }

        var resolved = new DefaultInterpolatedStringHandler(sentence.Length, 0);
        var from = 0;
        do
        {
            resolved.AppendFormatted(sentence.AsSpan(from, start - from));
            resolved.AppendFormatted(Of(identity));
            from = start + identity.Length + 2;
        } while (Next(sentence, from, out start, out identity));

        resolved.AppendFormatted(sentence.AsSpan(from));
        return resolved.ToStringAndClear();
    }

    /// <summary>Finds the next identity: <c>{user@place}</c>, without white space or braces in it.</summary>
    private static bool Next(string sentence, int from, out int start, [NotNullWhen(true)] out string? identity)
    {
        for (start = sentence.IndexOf('{', from); start >= 0; start = sentence.IndexOf('{', start + 1))
        {
            var rest = sentence.AsSpan(start + 1);
            if (rest.IndexOfAny(Braces) is var end and > 2 && rest[end] == '}' && IsIdentity(rest[..end]))
            {
                identity = rest[..end].ToString();
                return true;
            }
        }

        identity = null;
        return false;
    }

    private static bool IsIdentity(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                return false;
            }
        }

        return text[1..^1].Contains('@');
    }
}
