namespace Newsroom.Domain.Text.Proposals;

/// <summary>
/// Reads the subject of a verb of saying in a language with the verb in second place: before the verb where the sentence begins with it,
/// else after it. Each call looks at a bounded number of tokens.
/// </summary>
internal sealed class VerbSecondClauses(List<SpeechToken> tokens, SpeechWords words, NounPhrases phrases)
{
    private const int Reach = 12;

    private static readonly string[] VerbEndings = ["te", "ten", "t"];

    /// <summary>Returns the subject of a verb; null where none was found.</summary>
    /// <param name="verb">The verb: finite, or a participle.</param>
    /// <param name="from">The first token of the sentence.</param>
    /// <param name="end">The token after the last of the sentence.</param>
    public TokenRun? Subject(int verb, int from, int end)
    {
        if (IsImpersonal(verb, from, end))
        {
            var paper = from;
            while (paper < verb && words.Borders.Contains(tokens[paper].Lower))
            {
                paper++;
            }

            return paper > from ? phrases.From(paper, verb) : null;
        }

        var first = from;
        from = ClauseStart(verb, first);
        var finite = Finite(verb, from);
        if (finite == from)
        {
            return After(finite, end) ?? (from > first ? phrases.Subject(first, from) : null);
        }

        var isVerbLast = verb + 1 < end && tokens[verb + 1].IsMark(',');
        if (words.Subordinators.Contains(tokens[from].Lower) && isVerbLast)
        {
            return phrases.From(from + 1, verb);
        }

        if (finite + 1 < end && words.Pronouns.Contains(tokens[finite + 1].Lower) && tokens[finite + 1].Lower != "es")
        {
            return new TokenRun(finite + 1, finite + 1);
        }

        return IsNounPhrase(from) ? phrases.From(from, finite) ?? After(finite, end) : After(finite, end) ?? phrases.Subject(from, finite);
    }

    /// <summary>Returns the first noun phrase after a verb that no preposition introduces.</summary>
    public TokenRun? After(int verb, int end)
    {
        // The name of a paper can be in quotation marks: schrieb „Die Zeit“.
        if (verb + 2 < end && tokens[verb + 1].IsQuotationMark && tokens[verb + 2].IsCapital)
        {
            return phrases.From(verb + 2, end);
        }

        for (var at = verb + 1; at < end && at - verb <= Reach && tokens[at].IsWord; at++)
        {
            var isFree = !words.Borders.Contains(tokens[at - 1].Lower) && !words.Articles.Contains(tokens[at - 1].Lower);
            if (isFree && (at == verb + 1 || tokens[at - 1].IsCapital || IsHelper(at - 1)) && IsNounPhrase(at))
            {
                return phrases.From(at, end);
            }
        }

        return null;
    }

    /// <summary>Returns whether a word in lower case can be a verb: it begins no other phrase.</summary>
    public bool CanBeVerb(int at) =>
        tokens[at].IsWord
        && !tokens[at].IsCapital
        && char.IsLetter(tokens[at].Lower[0])
        && !words.Borders.Contains(tokens[at].Lower)
        && !words.Joins.Contains(tokens[at].Lower)
        && !words.Articles.Contains(tokens[at].Lower)
        && !words.Pronouns.Contains(tokens[at].Lower)
        && !words.Subordinators.Contains(tokens[at].Lower)
        && !words.Links.Contains(tokens[at].Lower)
        && !IsHelper(at);

    /// <summary>Returns the subject of a sentence whose verb is not known: "Dazu spottete Berg".</summary>
    public TokenRun? SubjectOfUnknown(int from, int end)
    {
        while (from < end && (!tokens[from].IsWord || words.Joins.Contains(tokens[from].Lower)))
        {
            from++;
        }

        if (from < end && IsNounPhrase(from))
        {
            return phrases.From(from, end);
        }

        for (var at = from; at < end && at - from <= Reach; at++)
        {
            if (CanBeVerb(at) && VerbEndings.Any(ending => tokens[at].Lower.EndsWith(ending, StringComparison.Ordinal)))
            {
                return After(at, end);
            }
        }

        return null;
    }

    /// <summary>Returns whether a paper speaks: "In dem Antrag heißt es".</summary>
    private bool IsImpersonal(int verb, int from, int end) =>
        tokens[verb].Lower is "heißt" or "hieß" or "geheißen"
        && ((verb + 1 < end && tokens[verb + 1].Lower == "es") || (verb > from && tokens[verb - 1].Lower == "es"));

    private int ClauseStart(int verb, int from)
    {
        for (var at = verb - 1; at > from + 1; at--)
        {
            if (tokens[at].IsMark(';') || (tokens[at - 1].IsMark(',') && words.Joins.Contains(tokens[at].Lower)))
            {
                return at + 1 < verb ? at + 1 : from;
            }
        }

        return words.Joins.Contains(tokens[from].Lower) && from + 1 < verb ? from + 1 : from;
    }

    /// <summary>Returns the auxiliary of a participle; the verb where it has none.</summary>
    private int Finite(int verb, int from)
    {
        for (var at = verb - 1; at >= from; at--)
        {
            if (words.Auxiliaries.Contains(tokens[at].Lower))
            {
                return at;
            }

            if (tokens[at].IsMark(','))
            {
                return verb;
            }
        }

        return verb;
    }

    private bool IsNounPhrase(int at) =>
        tokens[at].IsWord
        && !words.Borders.Contains(tokens[at].Lower)
        && !words.Sources.Contains(tokens[at].Lower)
        && !IsHelper(at)
        && (tokens[at].IsCapital || words.Articles.Contains(tokens[at].Lower) || words.Pronouns.Contains(tokens[at].Lower));

    private bool IsHelper(int at) => words.Helpers.Contains(tokens[at].Lower) || IsAdverb(tokens[at].Lower);

    private static bool IsAdverb(string word) =>
        word.EndsWith("lich", StringComparison.Ordinal)
        || word.EndsWith("weise", StringComparison.Ordinal)
        || word.EndsWith("ings", StringComparison.Ordinal)
        || word.EndsWith("ierend", StringComparison.Ordinal);
}
