using System.Runtime.InteropServices;
using System.Text;
using Newsroom.Domain.Articles;

namespace Newsroom.Domain.Gates;

/// <summary>
/// Reads the marks of a text from its beginning to its end and gives each the one use it has: what stands on either side and what is open decide.
/// Linear in the length of the text.
/// </summary>
internal sealed class QuotationReader
{
    private const int DeepestSingles = 8;
    private const int LongestAffix = 16;
    private const int LongestRow = 4;
    private const int LongestDecadeEnding = 3;

    private readonly string text;
    private readonly List<MarkToken> marks;
    private readonly List<TextRange> paragraphs;
    private readonly MarkUse[] uses;
    private readonly byte[] lengths;
    private readonly Ahead[] ahead;
    private readonly List<Open> open = [];
    private readonly Dictionary<char, int> awaited = [];

    // Of a mark that opens, where what it opens ends; of one that opens again, the index of the one before it that did, or -1.
    private readonly int[] ends;

    // In these languages a single ’ opens too.
    private readonly bool opensWithCloser;

    // In these a closing mark is put again at the beginning of each paragraph.
    private readonly bool continuesWithCloser;
    private readonly bool hasTitleMarks;
    private readonly bool elidesBeforeCapitals;

    // Where the quotation closed last was opened.
    private int lastOpened = -1;

    // Up to where the unpaired marks told last have no words between them.
    private int wordless;

    private QuotationReader(string text, string language)
    {
        this.text = text;
        var scanned = MarkScanner.Scan(text);
        (marks, paragraphs) = (scanned.Marks, scanned.Paragraphs);
        (uses, lengths, ends) = (new MarkUse[marks.Count], new byte[marks.Count], new int[marks.Count]);
        opensWithCloser = IsAnyOf(language, "sv", "fi", "da", "nb", "nn", "no", "nl", "he", "yi", "ar", "ur", "sr", "se", "sma", "rn", "sn", "lag");
        continuesWithCloser = IsAnyOf(language, "fr", "es", "it", "pt", "ca", "gl");
        hasTitleMarks = IsAnyOf(language, "zh", "yue", "ja", "ko") && !IsAnyOf(language, "ko-KP");
        elidesBeforeCapitals = IsAnyOf(language, "fr", "it", "ca", "oc", "br", "lij", "vec", "sc", "fur", "pms", "uz", "haw", "ga", "gd");
        ahead = LookAhead();
    }

    /// <summary>What may follow a mark in its paragraph.</summary>
    [Flags]
    private enum Ahead : byte
    {
        None = 0,

        /// <summary>A double mark that may close.</summary>
        Double = 1,

        /// <summary>A single mark that may close.</summary>
        Single = 2,

        /// <summary>The next double mark may close.</summary>
        NextDouble = 4,

        /// <summary>The next single mark may close.</summary>
        NextSingle = 8,
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text as a reader reads it.</param>
    /// <param name="language">BCP 47 tag of its language.</param>
    public static QuotationReader Read(string text, string language)
    {
        var reader = new QuotationReader(text, language);
        reader.Read();
        return reader;
    }

    /// <summary>Lists the marks with their uses.</summary>
    public IEnumerable<QuotationMark> Marks()
    {
        for (var i = 0; i < marks.Count; i++)
        {
            if (lengths[i] > 0)
            {
                yield return new QuotationMark(new TextRange(marks[i].At, marks[i].At + lengths[i]), uses[i]);
            }
        }
    }

    /// <summary>Lists the outermost quotations and the marks without a partner, in order; none overlap.</summary>
    public List<(TextRange Range, bool IsClosed)> Outermost()
    {
        var outermost = new List<(TextRange Range, bool IsClosed)>();
        for (var i = 0; i < marks.Count; i++)
        {
            if (lengths[i] > 0 && uses[i] is MarkUse.Opens or MarkUse.Reopens or MarkUse.Unclosed or MarkUse.Unopened)
            {
                Add(outermost, i);
            }
        }

        return outermost.ConvertAll(q => (q.IsClosed ? q.Range : Trimmed(q.Range), q.IsClosed));
    }

