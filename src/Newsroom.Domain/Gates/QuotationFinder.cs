using Newsroom.Domain.Articles;

namespace Newsroom.Domain.Gates;

/// <summary>
/// Finds everything that stands in quotation marks, by the typography of all languages at once. A quotation that re-opens at each paragraph and
/// closes in the last is one; of nested ones only the outermost is given; a paragraph that ends inside a quotation which the next does not
/// re-open leaves its mark unclosed. Reads a text once: its cost is linear.
/// </summary>
public static class QuotationFinder
{
    /// <summary>From how many words on quoted words are a quotation, unless a policy says otherwise.</summary>
    public const int FewestWords = 4;

    /// <summary>What stands in quotation marks, marks included, in order; no two overlap.</summary>
    /// <param name="text">The text as a reader reads it; two line ends or more end a paragraph.</param>
    /// <param name="language">BCP 47 tag of the language it is written in.</param>
    public static IEnumerable<Quotation> Find(string text, string language) => new Reading(text, language).Quotations();

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

    /// <summary>A mark that opened and is not closed yet.</summary>
    private readonly record struct Open(int At, char Mark);

    private sealed class Reading(string text, string language)
    {
        private const int DeepestSingles = 8;

        private readonly List<Open> open = [];
        private readonly List<TextRange> closed = [];
        private readonly List<TextRange> left = [];
        private readonly Dictionary<char, int> opened = [];

        // In these a single ’ opens too, and in those a closing mark is put again at the beginning of each paragraph.
        private readonly bool opensWithCloser = IsAnyOf(language, "sv", "fi", "da", "nb", "nn", "no");
        private readonly bool continuesWithCloser = IsAnyOf(language, "fr", "es", "it", "pt", "ca", "gl");

        public IEnumerable<Quotation> Quotations()
        {
            Read();
            var found = closed.Select(range => (Range: range, IsClosed: true)).Concat(left.Select(range => (Range: range, IsClosed: false)))
                .OrderBy(q => q.Range.Start).ThenByDescending(q => q.Range.End);
            var outermost = new List<(TextRange Range, bool IsClosed)>();
            foreach (var (range, isClosed) in found)
            {
                if (outermost is not [.., var last] || range.Start >= last.Range.End)
                {
                    outermost.Add((range, isClosed));
                }
                else if (!last.IsClosed)
                {
                    outermost[^1] = last with { Range = last.Range with { End = range.Start } };
                    outermost.Add((range, isClosed));
                }
            }

            return outermost.Select(q => Quotation(q.IsClosed ? q.Range : Trimmed(q.Range), q.IsClosed));
        }

        private Quotation Quotation(TextRange range, bool isClosed)
        {
            var words = range.Of(text);
            return new Quotation(range, QuotationMarks.CountWords(words), QuotationMarks.IsInTitleCase(words), isClosed);
        }

        private TextRange Trimmed(TextRange range) => range with { End = range.Start + text.AsSpan(range.Start, range.Length).TrimEnd().Length };

        private void Read()
        {
            for (var at = 0; at < text.Length;)
            {
                if (EndsParagraph(at, out var next))
                {
                    at = Continue(at, next);
                }
                else
                {
                    at += QuotationMarks.All.Contains(text[at]) ? Mark(at) : 1;
                }
            }

            Leave(0, text.Length);
        }

        /// <summary>Reads a mark and gives its length.</summary>
        private int Mark(int at)
        {
            var mark = text[at];
            var isDoubled = mark is '`' or '\'' && at + 1 < text.Length && text[at + 1] == mark;
            var length = isDoubled ? 2 : 1;
            if (mark is '‘' or '’' or '\'' or '‛' && !isDoubled && QuotationMarks.IsApostrophe(text, at))
            {
                return 1;
            }

            if (mark == '`' && !isDoubled)
            {
                return 1;
            }

            if (Opens(at, mark, length, isDoubled))
            {
                Push(at, isDoubled ? '`' : mark);
            }
            else if (mark is not '`' && Closes(at, mark, isDoubled))
            {
                Close(isDoubled ? '"' : mark, at, at + length);
            }

            return length;
        }

        private bool Opens(int at, char mark, int length, bool isDoubled)
        {
            var free = QuotationMarks.IsFreeBefore(text, at);
            var begins = QuotationMarks.BeginsWords(text, at + length);
            return mark switch
            {
                '「' or '『' or '〝' or '`' => true,
                '„' or '‟' => begins || !char.IsWhiteSpace(At(at + 1)),
                '“' => free ? begins || !IsAwaited(mark) : begins && !IsAwaited(mark),
                '«' or '‹' => free || !IsAwaited(mark),
                '"' => (begins && (free || !(IsAwaited(mark) || char.IsLetterOrDigit(At(at - 1))))) || (free && !IsAwaited(mark) && At(at + 1) is ' ' or '\u00a0' or '\u202f'),
                '”' or '»' or '›' => free && begins,
                '‘' or '‛' or '‚' => free && begins,
                '\'' => free && begins,
                '’' => opensWithCloser && free && begins,
                _ => false,
            };
        }

