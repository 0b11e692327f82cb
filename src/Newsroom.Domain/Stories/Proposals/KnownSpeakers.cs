using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories.Proposals;

/// <summary>Ways in which words of a text match a registered speaker.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<SpeakerMatch>))]
public enum SpeakerMatch
{
    /// <summary>The words have the speaker's whole name.</summary>
    Name,

    /// <summary>The words have the speaker's last name.</summary>
    LastName,

    /// <summary>The words are the speaker's description, such as "the mayor".</summary>
    Description,

    /// <summary>The words are a pronoun, and the speaker is the last one named before it.</summary>
    NamedBefore,
}

/// <summary>Finds registered speakers by the words that name the source of a quotation. A match is unambiguous or none.</summary>
internal sealed class KnownSpeakers
{
    private const int MaxDistance = 2_000;

    private readonly ILookup<string, Speaker> byLastName;
    private readonly ILookup<string, Speaker> byDescription;

    public KnownSpeakers(IEnumerable<Speaker> speakers)
    {
        var all = speakers.ToList();
        byLastName = all.Where(s => Words(s.Name).Count > 0).ToLookup(s => Words(s.Name)[^1], StringComparer.Ordinal);
        byDescription = all.Where(s => s.Description.Length > 0)
            .ToLookup(s => string.Join(' ', WithoutArticle(Words(s.Description))), StringComparer.Ordinal);
    }

    /// <summary>Returns the speaker that words mean, and how they match; null where none or several do.</summary>
    /// <param name="text">The visible text.</param>
    /// <param name="mention">The range of the words.</param>
    /// <param name="isPronoun">Whether the words are a pronoun.</param>
    public (Speaker Speaker, SpeakerMatch Match)? Find(string text, TextRange mention, bool isPronoun)
    {
        if (isPronoun)
        {
            return NamedBefore(text, mention.Start) is { } named ? (named, SpeakerMatch.NamedBefore) : null;
        }

        var words = Words(mention.Of(text));
        var candidates = words.SelectMany(word => byLastName[word]).Distinct().ToImmutableArray();
        var whole = candidates.Where(speaker => Words(speaker.Name).TrueForAll(words.Contains)).ToImmutableArray();
        if (whole is [var speaker])
        {
            return (speaker, SpeakerMatch.Name);
        }

        if (candidates is [var one])
        {
            return (one, SpeakerMatch.LastName);
        }

        var described = byDescription[string.Join(' ', WithoutArticle(words))].ToImmutableArray();
        return candidates.IsEmpty && described is [var office] ? (office, SpeakerMatch.Description) : null;
    }

    private Speaker? NamedBefore(string text, int end)
    {
        var start = Math.Max(0, end - MaxDistance);
        foreach (var word in Ranges(text, start, end).Reverse())
        {
            if (char.IsUpper(text[word.Start]) && byLastName[Folded(word.Of(text))].ToImmutableArray() is [var speaker])
            {
                return speaker;
            }
        }

        return null;
    }

    private static List<string> Words(string text) => [.. Ranges(text, 0, text.Length).Select(word => Folded(word.Of(text)))];

    private static IEnumerable<TextRange> Ranges(string text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            var first = at;
            while (at < end && (char.IsLetterOrDigit(text[at]) || (text[at] == '-' && at > first)))
            {
                at++;
            }

            if (at > first)
            {
                yield return new TextRange(first, at);
            }
        }
    }

    private static List<string> WithoutArticle(List<string> words) =>
        words is ["the" or "a" or "an" or "der" or "die" or "das" or "ein" or "eine", .. var rest] ? [.. rest] : words;

    private static string Folded(string word) => Normaliser.Normalise(word).ToLowerInvariant();
}
