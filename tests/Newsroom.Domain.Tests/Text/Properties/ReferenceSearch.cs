using System.Text;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Tests.Text.Properties;

/// <summary>Reference implementation of the word search, on the normal form of the whole text.</summary>
internal static class ReferenceSearch
{
    /// <summary>Returns the only place where the words occur whole; null if there is none or more than one.</summary>
    public static TextRange? Once(VisibleText reader, string wanted)
    {
        var newspaper = Normaliser.Normalise(reader.Text);
        var found = new List<int>();
        for (
            var at = newspaper.IndexOf(wanted, StringComparison.Ordinal);
            at >= 0;
            at = newspaper.IndexOf(wanted, at + 1, StringComparison.Ordinal)
        )
        {
            if (IsGap(newspaper, at) && IsGap(newspaper, at + wanted.Length))
            {
                found.Add(at);
            }
        }

        if (found is not [var only])
        {
            return null;
        }

        var (start, end) = (CharactersFor(reader.Text, only + 1) - 1, CharactersFor(reader.Text, only + wanted.Length));
        while (end < reader.Text.Length && char.GetUnicodeCategory(reader.Text[end]) == System.Globalization.UnicodeCategory.NonSpacingMark)
        {
            end++;
        }

        return reader.Source(start, end - start);
    }

    /// <summary>Returns the number of visible characters that yield a number of normalised ones.</summary>
    private static int CharactersFor(string text, int normalised)
    {
        var (low, high) = (0, text.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Normaliser.Normalise(text[..middle]).Length < normalised ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static bool IsGap(string text, int at) =>
        at == 0
        || at == text.Length
        || !(
            Rune.DecodeLastFromUtf16(text.AsSpan(0, at), out var before, out _) == 0
            && Rune.DecodeFromUtf16(text.AsSpan(at), out var behind, out _) == 0
            && TextTokens.IsWord(before)
            && TextTokens.IsWord(behind)
        )
        || WordSegmentation
            .Segments(text)
            .Any(s => s.Kind is SegmentKind.Ideograph or SegmentKind.Cluster && (s.Start == at || s.End == at));
}