    private void Add(List<(TextRange Range, bool IsClosed)> outermost, int i)
    {
        var (mark, use) = (marks[i], uses[i]);
        if (use == MarkUse.Reopens)
        {
            // What opens again is told with what it continues, unless something that is closed came between.
            if (ends[i] <= mark.At || (outermost is [.., var continued] && mark.At < continued.Range.End))
            {
                return;
            }

            use = MarkUse.Unclosed;
        }

        if (outermost is [.., var last] && mark.At < last.Range.End)
        {
            if (last.IsClosed || use == MarkUse.Unopened)
            {
                return;
            }

            outermost[^1] = last with { Range = last.Range with { End = mark.At } };
        }

        var range = new TextRange(mark.At, ends[i]);
        if (use == MarkUse.Unopened)
        {
            var start = paragraphs[mark.Paragraph].Start;
            range = new TextRange(outermost is [.., var before] ? Math.Max(start, before.Range.End) : start, mark.At + lengths[i]);
        }

        // Marks without words between them are told as one.
        if (use != MarkUse.Opens && outermost is [.., { IsClosed: false } unpaired] && HasNoWords(Math.Max(unpaired.Range.Start, wordless), mark.At))
        {
            wordless = mark.At;
            range = range with { Start = unpaired.Range.Start };
            outermost.RemoveAt(outermost.Count - 1);
        }

        outermost.Add((range, use == MarkUse.Opens));
    }

    private static bool IsAnyOf(string language, params ReadOnlySpan<string> languages)
    {
        foreach (var one in languages)
        {
            if (language.StartsWith(one, StringComparison.OrdinalIgnoreCase) && (language.Length == one.Length || language[one.Length] == '-'))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasNoWords(int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (char.IsLetterOrDigit(text[at]) || char.IsSurrogate(text[at]) || text[at] == '\n')
            {
                return false;
            }
        }

        return true;
    }

    private TextRange Trimmed(TextRange range)
    {
        var words = text.AsSpan(range.Start, range.Length);
        var end = range.Start + words.TrimEnd().Length;
        return new TextRange(range.Start + (words.Length - words.TrimStart().Length), end);
    }

    private void Read()
    {
        for (var i = 0; i < marks.Count;)
        {
            if (i > 0 && marks[i].Paragraph != marks[i - 1].Paragraph && Continues(i))
            {
                (uses[i], lengths[i]) = (MarkUse.Reopens, Width(i));
                ends[i] = open[^1].Reopened;
                open[^1] = open[^1] with { Reopened = i };
                i += lengths[i] > marks[i].Length ? 2 : 1;
            }
            else
            {
                i += Resolve(i);
            }
        }

        if (marks.Count > 0)
        {
            Leave(0, paragraphs[marks[^1].Paragraph].End);
        }
    }

    /// <summary>Gives a mark its use, and the number of tokens it takes.</summary>
    private int Resolve(int i)
    {
        var mark = IsDoubled(i) ? Seen(i, Doubled(i), 2) : Seen(i, marks[i], 1);
        Set(i, mark, UseOf(mark));
        return mark.Tokens;
    }

    private MarkToken Doubled(int i) =>
        marks[i] with { Length = 2, Kind = QuotationMarks.Doubled(marks[i].Kind), After = marks[i + 1].After };

    /// <summary>Whether a single mark and the next are two halves of a double one; two that each close a single one are not.</summary>
    private bool IsDoubled(int i)
    {
        if (!QuotationMarks.IsSingle(marks[i].Kind) || marks[i].Kind is '‹' or '›' || marks[i].Length != 1 || i + 1 == marks.Count || marks[i + 1].At != marks[i].End || text[marks[i].At] != text[marks[i + 1].At])
        {
            return false;
        }

        var kind = marks[i].Kind;
        var triple = i + 2 < marks.Count && marks[i + 2].At == marks[i + 1].End && text[marks[i + 2].At] == text[marks[i].At];
        return !Closes(1) || !(triple || Closes(2));

        bool Closes(int depth) => open.Count >= depth && !open[^depth].IsDoubled && QuotationMarks.IsSingle(open[^depth].Kind)
            && QuotationMarks.ClosersOf(open[^depth].Kind).Contains(kind, StringComparison.Ordinal);
    }

    private byte Width(int i) => (byte)(IsDoubled(i) ? 2 : marks[i].Length);

    private void Set(int i, Mark mark, MarkUse use)
    {
        (uses[i], lengths[i]) = (use, mark.Token.Length);
        switch (use)
        {
            case MarkUse.Opens:
                Push(new Open(mark.Token.At, mark.Token.Kind, i, mark.Tokens == 2, Reopened: -1));
                break;
            case MarkUse.Unclosed:
                ends[i] = paragraphs[mark.Token.Paragraph].End;
                break;
            case MarkUse.Closes:
                uses[i] = Close(mark.Token);
                break;
        }
    }

    private MarkUse UseOf(Mark mark)
    {
        var kind = mark.Token.Kind;
        if (kind is '《' or '》' or '〈' or '〉' && hasTitleMarks)
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
            '‚' => OfLowSingle(mark),
            _ => OfSingle(mark),
        };
    }

