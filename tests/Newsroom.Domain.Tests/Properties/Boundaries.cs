using System.Globalization;

namespace Newsroom.Domain.Tests.Properties;

/// <summary>Where a text can be cut.</summary>
internal static class Boundaries
{
    /// <summary>Whether nothing that belongs together stands on both sides: a surrogate pair, a CRLF, a letter and its mark.</summary>
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
