using System.Buffers;
using System.Globalization;
using System.Text;

namespace Newsroom.Domain.Text;

/// <summary>
/// Splits text into normalised runs for search: NFKC, case folded, without soft hyphens and zero-width spaces. Matches composed and
/// decomposed letters, full-width forms, ligatures and final sigma.
/// </summary>
internal static class SearchText
{
    /// <summary>Returns the runs of word characters, in order.</summary>
    public static List<SearchRun> Runs(string text)
    {
        var runs = new List<SearchRun>();
        Read(
            text,
            runs,
            (all, run, characters) => all.Add(new SearchRun(run.ToString(), characters.Count > 0, [.. characters]))
        );
        return runs;
    }

    /// <summary>Reads the runs of word characters, in order, without an object for each.</summary>
    /// <param name="text">The text.</param>
    /// <param name="state">What <paramref name="read"/> is given.</param>
    /// <param name="read">Is given each run, and the characters of a dense one; they are valid during the call.</param>
    public static void Read<TState>(string text, TState state, RunReader<TState> read)
    {
        var run = new ArrayBufferWriter<char>(64);
        var characters = new List<string>();
        var dense = false;
        Span<char> units = stackalloc char[2];
        foreach (var rune in Composed(text).EnumerateRunes())
        {
            if (!TextTokens.IsWord(rune))
            {
                Finish();
                continue;
            }

            // A combining mark belongs to the preceding character, whatever its script.
            var continues = IsMark(rune) && run.WrittenCount > 0;
            if (!continues && IsDense(rune) != dense)
            {
                Finish();
                dense = IsDense(rune);
            }

            var folded = units[..Fold(rune, units)];
            run.Write(folded);
            if (dense && continues)
            {
                characters[^1] = string.Concat(characters[^1], folded);
            }
            else if (dense)
            {
                characters.Add(folded.ToString());
            }
        }

        Finish();

        void Finish()
        {
            if (run.WrittenCount > 0)
            {
                read(state, run.WrittenSpan, characters);
                run.ResetWrittenCount();
                characters.Clear();
            }
        }
    }

    /// <summary>Applies NFKC. Lone surrogates and noncharacters, which have no normal form, separate words.</summary>
    private static string Composed(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        Span<char> units = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is 0xAD or 0x200B or 0x2060 or 0xFEFF)
            {
                continue;
            }

            var shown = IsNoncharacter(rune) ? new Rune(' ') : rune;
            kept.Append(units[..shown.EncodeToUtf16(units)]);
        }

        return kept.ToString().Normalize(NormalizationForm.FormKC);
    }

    private static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    /// <summary>Applies simple case folding, and folds ß to SS and both Turkish i.</summary>
    /// <returns>The number of code units written.</returns>
    private static int Fold(Rune rune, Span<char> units)
    {
        switch (rune.Value)
        {
            case 'ß' or 'ẞ':
                units.Fill('s');
                return units.Length;
            case 'ı' or 'İ':
                units[0] = 'i';
                return 1;
            default:
                return Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune)).EncodeToUtf16(units);
        }
    }

    internal static bool IsMark(Rune rune) => rune.Value is 0x200C or 0x200D || CombiningMarks.Is(rune);

    /// <summary>Returns whether a script is written without spaces: Thai, Lao, Burmese, Khmer, kana, bopomofo, ideographs, Yi.</summary>
    internal static bool IsDense(Rune rune) =>
        rune.Value
            is (>= 0x0E00 and <= 0x0EFF)
                or (>= 0x1000 and <= 0x109F)
                or (>= 0x1780 and <= 0x17FF)
                or (>= 0x3005 and <= 0x3007)
                or (>= 0x3021 and <= 0x3029)
                or (>= 0x3031 and <= 0x3035)
                or (>= 0x303B and <= 0x303C)
                or (>= 0x3040 and <= 0x312F)
                or (>= 0x31A0 and <= 0x31BF)
                or (>= 0x31F0 and <= 0x31FF)
                or (>= 0x3400 and <= 0x4DBF)
                or (>= 0x4E00 and <= 0x9FFF)
                or (>= 0xA000 and <= 0xA48F)
                or (>= 0xA9E0 and <= 0xA9FF)
                or (>= 0xAA60 and <= 0xAA7F)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0x1B000 and <= 0x1B16F)
                or (>= 0x20000 and <= 0x3FFFF);
}

/// <summary>Reads a run of word characters.</summary>
/// <param name="state">What the caller gave.</param>
/// <param name="run">The run.</param>
/// <param name="characters">The characters of a dense run, with their combining marks; empty for others.</param>
internal delegate void RunReader<in TState>(TState state, ReadOnlySpan<char> run, IReadOnlyList<string> characters);

/// <param name="Text">The characters of the run.</param>
/// <param name="IsDense">Whether the script is written without spaces.</param>
/// <param name="Characters">The characters of a dense run, with their combining marks.</param>
internal readonly record struct SearchRun(string Text, bool IsDense, IReadOnlyList<string> Characters)
{
    /// <summary>Returns the character at <paramref name="at"/> and its successor, if any.</summary>
    public string Pair(int at) => at + 1 < Characters.Count ? Characters[at] + Characters[at + 1] : Characters[at];
}