    /// <summary>Whether a mark with a space before it closes one with a space behind it.</summary>
    private bool IsSpacedInside(MarkToken token) =>
        token.IsSpaceBefore && token.Before != MarkToken.Edge && open is [.., var last] && marks[last.Token].IsSpaceAfter
        && QuotationMarks.ClosersOf(last.Kind).Contains(token.Kind, StringComparison.Ordinal);

    private MarkUse OfOpeningDouble(Mark mark)
    {
        if (mark.IsUnspacedOnBothSides)
        {
            return IsAwaited('“') && open[^1].Kind is '„' or '”' or '"' ? MarkUse.Closes : MarkUse.Opens;
        }

        if (mark.IsFree)
        {
            return mark.Begins || !IsAwaited('“') ? MarkUse.Opens : MarkUse.Closes;
        }

        return !IsAwaited('“') && (mark.Begins || mark.Has(Ahead.Double)) ? MarkUse.Opens : MarkUse.Closes;
    }

    private MarkUse OfClosingDouble(Mark mark)
    {
        if (mark.IsFree && mark.Begins)
        {
            return MarkUse.Opens;
        }

        if (IsAwaited(mark.Token.Kind))
        {
            return Rune.IsDigit(mark.Token.Before) && mark.Has(Ahead.NextDouble) && !mark.Token.IsUnspaced ? MarkUse.Unit : MarkUse.Closes;
        }

        return mark.Begins || (mark.IsFree && mark.Has(Ahead.Double)) ? MarkUse.Opens : MarkUse.Closes;
    }

    private MarkUse OfGuillemet(Mark mark)
    {
        var kind = mark.Token.Kind;
        var isTyped = mark.Token.Length == 2;
        var (isFree, isAwaited) = (mark.IsFree, IsAwaited(kind));
        if (kind is '«' or '‹')
        {
            if (isTyped && !(mark.Begins || !isAwaited))
            {
                return MarkUse.Closes;
            }

            return isAwaited && (!isFree || !mark.Begins) ? MarkUse.Closes : MarkUse.Opens;
        }

        var isWithin = isAwaited && open.Count > 0 && open[^1].Kind == (kind == '»' ? '«' : '‹');
        if (isFree && mark.Begins && !(isWithin && mark.Token.IsSpaceBefore && mark.Token.Before != MarkToken.Edge))
        {
            return MarkUse.Opens;
        }

        if (isAwaited)
        {
            return MarkUse.Closes;
        }

        var opens = !isTyped && (mark.Begins || (isFree && mark.Has(Ahead.Double)));
        if (opens)
        {
            return MarkUse.Opens;
        }

        return isTyped || text[mark.Token.At] == '❯' ? MarkUse.Operator : MarkUse.Closes;
    }

