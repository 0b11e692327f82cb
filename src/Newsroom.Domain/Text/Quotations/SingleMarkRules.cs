using System.Text;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>Determines the use of a single mark: opening, closing, apostrophe, unit or accent.</summary>
internal sealed class SingleMarkRules(string text, OpenMarks open, MarkHabits habits, MarkSurroundings surroundings)
{
    private const int MaxAffixLength = 16;

    private readonly HebrewMarks hebrew = new(text);

    /// <summary>Returns the use of a low single mark, which may be a mistyped comma.</summary>
    public static MarkUse OfLow(SeenMark mark)
    {
        if (mark.Begins && (mark.IsFree || mark.Token.IsUnspaced || mark.Has(MarksAhead.Single)))
        {
            return MarkUse.Opens;
        }

        return mark.IsFree && mark.Has(MarksAhead.Single) ? MarkUse.Opens : MarkUse.Comma;
    }

    public MarkUse UseOf(SeenMark mark)
    {
        var (token, kind) = (mark.Token, mark.Token.Kind);
        var isAwaited = open.IsAwaited(kind);
        if (OfApostrophe(mark) is { } apostrophe)
        {
            return apostrophe;
        }

        if (token.IsUnspaced && !mark.IsFree)
        {
            var closes = isAwaited && (kind != '‘' || open.Last.Kind is '‚' or '’');
            return !closes && mark.Begins ? MarkUse.Opens : MarkUse.Closes;
        }

        if (mark.IsFree && mark.Begins)
        {
            return kind is not '’' || habits.OpensWithCloser || mark.Has(MarksAhead.Single) ? MarkUse.Opens : MarkUse.Unclosed;
        }

        if (isAwaited && ClosesSingle(mark))
        {
            return MarkUse.Closes;
        }

        if (Rune.IsDigit(token.Before) && kind is '\'' or '’' or '´')
        {
            return MarkUse.Unit;
        }

        if (Rune.IsLetter(token.Before) && kind is not '‘')
        {
            return MarkUse.WordEnd;
        }

        if (kind is '`' or '´' or QuotationMarks.ModifierLetter)
        {
            return kind == QuotationMarks.ModifierLetter ? MarkUse.Letter : MarkUse.Accent;
        }

        if (mark.IsFree && mark.Has(MarksAhead.Single))
        {
            return MarkUse.Opens;
        }

        return mark.Begins && !token.IsInWord ? MarkUse.Opens : MarkUse.Closes;
    }

    /// <summary>Returns the use of an apostrophe that does not depend on open marks; null for other marks.</summary>
    private MarkUse? OfApostrophe(SeenMark mark)
    {
        var token = mark.Token;
        if (!QuotationMarks.CanBeApostrophe(token.Kind))
        {
            return null;
        }

        if (token.IsInWord && Script.HasApostrophes(token.Before) && Script.HasApostrophes(token.After))
        {
            if (Rune.IsDigit(token.Before) && Rune.IsDigit(token.After))
            {
                return MarkUse.Unit;
            }

            return OpensGlued(mark) ? MarkUse.Opens : MarkUse.Apostrophe;
        }

        if (mark.IsFree)
        {
            return surroundings.Shortened(token);
        }

        return token.Before != MarkToken.Edge && IsPossessive(token) ? MarkUse.Apostrophe : null;
    }

    /// <summary>Returns whether a standalone s follows: <c>the U.S.'s</c>.</summary>
    private bool IsPossessive(MarkToken token) =>
        token.After.Value is 's' or 'S'
        && text.AsSpan(token.End) is [not '\u200B', .. var rest]
        && (rest.Length == 0 || !char.IsLetterOrDigit(rest[0]));

    /// <summary>Returns whether the space before a quotation is missing: <c>said'We will go'</c>, Hebrew prefixes.</summary>
    private bool OpensGlued(SeenMark mark)
    {
        var token = mark.Token;
        if (!mark.Has(MarksAhead.Single) || open.IsAwaited(token.Kind))
        {
            return false;
        }

        if (Script.IsHebrew(token.Before))
        {
            return Script.IsHebrew(token.After) && hebrew.IsPrefix(token.At) && hebrew.LettersAfter(token.End) > 1;
        }

        return !habits.ElidesBeforeCapitals && Rune.IsLower(token.Before) && Rune.IsUpper(token.After) && !IsElided(token.At);
    }

    /// <summary>Returns whether the preceding word is elided: <c>dell'</c>, <c>qu'</c>, <c>d'</c>.</summary>
    private bool IsElided(int end)
    {
        var start = end;
        while (start > 0 && end - start < MaxAffixLength && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        var word = text.AsSpan(start, end - start);
        return word.Length < 3
            || word.EndsWith("ll", StringComparison.OrdinalIgnoreCase)
            || word.EndsWith("qu", StringComparison.OrdinalIgnoreCase)
            || word.EndsWith("sant", StringComparison.OrdinalIgnoreCase);
    }

    private static bool ClosesSingle(SeenMark mark)
    {
        var token = mark.Token;
        if (token.Kind is '‘' or '`' or '´' or QuotationMarks.ModifierLetter)
        {
            return true;
        }

        if (token.IsSpaceBefore)
        {
            return !mark.Begins;
        }

        var mayBeWordEnd = token.Before.Value is 's' or 'S' or 'z' or 'x' || Rune.IsDigit(token.Before);
        return !(mayBeWordEnd && (token.IsSpaceAfter || Rune.IsLetterOrDigit(token.After)) && mark.Has(MarksAhead.NextSingle));
    }
}
