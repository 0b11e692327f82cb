using System.Buffers;

namespace Newsroom.Domain.Text.Proposals;

/// <summary>Reads the sources of the quotations of one text, in order.</summary>
internal sealed class SpeakerReader(string text, List<SpeechToken> tokens, SpeechWords words)
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
                    After(at)
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

    /// <summary>Reads “…,” said Ada Berg / Ada Berg said / according to Ada Berg.</summary>
    private SpeakerMention? After(int quotation)
    {
        var first = quotation + 1;
        while (tokens[first].Kind == SpeechTokenKind.Mark && tokens[first].Lower[0] is ',' or '-' or '–' or '—')
        {
            first++;
        }

        var end = SentenceEnd(first);
        if (end == first)
        {
            return null;
        }

        var isOpen = LastOf(quotation) is not ('.' or '…') || first > quotation + 1;
        if (!isOpen && tokens[first].IsCapital && !(end - first <= ShortSentence && tokens[end].Kind == SpeechTokenKind.End))
        {
            return null;
        }

        return Inverted(first, end) ?? Stated(first, end, quotation, isOpen);
    }

    private SpeakerMention? Inverted(int first, int end)
    {
        var cue = first;
        while (cue < end && cue < first + 2 && !IsCue(cue))
        {
            cue++;
        }

        if (cue == end || !IsCue(cue) || tokens[cue].IsCapital || (cue > first && !IsHelper(first)))
        {
            return UnknownVerb(first, end);
        }

        if (tokens[cue].Lower is "heißt" or "hieß" && tokens[cue + 1].Lower == "es")
        {
            return Paper(cue + 2, end) is { } paper ? Mention(paper, cue, SpeakerReason.Follows) : null;
        }

        if (words.VerbSecond && !words.Sources.Contains(tokens[cue].Lower))
        {
            return clauses.After(cue, end) is { } named ? Mention(named, cue, SpeakerReason.Follows) : null;
        }

        var subject = words.Sources.Contains(tokens[cue].Lower) && tokens[cue + 1].Lower == "to" ? cue + 2 : cue + 1;
        return phrases.From(subject, end) is { } source ? Mention(source, cue, SpeakerReason.Follows) : null;
    }

    /// <summary>Reads “…”, spottete Berg: in a language with the verb second, any word in its place is one.</summary>
    private SpeakerMention? UnknownVerb(int first, int end) =>
        words.VerbSecond && tokens[first - 1].IsMark(',') && clauses.CanBeVerb(first) && clauses.After(first, end) is { } subject
            ? Mention(subject, first, SpeakerReason.Follows)
            : null;

    /// <summary>Returns the paper of “heißt es in dem Antrag”.</summary>
    private TokenRun? Paper(int first, int end)
    {
        while (first < end && tokens[first].IsWord && words.Borders.Contains(tokens[first].Lower))
        {
            first++;
        }

        return phrases.From(first, end);
    }

    private SpeakerMention? Stated(int first, int end, int quotation, bool isOpen)
    {
        if (tokens[first].Lower is "and" or "but" or "or" or "und" or "aber" or "which" or "who" or "that")
        {
            return null;
        }

        for (var verb = first + 1; verb < end; verb++)
        {
            if (!words.Verbs.Contains(tokens[verb].Lower) || tokens[verb].IsCapital || tokens[verb - 1].Lower is "who" or "which" or "that")
            {
                continue;
            }

            if (!isOpen && tokens[first].IsCapital && end - verb > MaxBehindVerb)
            {
                return null;
            }

            if (IntroducesNext(verb, end) && LastOf(quotation) != ',' && isOpen is false)
            {
                return null;
            }

            var subject = words.VerbSecond ? clauses.Subject(verb, first, end + 1) : phrases.Before(verb, first);
            return subject is { } source ? Mention(source, verb, SpeakerReason.Follows) : null;
        }

        return null;
    }

    private bool IntroducesNext(int verb, int end) => tokens[end].Kind == SpeechTokenKind.Quotation && end - verb <= 2;

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

        return end - 1 > from && tokens[end - 1].IsMark(':') && end - from <= ShortSentence && phrases.Subject(from, end - 1) is { } named
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
            return phrases.From(tokens[cue + 1].Lower == "von" ? cue + 2 : cue + 1, end);
        }

        if (words.VerbSecond)
        {
            return clauses.Subject(cue, from, end);
        }

        if (cue == from)
        {
            return phrases.From(cue + 1, end);
        }

        return phrases.Before(cue, from) ?? phrases.Subject(from, cue);
    }

    /// <summary>Reads a source at the end of the sentence: “…” is right, according to Ada Berg.</summary>
    private SpeakerMention? Trailing(int quotation)
    {
        var end = SentenceEnd(quotation + 1);
        for (var at = quotation + 2; at < end - 1; at++)
        {
            if (tokens[at - 1].IsMark(',') && words.Sources.Contains(tokens[at].Lower))
            {
                if (tokens[at + 1].Lower is "heißt" or "hieß" && tokens[at + 2].Lower == "es")
                {
                    return Paper(at + 3, end) is { } paper ? Mention(paper, at, SpeakerReason.Follows) : null;
                }

                if (words.Auxiliaries.Contains(tokens[at + 1].Lower))
                {
                    return null;
                }

                var first = tokens[at + 1].Lower == "to" ? at + 2 : at + 1;
                return phrases.From(first, end) is { } source ? Mention(source, at, SpeakerReason.Follows) : null;
            }
        }

        return null;
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
        if (tokens[Math.Max(0, quotation - 1)].Kind is not (SpeechTokenKind.End or SpeechTokenKind.Quotation))
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

    private bool IsCue(int at) => tokens[at].IsWord && (words.Verbs.Contains(tokens[at].Lower) || words.Sources.Contains(tokens[at].Lower));

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
