using System.Text;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>Determines the use of each mark in one pass, from its surroundings and the open marks. Linear time.</summary>
internal sealed class QuotationReader
{
    private readonly MarkReadings readings;
    private readonly MarkHabits habits;
    private readonly MarkSurroundings surroundings;
    private readonly OpenMarks open = new();
    private readonly MarkPairing pairing;
    private readonly MarkClassifier classifier;
    private readonly MarksAhead[] ahead;

    private QuotationReader(string text, string language)
    {
        readings = new MarkReadings(text);
        habits = new MarkHabits(language);
        surroundings = new MarkSurroundings(text, readings.Marks);
        pairing = new MarkPairing(readings, open);
        classifier = new MarkClassifier(readings, open, habits, new SingleMarkRules(text, open, habits, surroundings));
        ahead = new MarkLookahead(readings.Marks, surroundings).Read();
    }

    private List<MarkToken> Marks => readings.Marks;

    /// <param name="text">The visible text.</param>
    /// <param name="language">The BCP 47 tag of the text's language.</param>
    public static MarkReadings Read(string text, string language)
    {
        var reader = new QuotationReader(text, language);
        reader.Read();
        return reader.readings;
    }

    private void Read()
    {
        for (var i = 0; i < Marks.Count;)
        {
            if (i > 0 && Marks[i].Paragraph != Marks[i - 1].Paragraph && Continues(i))
            {
                (readings.Uses[i], readings.Lengths[i]) = (MarkUse.Reopens, Width(i));
                readings.Ends[i] = open.Last.Reopened;
                open.Reopen(i);
                i += readings.Lengths[i] > Marks[i].Length ? 2 : 1;
            }
            else
            {
                i += Resolve(i);
            }
        }

        if (Marks.Count > 0)
        {
            pairing.Leave(0, readings.Paragraphs[Marks[^1].Paragraph].End);
        }
    }

    /// <summary>Sets the use of a mark; returns the number of tokens it takes.</summary>
    private int Resolve(int i)
    {
        var mark = IsDoubled(i) ? Seen(i, Doubled(i), 2) : Seen(i, Marks[i], 1);
        Set(i, mark, classifier.UseOf(mark));
        return mark.Tokens;
    }

    private MarkToken Doubled(int i) =>
        Marks[i] with
        {
            Length = 2,
            Kind = QuotationMarks.Doubled(Marks[i].Kind),
            After = Marks[i + 1].After,
        };

    /// <summary>Returns whether two single marks are halves of a double one; not if each closes a single one.</summary>
    private bool IsDoubled(int i)
    {
        if (
            !QuotationMarks.IsSingle(Marks[i].Kind)
            || Marks[i].Kind is '‹' or '›'
            || Marks[i].Length != 1
            || i + 1 == Marks.Count
            || Marks[i + 1].At != Marks[i].End
            || readings.Text[Marks[i].At] != readings.Text[Marks[i + 1].At]
        )
        {
            return false;
        }

        var kind = Marks[i].Kind;
        var triple =
            i + 2 < Marks.Count && Marks[i + 2].At == Marks[i + 1].End && readings.Text[Marks[i + 2].At] == readings.Text[Marks[i].At];
        return !Closes(1) || !(triple || Closes(2));

        bool Closes(int depth) =>
            open.Count >= depth
            && !open[^depth].IsDoubled
            && QuotationMarks.IsSingle(open[^depth].Kind)
            && QuotationMarks.ClosersOf(open[^depth].Kind).Contains(kind, StringComparison.Ordinal);
    }

    private byte Width(int i) => (byte)(IsDoubled(i) ? 2 : Marks[i].Length);

    private void Set(int i, SeenMark mark, MarkUse use)
    {
        (readings.Uses[i], readings.Lengths[i]) = (use, mark.Token.Length);
        switch (use)
        {
            case MarkUse.Opens:
                open.Push(new OpenMark(mark.Token.At, mark.Token.Kind, i, mark.Tokens == 2, Reopened: -1));
                break;
            case MarkUse.Unclosed:
                readings.Ends[i] = readings.Paragraphs[mark.Token.Paragraph].End;
                break;
            case MarkUse.Closes:
                readings.Uses[i] = pairing.Close(mark.Token);
                break;
        }
    }

    /// <summary>Enters the next paragraph: quotations that its first mark reopens continue, others are unclosed.</summary>
    private bool Continues(int i)
    {
        var (last, next) = (Marks[i - 1].Paragraph, Marks[i]);
        var kind = IsDoubled(i) ? QuotationMarks.Doubled(next.Kind) : next.Kind;
        var mayContinue =
            next.Paragraph == last + 1
            && next.Before == MarkToken.Edge
            && (next.IsSpaceAfter ? next.After != MarkToken.Edge : surroundings.BeginsBehind(i + 1, next))
            && (!QuotationMarks.CanBeApostrophe(kind) || surroundings.Shortened(next) is null);
        var reopened = mayContinue
            ? open.FindLastIndex(o => kind == o.Kind || (habits.ContinuesWithCloser && (o.Kind, kind) is ('«', '»') or ('“', '”')))
            : -1;
        var end = readings.Paragraphs[last].End;
        pairing.Leave(reopened + 1, end);
        if (reopened > 0)
        {
            var goesOn = open.Pop();
            pairing.Leave(0, end);
            open.Push(goesOn);
        }

        return reopened >= 0;
    }

    private SeenMark Seen(int i, MarkToken token, int tokens)
    {
        var before = MarkBefore(i);
        var isFree = before switch
        {
            MarkUse.Opens or MarkUse.Reopens or MarkUse.Unclosed => true,
            null => MarkSurroundings.IsSpaceOrBracket(token.Before),
            _ => false,
        };
        return new SeenMark(token, tokens, before is not null, isFree, surroundings.BeginsBehind(i + tokens, token), ahead[i + tokens - 1]);
    }

    /// <summary>Returns the use of the mark directly before another, or null.</summary>
    private MarkUse? MarkBefore(int i)
    {
        if (i == 0)
        {
            return null;
        }

        var before = readings.Lengths[i - 1] > 0 || i == 1 ? i - 1 : i - 2;
        return Marks[i - 1].Paragraph == Marks[i].Paragraph && surroundings.IsAdjacent(Marks[i - 1].End, Marks[i].At)
            ? readings.Uses[before]
            : null;
    }
}
