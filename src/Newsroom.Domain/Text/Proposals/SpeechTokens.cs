using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Text.Proposals;

/// <summary>Divides a text into words, marks, quotations and paragraph ends. Linear time.</summary>
internal static class SpeechTokens
{
    /// <summary>Returns the tokens of a text.</summary>
    /// <param name="text">The visible text.</param>
    /// <param name="quotations">Its quotations, in order. Shorter ones and unclosed ones are read as words.</param>
    public static List<SpeechToken> Of(string text, IReadOnlyList<Quotation> quotations)
    {
        var tokens = new List<SpeechToken>(text.Length / 5);
        var next = 0;
        for (var at = 0; at < text.Length;)
        {
            while (next < quotations.Count && quotations[next].Range.Start < at)
            {
                next++;
            }

            if (next < quotations.Count && quotations[next].Range.Start == at && SpeakerFinder.IsSpeech(quotations[next]))
            {
                tokens.Add(new SpeechToken(SpeechTokenKind.Quotation, quotations[next].Range, "", IsCapital: false));
                at = quotations[next].Range.End;
                continue;
            }

            at = char.IsWhiteSpace(text[at]) ? AddBreak(tokens, text, at) : Add(tokens, text, at);
        }

        tokens.Add(new SpeechToken(SpeechTokenKind.Break, new TextRange(text.Length, text.Length), "", IsCapital: false));
        return tokens;
    }

    private static int AddBreak(List<SpeechToken> tokens, string text, int at)
    {
        var (start, lineEnds) = (at, 0);
        for (; at < text.Length && char.IsWhiteSpace(text[at]); at++)
        {
            lineEnds += text[at] == '\n' ? 1 : 0;
        }

        if (lineEnds >= LineEnds.OfBlankLine && tokens is [.., { Kind: not SpeechTokenKind.Break }])
        {
            tokens.Add(new SpeechToken(SpeechTokenKind.Break, new TextRange(start, at), "", IsCapital: false));
        }

        return at;
    }

    private static int Add(List<SpeechToken> tokens, string text, int start)
    {
        var at = start;
        while (at < text.Length && IsOfWord(text, at, start))
        {
            at++;
        }

        if (at == start)
        {
            var isEnd = text[at] is '.' or '!' or '?' or '…';
            var kind = isEnd ? SpeechTokenKind.End : SpeechTokenKind.Mark;
            tokens.Add(new SpeechToken(kind, new TextRange(at, at + 1), text[at..(at + 1)], IsCapital: false));
            return at + 1;
        }

        if (at < text.Length && text[at] == '.' && (!SentenceFinder.IsEnd(text, at) || IsInside(text, at + 1)))
        {
            at++;
        }

        var word = text[start..at];
        tokens.Add(new SpeechToken(SpeechTokenKind.Word, new TextRange(start, at), word.ToLowerInvariant(), char.IsUpper(word[0])));
        return at;
    }

    /// <summary>Returns whether a sentence continues: "Harris (D-Nev.) said".</summary>
    private static bool IsInside(string text, int at) => at < text.Length && text[at] is ')' or ']' or ',';

    private static bool IsOfWord(string text, int at, int start) =>
        char.IsLetterOrDigit(text[at])
        || char.IsSurrogate(text[at])
        || (
            at > start
            && at + 1 < text.Length
            && char.IsLetterOrDigit(text[at + 1])
            && text[at] is '\'' or '’' or '-' or '‐' or '.' or '&' or '/'
        )
        || (text[at] is '@' or '#' or '$' && at == start && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]));
}