    private MarkUse OfStraightDouble(Mark mark)
    {
        var token = mark.Token;
        var isAwaited = IsAwaited('"');
        if (token.IsInWord && text[token.At] == 'ˮ')
        {
            return MarkUse.Letter;
        }

        if (Script.IsHebrew(token.Before) && Script.IsHebrew(token.After) && token.Length == 1)
        {
            return OfGershayim(token, isAwaited);
        }

        if (Rune.IsDigit(token.Before) && IsUnit(mark, isAwaited, Ahead.NextDouble))
        {
            return MarkUse.Unit;
        }

        if (mark.IsFree && mark.Begins)
        {
            return MarkUse.Opens;
        }

        if (isAwaited)
        {
            return mark.IsFree || !mark.Begins || Rune.IsLetterOrDigit(token.Before) || token.IsUnspaced || mark.FollowsMark || IsClosingPunctuation(token.Before)
                ? MarkUse.Closes
                : MarkUse.Opens;
        }

        if (token.Length == 2 && !mark.Begins)
        {
            return mark.IsFree ? MarkUse.Empty : MarkUse.Closes;
        }

        return mark.Begins || mark.IsFree || (token.IsUnspaced && mark.Has(Ahead.Double)) ? MarkUse.Opens : MarkUse.Closes;
    }

    private static MarkUse OfLowSingle(Mark mark)
    {
        if (mark.Begins && (mark.IsFree || mark.Token.IsUnspaced || mark.Has(Ahead.Single)))
        {
            return MarkUse.Opens;
        }

        return mark.IsFree && mark.Has(Ahead.Single) ? MarkUse.Opens : MarkUse.Comma;
    }

    private MarkUse OfSingle(Mark mark)
    {
        var (token, kind) = (mark.Token, mark.Token.Kind);
        var isAwaited = IsAwaited(kind);
        if (OfApostrophe(mark) is { } apostrophe)
        {
            return apostrophe;
        }

        if (token.IsUnspaced && !mark.IsFree)
        {
            return isAwaited && (kind != '‘' || open[^1].Kind is '‚' or '’') ? MarkUse.Closes : mark.Begins ? MarkUse.Opens : MarkUse.Closes;
        }

        if (mark.IsFree && mark.Begins)
        {
            return kind is not '’' || opensWithCloser || mark.Has(Ahead.Single) ? MarkUse.Opens : MarkUse.Unclosed;
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

        if (mark.IsFree && mark.Has(Ahead.Single))
        {
            return MarkUse.Opens;
        }

        return mark.Begins && !token.IsInWord ? MarkUse.Opens : MarkUse.Closes;
    }

    /// <summary>The rule by which a single mark is an apostrophe whatever is open; null where none is.</summary>
    private MarkUse? OfApostrophe(Mark mark)
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
            return Shortened(token);
        }

        return token.Before != MarkToken.Edge && IsPossessive(token) ? MarkUse.Apostrophe : null;
    }

    /// <summary>Whether an s by itself follows: <c>the U.S.'s</c>.</summary>
    private bool IsPossessive(MarkToken token) =>
        token.After.Value is 's' or 'S' && text.AsSpan(token.End) is [not '\u200B', .. var rest] && (rest.Length == 0 || !char.IsLetterOrDigit(rest[0]));

    /// <summary>Whether a word and a quotation were typed without the space between: <c>said'We will go'</c>, Hebrew prefixes.</summary>
    private bool OpensGlued(Mark mark)
    {
        var token = mark.Token;
        if (!mark.Has(Ahead.Single) || IsAwaited(token.Kind))
        {
            return false;
        }

        if (Script.IsHebrew(token.Before))
        {
            return Script.IsHebrew(token.After) && IsHebrewPrefix(token.At) && HebrewLettersAfter(token.End) > 1;
        }

        return !elidesBeforeCapitals && Rune.IsLower(token.Before) && Rune.IsUpper(token.After) && !IsElided(token.At);
    }

    /// <summary>Whether the word before a place is one that elides: <c>dell'</c>, <c>qu'</c>, <c>d'</c>.</summary>
    private bool IsElided(int end)
    {
        var start = end;
        while (start > 0 && end - start < LongestAffix && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        var word = text.AsSpan(start, end - start);
        return word.Length < 3 || word.EndsWith("ll", StringComparison.OrdinalIgnoreCase) || word.EndsWith("qu", StringComparison.OrdinalIgnoreCase)
            || word.EndsWith("sant", StringComparison.OrdinalIgnoreCase);
    }

    private MarkUse? Shortened(MarkToken token)
    {
        var rest = text.AsSpan(token.End);
        var word = rest[..(rest.IndexOfAnyExcept(Elisions.Letters) is var end and >= 0 ? end : rest.Length)];
        if (word is [>= '0' and <= '9', >= '0' and <= '9', .. { Length: <= LongestDecadeEnding } ending] && !ending.ContainsAnyExceptInRange('a', 'z'))
        {
            return MarkUse.Decade;
        }

        return Elisions.Has(word) ? MarkUse.Elision : null;
    }

    private static bool ClosesSingle(Mark mark)
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
        return !(mayBeWordEnd && (token.IsSpaceAfter || Rune.IsLetterOrDigit(token.After)) && mark.Has(Ahead.NextSingle));
    }

