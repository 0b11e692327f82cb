using System.Text;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>Determines the use of a mark from its surroundings and the open marks; single marks: <see cref="SingleMarkRules"/>.</summary>
internal sealed class MarkClassifier(MarkReadings readings, OpenMarks open, MarkHabits habits, SingleMarkRules singles)
{
    private readonly HebrewMarks hebrew = new(readings.Text);

    public MarkUse UseOf(SeenMark mark)
    {
        var kind = mark.Token.Kind;
        if (kind is '《' or '》' or '〈' or '〉' && habits.HasTitleMarks)
        {
            return MarkUse.Title;
        }

        if (QuotationMarks.OnlyOpens(kind))
        {
            return MarkUse.Opens;
        }

        if (QuotationMarks.OnlyCloses(kind))
        {
            return MarkUse.Closes;
        }

        if (!QuotationMarks.IsSingle(kind) && IsSpacedInside(mark.Token))
        {
            return MarkUse.Closes;
        }

        return kind switch
        {
            '“' => OfOpeningDouble(mark),
            '”' or '‟' => OfClosingDouble(mark),
            '«' or '‹' or '»' or '›' => OfGuillemet(mark),
            '"' => OfStraightDouble(mark),
            '‚' => SingleMarkRules.OfLow(mark),
            _ => singles.UseOf(mark),
        };
    }

    /// <summary>Returns whether a mark with a space before it closes one with a space after it.</summary>
    private bool IsSpacedInside(MarkToken token) =>
        token.IsSpaceBefore
        && token.Before != MarkToken.Edge
        && open.Count > 0
        && open.Last is var last
        && readings.Marks[last.Token].IsSpaceAfter
        && QuotationMarks.ClosersOf(last.Kind).Contains(token.Kind, StringComparison.Ordinal);

    private MarkUse OfOpeningDouble(SeenMark mark)
    {
        if (mark.IsUnspacedOnBothSides)
        {
            return open.IsAwaited('“') && open.Last.Kind is '„' or '”' or '"' ? MarkUse.Closes : MarkUse.Opens;
        }

        if (mark.IsFree)
        {
            return mark.Begins || !open.IsAwaited('“') ? MarkUse.Opens : MarkUse.Closes;
        }

        return !open.IsAwaited('“') && (mark.Begins || mark.Has(MarksAhead.Double)) ? MarkUse.Opens : MarkUse.Closes;
    }

    private MarkUse OfClosingDouble(SeenMark mark)
    {
        if (mark.IsFree && mark.Begins)
        {
            return MarkUse.Opens;
        }

        if (open.IsAwaited(mark.Token.Kind))
        {
            return Rune.IsDigit(mark.Token.Before) && mark.Has(MarksAhead.NextDouble) && !mark.Token.IsUnspaced
                ? MarkUse.Unit
                : MarkUse.Closes;
        }

        return mark.Begins || (mark.IsFree && mark.Has(MarksAhead.Double)) ? MarkUse.Opens : MarkUse.Closes;
    }

    private MarkUse OfGuillemet(SeenMark mark)
    {
        var kind = mark.Token.Kind;
        var isTyped = mark.Token.Length == 2;
        var (isFree, isAwaited) = (mark.IsFree, open.IsAwaited(kind));
        if (kind is '«' or '‹')
        {
            if (isTyped && !(mark.Begins || !isAwaited))
            {
                return MarkUse.Closes;
            }

            return isAwaited && (!isFree || !mark.Begins) ? MarkUse.Closes : MarkUse.Opens;
        }

        var isWithin = isAwaited && open.Count > 0 && open.Last.Kind == (kind == '»' ? '«' : '‹');
        if (isFree && mark.Begins && !(isWithin && mark.Token.IsSpaceBefore && mark.Token.Before != MarkToken.Edge))
        {
            return MarkUse.Opens;
        }

        if (isAwaited)
        {
            return MarkUse.Closes;
        }

        var opens = !isTyped && (mark.Begins || (isFree && mark.Has(MarksAhead.Double)));
        if (opens)
        {
            return MarkUse.Opens;
        }

        return isTyped || readings.Text[mark.Token.At] == '❯' ? MarkUse.Operator : MarkUse.Closes;
    }

    private MarkUse OfStraightDouble(SeenMark mark)
    {
        var token = mark.Token;
        var isAwaited = open.IsAwaited('"');
        if (token.IsInWord && readings.Text[token.At] == 'ˮ')
        {
            return MarkUse.Letter;
        }

        if (Script.IsHebrew(token.Before) && Script.IsHebrew(token.After) && token.Length == 1)
        {
            return hebrew.UseOf(token, isAwaited);
        }

        if (Rune.IsDigit(token.Before) && IsUnit(mark, isAwaited, MarksAhead.NextDouble))
        {
            return MarkUse.Unit;
        }

        if (mark.IsFree && mark.Begins)
        {
            return MarkUse.Opens;
        }

        if (isAwaited)
        {
            return
                mark.IsFree
                || !mark.Begins
                || Rune.IsLetterOrDigit(token.Before)
                || token.IsUnspaced
                || mark.FollowsMark
                || IsClosingPunctuation(token.Before)
                ? MarkUse.Closes
                : MarkUse.Opens;
        }

        if (token.Length == 2 && !mark.Begins)
        {
            return mark.IsFree ? MarkUse.Empty : MarkUse.Closes;
        }

        return mark.Begins || mark.IsFree || (token.IsUnspaced && mark.Has(MarksAhead.Double)) ? MarkUse.Opens : MarkUse.Closes;
    }

    /// <summary>Returns whether a mark after a figure means inches: no quotation is open, or the next mark closes it.</summary>
    private static bool IsUnit(SeenMark mark, bool isAwaited, MarksAhead closer)
    {
        if (isAwaited)
        {
            return mark.Has(closer) && !(mark.Token.IsUnspaced && !mark.Begins);
        }

        return !mark.Begins
            || Rune.IsDigit(mark.Token.After)
            || mark.Token.After.Value is 'x' or 'X' or '×' or '-' or '–'
            || mark.Token.IsSpaceAfter;
    }

    private static bool IsClosingPunctuation(Rune rune) => Rune.IsPunctuation(rune) && rune.Value is not (':' or '=' or '：');
}
