using System.Globalization;

namespace Newsroom.Domain.Tests.Text.Properties;

/// <summary>Finds where a text can be split.</summary>
internal static class Boundaries
{
    /// <summary>Returns whether an offset splits no surrogate pair, CRLF or combining sequence.</summary>
    internal static bool IsBoundary(string text, int at) =>
        at == 0
        || at == text.Length
        || (
            !(char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]))
            && !(text[at] == '\n' && text[at - 1] == '\r')
            && (
                text[at - 1] is '\r' or '\n'
                || CharUnicodeInfo.GetUnicodeCategory(text, at)
                    is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark)
            )
        );
}