    /// <summary>Whether a mark behind a figure stands for inches: nothing is open, or the next mark closes it.</summary>
    private static bool IsUnit(Mark mark, bool isAwaited, Ahead closer)
    {
        if (isAwaited)
        {
            return mark.Has(closer) && !(mark.Token.IsUnspaced && !mark.Begins);
        }

        return !mark.Begins || Rune.IsDigit(mark.Token.After) || mark.Token.After.Value is 'x' or 'X' or '×' or '-' or '–' || mark.Token.IsSpaceAfter;
    }

    private static bool IsClosingPunctuation(Rune rune) => Rune.IsPunctuation(rune) && rune.Value is not (':' or '=' or '：');

    private MarkUse OfGershayim(MarkToken token, bool isAwaited)
    {
        var after = HebrewLettersAfter(token.End);
        if (after == 1 || IsHebrewSuffix(text.AsSpan(token.End + 1, after - 1)))
        {
            return MarkUse.Abbreviation;
        }

        return isAwaited && !IsHebrewPrefix(token.At) ? MarkUse.Closes : MarkUse.Opens;
    }

    private static bool IsHebrewSuffix(ReadOnlySpan<char> letters) => letters is "ים" or "ות" or "ית" or "יות" or "י" or "ה" or "ניק" or "ניקים" or "ניקית";

