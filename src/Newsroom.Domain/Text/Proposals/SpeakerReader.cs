using System.Buffers;

namespace Newsroom.Domain.Text.Proposals;

/// <summary>Reads the sources of the quotations of one text, in order.</summary>
internal sealed partial class SpeakerReader(string text, List<SpeechToken> tokens, SpeechWords words)
{
    private const int Reach = 45;
    private const int ShortSentence = 9;
    private const int Sentences = 4;
    private const int MaxBehindVerb = 3;

    private static readonly SearchValues<char> Marks = SearchValues.Create("“”„‟«»‹›\"'`‘’‚‛ \u00a0\u202f");

    private readonly NounPhrases phrases = new(tokens, words);
    private readonly VerbSecondClauses clauses = new(tokens, words, new NounPhrases(tokens, words));
    private readonly Dictionary<int, SpeakerMention> known = [];

    /// <summary>Returns the source of each quotation, in order; null where none was found.</summary>
    public List<SpeakerMention?> Read()
    {
        var sources = new List<SpeakerMention?>();
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Kind == SpeechTokenKind.Quotation)
            {
                var source =
                    (IsEmbedded(at) ? Before(at) : null)
                    ?? After(at)
                    ?? Before(at)
                    ?? Trailing(at)
                    ?? Joined(at)
                    ?? Reported(at)
                    ?? Continued(at)
                    ?? Introduced(at)
                    ?? SubjectOf(at);
                sources.Add(source);
                if (source is not null)
                {
                    known[at] = source;
                }
            }
        }

        return sources;
    }

    /// <summary>Reads Ada Berg said: “…” in the sentence of the quotation.</summary>
    private SpeakerMention? Before(int quotation) => Cued(SentenceStart(quotation - 1), quotation, SpeakerReason.Precedes);

    /// <summary>Reads the last verb of saying in a clause, and its subject.</summary>
    private SpeakerMention? Cued(int from, int end, SpeakerReason reason)
    {
        if (from < end && tokens[from].Lower == "wie" && words.VerbSecond && Cued(from + 1, end, reason, isLast: true) is { } quoted)
        {
            return quoted;
        }

        return Cued(from, end, reason, isLast: false);
    }

    private SpeakerMention? Cued(int from, int end, SpeakerReason reason, bool isLast)
    {
        for (var cue = end - 1; cue >= from; cue--)
        {
            if (!IsCue(cue) || (isLast && !tokens[cue + 1].IsMark(',')))
            {
                continue;
            }

            if ((isLast ? phrases.From(from, cue) : SourceOf(cue, from, end)) is { } source)
            {
                return Mention(source, cue, reason);
            }
        }

        if (isLast)
        {
            return null;
        }

        return
            end - 1 > from
            && tokens[end - 1].IsMark(':')
            && end - from <= ShortSentence
            && SubjectIn(from, end - 1) is { } named
            && tokens[named.First].Lower != "es"
            ? Mention(named, null, reason)
            : null;
    }

    private TokenRun? SourceOf(int cue, int from, int end)
    {
        if (words.Sources.Contains(tokens[cue].Lower))
        {
            return phrases.From(tokens[cue + 1].Lower is "to" or "von" ? cue + 2 : cue + 1, end);
        }

        if (words.SourceNouns.Contains(tokens[cue].Lower))
        {
            // "nach Ansicht von Berg", "ihrer Ansicht nach"
            return tokens[cue + 1].Lower == "nach"
                ? new TokenRun(Math.Max(from, cue - 1), cue)
                : phrases.Named(phrases.From(tokens[cue + 1].Lower == "von" ? cue + 2 : cue + 1, end));
        }

        if (words.VerbSecond)
        {
            return clauses.Subject(cue, from, end);
        }

        if (cue == from)
        {
            return phrases.From(cue + 1, end);
        }

        // "Berg left the room, saying …"
        if (tokens[cue].Lower.EndsWith("ing", StringComparison.Ordinal) && tokens[cue - 1].IsMark(','))
        {
            return phrases.Named(phrases.Subject(Opened(from, cue), cue));
        }

        return phrases.Before(cue, from) ?? phrases.Subject(from, cue);
    }

    /// <summary>Returns the token after an adverbial that opens a sentence: "Hours later, Berg left the room".</summary>
    private int Opened(int from, int end)
    {
        if (!words.Openers.Contains(tokens[from].Lower))
        {
            return from;
        }

        for (var at = from + 1; at < end - 1; at++)
        {
            if (tokens[at].IsMark(','))
            {
                return at + 1;
            }
        }

        return from;
    }

    /// <summary>Reads a quotation in the sentence of another one: “…” and “…”.</summary>
    private SpeakerMention? Joined(int quotation)
    {
        var from = SentenceStart(quotation - 1);
        return from > 0 && from < quotation && known.TryGetValue(from - 1, out var source) && LastOf(from - 1) is not ('.' or '!' or '?')
            ? source with
            {
                Reason = SpeakerReason.Continues,
            }
            : null;
    }

    /// <summary>Reads reported speech that continues without a verb of saying: the source of the sentence before.</summary>
    private SpeakerMention? Reported(int quotation)
    {
        var from = SentenceStart(quotation - 1);
        var end = SentenceEnd(quotation + 1);
        for (var at = from; at < end; at++)
        {
            if (words.Reported.Contains(tokens[at].Lower))
            {
                return Earlier(from);
            }
        }

        return null;
    }

    /// <summary>Returns the source of the last verb of saying in the sentences before a token.</summary>
    private SpeakerMention? Earlier(int from)
    {
        var end = from;
        for (var sentences = 0; sentences < Sentences && end > 0; sentences++)
        {
            var last = end - 1;
            if (tokens[last].Kind == SpeechTokenKind.Quotation && known.TryGetValue(last, out var source))
            {
                return source with { Reason = SpeakerReason.Continues };
            }

            var start = SentenceStart(last - 1);
            if (Cued(start, last, SpeakerReason.Introduces) is { } cued)
            {
                return cued;
            }

            end = start;
        }

        return null;
    }

    /// <summary>Reads a quotation that continues the one before it in the paragraph: “…,” said Ada Berg. “…”</summary>
    private SpeakerMention? Continued(int quotation)
    {
        if (tokens[Math.Max(0, quotation - 1)].Kind is not (SpeechTokenKind.End or SpeechTokenKind.Quotation) && !IsAdded(quotation))
        {
            return null;
        }

        var ends = 0;
        for (var at = quotation - 1; at >= 0 && quotation - at <= Reach && tokens[at].Kind != SpeechTokenKind.Break; at--)
        {
            ends += tokens[at].Kind == SpeechTokenKind.End ? 1 : 0;
            if (tokens[at].Kind == SpeechTokenKind.Quotation)
            {
                return ends <= 1 && known.TryGetValue(at, out var source) ? source with { Reason = SpeakerReason.Continues } : null;
            }
        }

        return null;
    }

    /// <summary>Reads the sentence before a quotation that begins one.</summary>
    private SpeakerMention? Introduced(int quotation)
    {
        var end = quotation - 1;
        while (end >= 0 && tokens[end].Kind is SpeechTokenKind.End or SpeechTokenKind.Break)
        {
            end--;
        }

        if (end < 0 || end == quotation - 1)
        {
            return null;
        }

        if (tokens[end].Kind == SpeechTokenKind.Quotation)
        {
            return known.TryGetValue(end, out var source) ? source with { Reason = SpeakerReason.Continues } : null;
        }

        return Cued(SentenceStart(end), end + 1, SpeakerReason.Introduces);
    }

    /// <summary>Reads the subject of a sentence that ends in a colon: Ada Berg was not amused: “…”</summary>
    private SpeakerMention? SubjectOf(int quotation) =>
        quotation > 0 && tokens[quotation - 1].IsMark(':') && SubjectIn(SentenceStart(quotation - 1), quotation) is { } subject
            ? Mention(subject, null, SpeakerReason.Subject)
            : null;

    private TokenRun? SubjectIn(int from, int end) => words.VerbSecond ? clauses.SubjectOfUnknown(from, end) : phrases.Subject(from, end);

    private SpeakerMention Mention(TokenRun source, int? cue, SpeakerReason reason) =>
        new(
            new TextRange(tokens[source.First].Range.Start, tokens[source.Last].Range.End),
            cue is { } verb ? tokens[verb].Range : null,
            reason
        );

    private bool IsCue(int at) => tokens[at].IsWord && (IsVerb(at) || words.Sources.Contains(tokens[at].Lower) || IsSourceNoun(at));

    /// <summary>Returns whether a noun introduces a source: "nach den Worten der Ministerin", "ihrer Ansicht nach".</summary>
    private bool IsSourceNoun(int at) =>
        words.SourceNouns.Contains(tokens[at].Lower)
        && (IsSourcePreposition(at + 1) || IsSourcePreposition(at - 1) || IsSourcePreposition(at - 2));

    private bool IsSourcePreposition(int at) => at >= 0 && tokens[at].Lower is "nach" or "laut" or "gemäß" or "zufolge";

    /// <summary>Returns whether a word is a verb of saying; in "United States" it is a name.</summary>
    private bool IsVerb(int at) => words.Verbs.Contains(tokens[at].Lower) && (!tokens[at].IsCapital || at == 0 || tokens[at - 1].IsStop);

    /// <summary>Returns whether a few words and a comma lead from the quotation before to this one: Then, “…”</summary>
    private bool IsAdded(int quotation) =>
        tokens[Math.Max(0, quotation - 1)].IsMark(',')
        && quotation - SentenceStart(quotation - 1) <= ShortSentence
        && LastOf(quotation) is '.' or '?' or '!';

    /// <summary>Returns whether a quotation is a part of a sentence that began before it: Berg called it “…”.</summary>
    private bool IsEmbedded(int quotation) => quotation > 0 && tokens[quotation - 1].IsWord;

    private bool IsHelper(int at) => words.Helpers.Contains(tokens[at].Lower);

    private int SentenceEnd(int first)
    {
        var end = first;
        while (!tokens[end].IsStop && end - first < Reach)
        {
            end++;
        }

        return end;
    }

    /// <summary>Returns the first token of the sentence that has a token.</summary>
    private int SentenceStart(int last)
    {
        var first = last + 1;
        while (first > 0 && !tokens[first - 1].IsStop && last - first < Reach)
        {
            first--;
        }

        return first;
    }

    /// <summary>Returns the last character of a quotation inside its marks.</summary>
    private char LastOf(int quotation)
    {
        var inside = text.AsSpan(tokens[quotation].Range.Start, tokens[quotation].Range.Length);
        var last = inside.LastIndexOfAnyExcept(Marks);
        return last < 0 ? ' ' : inside[last];
    }
}
