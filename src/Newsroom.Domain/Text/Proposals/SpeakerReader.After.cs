namespace Newsroom.Domain.Text.Proposals;

/// <content>Reads the words after a quotation, in its sentence.</content>
internal sealed partial class SpeakerReader
{
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

        var isContinued = first == quotation + 1 && !tokens[first].IsCapital && LastOf(quotation) != ',';
        return Inverted(first, end) ?? (isContinued ? Closing(first, end) : null) ?? Stated(first, end, quotation, isOpen);
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

    /// <summary>Reads “…” if she can do it, said Ada Berg: the last words of the sentence.</summary>
    private SpeakerMention? Closing(int first, int end)
    {
        for (var at = first + 1; at < end - 1; at++)
        {
            if (
                tokens[at - 1].IsMark(',')
                && IsVerb(at)
                && (words.VerbSecond ? clauses.After(at, end) : phrases.From(at + 1, end)) is { } named
            )
            {
                return Mention(named, at, SpeakerReason.Follows);
            }
        }

        return null;
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
}