    /// <summary>Whether what stands before a place is only prefixes such as "that", "and", "in".</summary>
    private bool IsHebrewPrefix(int end)
    {
        var start = end;
        while (start > 0 && end - start <= 4 && Script.IsHebrew(new Rune(char.IsSurrogate(text[start - 1]) ? ' ' : text[start - 1])))
        {
            start--;
            if (!"משהוכלב".Contains(text[start], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return end - start is > 0 and <= 4;
    }

    private int HebrewLettersAfter(int at)
    {
        var end = at;
        while (end < text.Length && end - at < LongestAffix && !char.IsSurrogate(text[end]) && Script.IsHebrew(new Rune(text[end])))
        {
            end++;
        }

        return Math.Max(1, end - at);
    }

    private bool IsAwaited(char closing) => awaited.GetValueOrDefault(closing) > 0;

    private void Push(Open opened)
    {
        open.Add(opened);
        Count(opened.Kind, 1);
    }

    private Open Pop()
    {
        var last = open[^1];
        open.RemoveAt(open.Count - 1);
        Count(last.Kind, -1);
        return last;
    }

    private void Count(char kind, int by)
    {
        foreach (var closing in QuotationMarks.ClosersOf(kind))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(awaited, closing, out _) += by;
        }
    }

    private MarkUse Close(MarkToken token)
    {
        var isSingle = QuotationMarks.CanBeApostrophe(token.Kind);
        var from = IsAwaited(token.Kind) ? open.Count - 1 : -1;
        while (from >= 0 && !QuotationMarks.ClosersOf(open[from].Kind).Contains(token.Kind, StringComparison.Ordinal))
        {
            // What looks like a single mark is an apostrophe where it would close across double ones.
            if (isSingle && (!QuotationMarks.IsSingle(open[from].Kind) || open.Count - from > DeepestSingles))
            {
                return NotClosing(token);
            }

            from--;
        }

        if (from < 0)
        {
            return NotClosing(token);
        }

        // Apostrophes far apart can look like single marks around whole quotations; marks that are stand around sentences.
        if (isSingle && lastOpened > open[from].At && !StandsAroundSentence(open[from], token))
        {
            var dropped = open[from];
            Count(dropped.Kind, -1);
            open.RemoveAt(from);
            GiveUp(dropped, token.At);
            return NotClosing(token);
        }

        Leave(from + 1, token.At);
        var opened = Pop();
        (ends[opened.Token], lastOpened) = (token.End, opened.At);
        return MarkUse.Closes;
    }

    private bool StandsAroundSentence(Open opened, MarkToken closing) =>
        (Rune.IsUpper(marks[opened.Token].After) && Rune.IsPunctuation(closing.Before))
        || (opened.Kind is '‘' or '‚' && closing.Kind is not '\'' && closing.Before.Value is not ('s' or 'S' or 'x' or 'z'));

    private static MarkUse NotClosing(MarkToken token)
    {
        if (QuotationMarks.CanBeApostrophe(token.Kind) && token.Kind != '‘' && Rune.IsLetterOrDigit(token.Before) && Script.HasApostrophes(token.Before))
        {
            return MarkUse.WordEnd;
        }

        return token.Kind switch
        {
            '`' or '´' => MarkUse.Accent,
            QuotationMarks.ModifierLetter => MarkUse.Letter,
            _ => MarkUse.Unopened,
        };
    }

    /// <summary>Goes to the next paragraph: what its first mark opens again goes on, anything else was left open.</summary>
    private bool Continues(int i)
    {
        var (last, next) = (marks[i - 1].Paragraph, marks[i]);
        var kind = IsDoubled(i) ? QuotationMarks.Doubled(next.Kind) : next.Kind;
        var mayContinue = next.Paragraph == last + 1 && next.Before == MarkToken.Edge && (next.IsSpaceAfter ? next.After != MarkToken.Edge : BeginsBehind(i + 1, next)) && (!QuotationMarks.CanBeApostrophe(kind) || Shortened(next) is null);
        var reopened = mayContinue ? open.FindLastIndex(o => kind == o.Kind || (continuesWithCloser && (o.Kind, kind) is ('«', '»') or ('“', '”'))) : -1;
        var end = paragraphs[last].End;
        Leave(reopened + 1, end);
        if (reopened > 0)
        {
            var goesOn = Pop();
            Leave(0, end);
            Push(goesOn);
        }

        return reopened >= 0;
    }

    /// <summary>Gives up on the marks from one on: nothing closes them.</summary>
    private void Leave(int from, int end)
    {
        while (open.Count > from)
        {
            GiveUp(Pop(), end);
        }
    }

    private void GiveUp(Open unclosed, int end)
    {
        var use = Unpaired(unclosed);
        (uses[unclosed.Token], ends[unclosed.Token]) = (use, end);
        for (var reopened = unclosed.Reopened; reopened >= 0;)
        {
            var before = ends[reopened];
            (uses[reopened], ends[reopened]) = (use == MarkUse.Unclosed ? MarkUse.Reopens : use, end);
            reopened = before;
        }
    }

    private MarkUse Unpaired(Open unclosed) => text[unclosed.At] switch
    {
        '<' or '❮' or '❯' => MarkUse.Operator,
        '`' or '´' or '‵' when !unclosed.IsDoubled => MarkUse.Accent,
        'ʻ' or 'ʼ' or 'ʽ' => MarkUse.Letter,
        _ => MarkUse.Unclosed,
    };

    private Ahead[] LookAhead()
    {
        var flags = new Ahead[marks.Count];
        var (seen, paragraph) = (Ahead.None, -1);
        for (var i = marks.Count - 1; i >= 0; i--)
        {
            var token = marks[i];
            if (token.Paragraph != paragraph)
            {
                (seen, paragraph) = (Ahead.None, token.Paragraph);
            }

            flags[i] = seen;
            seen = Behind(seen, token);
        }

        return flags;
    }

    private Ahead Behind(Ahead seen, MarkToken token)
    {
        var begins = BeginsWords(token);
        var mayClose = (!IsSpaceOrBracket(token.Before) || Script.IsUnspaced(token.After)) && (!begins || token.IsUnspaced);
        if (token.Kind is '“' or '‘')
        {
            seen &= ~(Ahead.NextDouble | Ahead.NextSingle);
        }

        if (token.Kind is '"' or '”')
        {
            var closes = !(IsSpaceOrBracket(token.Before) && begins);
            seen = closes ? seen | Ahead.NextDouble : seen & ~Ahead.NextDouble;
        }

        if (token.Kind is '’' or '\'' && !token.IsInWord && !(IsSpaceOrBracket(token.Before) && Shortened(token) is not null))
        {
            var closes = !(IsSpaceOrBracket(token.Before) && begins);
            seen = closes ? seen | Ahead.NextSingle : seen & ~Ahead.NextSingle;
        }

        if (!mayClose)
        {
            return seen;
        }

        return QuotationMarks.IsSingle(token.Kind) && token.Kind is not ('‹' or '›') ? seen | Ahead.Single : seen | Ahead.Double;
    }

    private static bool IsSpaceOrBracket(Rune rune) => Invisible.IsSpace(rune) || MarkSides.IsOpening(rune);

    private bool BeginsWords(MarkToken token) => MarkSides.Begins(token.After) && !(token.After.Value == '.' && !IsLeadingPoint(token.End));

    private readonly record struct Open(int At, char Kind, int Token, bool IsDoubled, int Reopened);

    /// <summary>A mark with what the reading so far says of its sides.</summary>
    /// <param name="Token">The mark.</param>
    /// <param name="Tokens">How many tokens it takes: two for a doubled one.</param>
    /// <param name="FollowsMark">Whether another mark stands right before it.</param>
    /// <param name="IsFree">Whether nothing that it would belong to stands before it.</param>
    /// <param name="Begins">Whether words begin behind it.</param>
    /// <param name="Ahead">What follows in its paragraph.</param>
    private readonly record struct Mark(MarkToken Token, int Tokens, bool FollowsMark, bool IsFree, bool Begins, Ahead Ahead)
    {
        /// <summary>Whether letters of scripts without spaces stand on both sides.</summary>
        public bool IsUnspacedOnBothSides => Script.IsUnspaced(Token.Before) && Script.IsUnspaced(Token.After);

        /// <summary>Whether such a mark may follow in the paragraph.</summary>
        public bool Has(Ahead what) => (Ahead & what) != 0;
    }

    private Mark Seen(int i, MarkToken token, int tokens)
    {
        var before = MarkBefore(i);
        var isFree = before switch
        {
            MarkUse.Opens or MarkUse.Reopens or MarkUse.Unclosed => true,
            null => IsSpaceOrBracket(token.Before),
            _ => false,
        };
        return new Mark(token, tokens, before is not null, isFree, BeginsBehind(i + tokens, token), ahead[i + tokens - 1]);
    }

    /// <summary>The use of the mark right before another, or null.</summary>
    private MarkUse? MarkBefore(int i)
    {
        if (i == 0)
        {
            return null;
        }

        var before = lengths[i - 1] > 0 || i == 1 ? i - 1 : i - 2;
        return marks[i - 1].Paragraph == marks[i].Paragraph && IsAdjacent(marks[i - 1].End, marks[i].At) ? uses[before] : null;
    }

    /// <summary>Whether words begin at the mark of an index or at what is behind another mark.</summary>
    private bool BeginsBehind(int next, MarkToken token)
    {
        // A row of marks begins words if something behind it does; how far to look is bounded.
        for (var depth = 0; depth < LongestRow && next < marks.Count; depth++, next++)
        {
            if (marks[next].Paragraph != token.Paragraph || !IsAdjacent(token.End, marks[next].At))
            {
                break;
            }

            if (QuotationMarks.OnlyOpens(marks[next].Kind) && marks[next].Kind != '„')
            {
                return true;
            }

            if (QuotationMarks.OnlyCloses(marks[next].Kind))
            {
                return false;
            }

            token = marks[next];
        }

        return BeginsWords(token);
    }

    /// <summary>Whether a full stop begins words: an ellipsis or a decimal.</summary>
    private bool IsLeadingPoint(int at)
    {
        var point = text.IndexOf('.', at);
        return point >= 0 && point + 1 < text.Length && (text[point + 1] == '.' || char.IsLetterOrDigit(text[point + 1]));
    }

    private bool IsAdjacent(int end, int start)
    {
        while (end < start)
        {
            _ = Rune.DecodeFromUtf16(text.AsSpan(end), out var rune, out var length);
            if (!Invisible.Is(rune))
            {
                return false;
            }

            end += length;
        }

        return true;
    }
}