        /// <summary>Whether a mark that does not open closes something: inches and feet behind figures, and possessives, do not where another mark does it.</summary>
        private bool Closes(int at, char mark, bool isDoubled)
        {
            if (!IsAwaited(isDoubled ? '"' : mark))
            {
                return false;
            }

            var (before, after) = (At(at - 1), At(at + 1));
            return mark switch
            {
                '"' => !char.IsAsciiDigit(before) || !IsFollowedByCloser(at, "\"”"),
                '\'' when isDoubled => true,
                '’' or '\'' => !char.IsWhiteSpace(before) && !((before is 's' or 'S' or 'z' or 'x' || char.IsAsciiDigit(before)) && (char.IsWhiteSpace(after) || char.IsLetterOrDigit(after)) && IsFollowedByCloser(at, "’'")),
                _ => true,
            };
        }

        /// <summary>Whether the next of such marks in the paragraph is one that closes.</summary>
        private bool IsFollowedByCloser(int at, string marks)
        {
            for (var next = at + 1; next < text.Length && !EndsParagraph(next, out _); next++)
            {
                if (text[next] is '“' or '‘')
                {
                    return false;
                }

                if (marks.Contains(text[next], StringComparison.Ordinal) && !(text[next] is '’' or '\'' && QuotationMarks.IsApostrophe(text, next)))
                {
                    return !(QuotationMarks.IsFreeBefore(text, next) && QuotationMarks.BeginsWords(text, next + 1));
                }
            }

            return false;
        }

        private char At(int at) => at >= 0 && at < text.Length ? text[at] : '\n';

        private bool IsAwaited(char closing) => opened.GetValueOrDefault(closing) > 0;

        private void Push(int at, char mark)
        {
            open.Add(new Open(at, mark));
            Count(mark, 1);
        }

        private Open Pop()
        {
            var last = open[^1];
            open.RemoveAt(open.Count - 1);
            Count(last.Mark, -1);
            return last;
        }

        private void Count(char mark, int by)
        {
            foreach (var closing in QuotationMarks.ClosersOf(mark))
            {
                opened[closing] = opened.GetValueOrDefault(closing) + by;
            }
        }

        private void Close(char closing, int at, int end)
        {
            var isSingle = closing is '’' or '‘' or '\'';
            var from = open.Count - 1;
            while (from >= 0 && !QuotationMarks.ClosersOf(open[from].Mark).Contains(closing, StringComparison.Ordinal))
            {
                // What looks like a single mark is an apostrophe where it would close across double ones.
                if (isSingle && (QuotationMarks.IsDouble(open[from].Mark) || open.Count - from > DeepestSingles))
                {
                    return;
                }

                from--;
            }

            if (from < 0 || (isSingle && QuotationMarks.IsDouble(open[from].Mark)))
            {
                return;
            }

            // Apostrophes far apart can look like single marks around whole quotations; marks that are stand around sentences.
            if (isSingle && closed.Count > 0 && closed[^1].Start > open[from].At && !(char.IsUpper(At(open[from].At + 1)) && char.IsPunctuation(At(at - 1))))
            {
                Count(open[from].Mark, -1);
                open.RemoveAt(from);
                return;
            }

            Leave(from + 1, at);
            closed.Add(new TextRange(Pop().At, end));
        }

        /// <summary>Goes from one paragraph to the next: what the next re-opens goes on, anything else was left open.</summary>
        private int Continue(int end, int next)
        {
            var reopened = next < text.Length ? open.FindLastIndex(o => text[next] == o.Mark || (continuesWithCloser && o.Mark == '«' && text[next] == '»') || (o.Mark == '`' && text.AsSpan(next).StartsWith("``"))) : -1;
            Leave(reopened + 1, end);
            if (reopened > 0)
            {
                var goesOn = Pop();
                Leave(0, end);
                Push(goesOn.At, goesOn.Mark);
            }

            return reopened < 0 ? next : next + (text[next] == '`' ? 2 : 1);
        }

        /// <summary>Gives up on the marks from one on: nothing closes them.</summary>
        private void Leave(int from, int end)
        {
            while (open.Count > from)
            {
                var unclosed = Pop();
                if (QuotationMarks.IsDouble(unclosed.Mark))
                {
                    left.Add(new TextRange(unclosed.At, end));
                }
            }
        }

        private bool EndsParagraph(int at, out int next)
        {
            next = at;
            if (text[at] is not ('\n' or '\r'))
            {
                return false;
            }

            var lineEnds = 0;
            while (next < text.Length && char.IsWhiteSpace(text[next]))
            {
                lineEnds += text[next] == '\n' || (text[next] == '\r' && (next + 1 == text.Length || text[next + 1] != '\n')) ? 1 : 0;
                next++;
            }

            return lineEnds >= 2 || next == text.Length;
        }
    }
}
