namespace Newsroom.Domain.Text.Proposals;

/// <summary>A run of tokens, the last one included.</summary>
internal readonly record struct TokenRun(int First, int Last);

/// <summary>Reads noun phrases beside verbs. Each call looks at a bounded number of tokens.</summary>
internal sealed class NounPhrases(List<SpeechToken> tokens, SpeechWords words)
{
    private const int MaxTokens = 14;
    private const int MaxApposition = 30;

    /// <summary>Returns the subject before a verb; null where the words before it are none.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="from">The first token of the clause.</param>
    public TokenRun? Before(int verb, int from)
    {
        var last = verb - 1;
        while (last >= from && IsHelper(last))
        {
            last--;
        }

        return last < from ? null : EndingAt(last, from);
    }

    /// <summary>Returns the noun phrase that begins at a token; null where none does.</summary>
    /// <param name="first">The first token.</param>
    /// <param name="end">The token after the last that may belong to it.</param>
    public TokenRun? From(int first, int end)
    {
        while (first < end && IsHelper(first) && !tokens[first].IsCapital)
        {
            first++;
        }

        if (first >= end || !tokens[first].IsWord)
        {
            return null;
        }

        if (words.Pronouns.Contains(tokens[first].Lower) && !Continues(first + 1, end))
        {
            return new TokenRun(first, first);
        }

        var last = first - 1;
        while (last + 1 < end && last - first < MaxTokens && Belongs(last + 1))
        {
            last++;
        }

        while (last > first && words.Links.Contains(tokens[last].Lower))
        {
            last--;
        }

        return last < first ? null : new TokenRun(first, last);
    }

    /// <summary>Cuts a phrase that no verb of saying ends behind its name: "Berg left the hall".</summary>
    public TokenRun? Named(TokenRun? phrase)
    {
        if (phrase is not { } run)
        {
            return null;
        }

        var name = run.First;
        while (name <= run.Last && (!tokens[name].IsCapital || words.Articles.Contains(tokens[name].Lower)))
        {
            name++;
        }

        for (var at = name; at <= run.Last; at++)
        {
            if (!tokens[at].IsCapital && !words.Links.Contains(tokens[at].Lower))
            {
                return new TokenRun(run.First, at - 1);
            }
        }

        return run;
    }

    /// <summary>Returns the subject of a clause: its first noun phrase that no preposition introduces.</summary>
    public TokenRun? Subject(int from, int end)
    {
        for (var at = from; at < end; at++)
        {
            if (!tokens[at].IsWord)
            {
                continue;
            }

            if (words.Pronouns.Contains(tokens[at].Lower))
            {
                return new TokenRun(at, at);
            }

            if (IsBorder(at) || words.Sources.Contains(tokens[at].Lower))
            {
                at = SkipPhrase(at, end);
                continue;
            }

            if (IsHelper(at) || words.Verbs.Contains(tokens[at].Lower))
            {
                continue;
            }

            return From(at, end);
        }

        return null;
    }

    private TokenRun? EndingAt(int last, int from)
    {
        if (tokens[last].IsMark(')'))
        {
            last = Back(last, from, '(') - 1;
        }
        else if (tokens[last].IsMark(',') || IsDash(last))
        {
            var mark = tokens[last].Lower[0];
            var before = Back(last - 1, from, mark);
            last = before >= from ? before - 1 : last - 1;
        }

        while (last >= from && (tokens[last].Lower is "who" or "which" or "that" || tokens[last].IsMark(',')))
        {
            last--;
        }

        if (last >= from && tokens[last].IsMark(')'))
        {
            last = Back(last, from, '(') - 1;
        }

        if (last < from || !tokens[last].IsWord)
        {
            return null;
        }

        if (words.Pronouns.Contains(tokens[last].Lower))
        {
            return new TokenRun(last, last);
        }

        var first = last + 1;
        while (first - 1 >= from && last - first + 1 < MaxTokens && Belongs(first - 1) && !IsPronoun(first - 1))
        {
            first--;
        }

        while (first < last && words.Links.Contains(tokens[first].Lower))
        {
            first++;
        }

        return first > last || words.Links.Contains(tokens[last].Lower) ? null : new TokenRun(first, last);
    }

    private bool IsPronoun(int at) => words.Pronouns.Contains(tokens[at].Lower) && tokens[at].Lower.Length <= 4;

    private int Back(int at, int from, char mark)
    {
        var limit = Math.Max(from, at - MaxApposition);
        for (; at >= limit; at--)
        {
            if (tokens[at].IsMark(mark))
            {
                return at;
            }
        }

        return from - 1;
    }

    private int SkipPhrase(int at, int end)
    {
        var limit = Math.Min(end, at + MaxApposition);
        for (var i = at; i < limit; i++)
        {
            if (tokens[i].IsMark(','))
            {
                return i;
            }
        }

        return at;
    }

    private bool Continues(int at, int end) =>
        at < end
        && tokens[at].IsWord
        && words.Links.Contains(tokens[at].Lower)
        && tokens[at - 1].Lower is not ("he" or "she" or "er" or "sie");

    private bool Belongs(int at) => tokens[at].IsWord && !IsBorder(at) && (tokens[at].IsCapital || !words.Verbs.Contains(tokens[at].Lower));

    private bool IsBorder(int at) => words.Borders.Contains(tokens[at].Lower);

    private bool IsHelper(int at) =>
        tokens[at].IsWord
        && (
            words.Helpers.Contains(tokens[at].Lower)
            || (!words.VerbSecond && tokens[at].Lower.EndsWith("ly", StringComparison.Ordinal) && !tokens[at].IsCapital)
        );

    private bool IsDash(int at) => tokens[at].Kind == SpeechTokenKind.Mark && tokens[at].Lower[0] is '–' or '—' or '-';
}
