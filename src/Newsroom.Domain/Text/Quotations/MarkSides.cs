using System.Buffers;
using System.Globalization;
using System.Text;

namespace Newsroom.Domain.Text.Quotations;

internal static class MarkSides
{
    private static readonly SearchValues<char> Openings = SearchValues.Create("/¿¡>־*_~|=+");
    private static readonly SearchValues<char> Beginnings = SearchValues.Create("….#@¿¡&%§*_~/\\°\"'“‘„‚«‹`");

    /// <summary>Returns whether a mark after such a character belongs to what follows: opening brackets, dashes.</summary>
    public static bool IsOpening(Rune rune) =>
        Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.OpenPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.InitialQuotePunctuation => true,
            _ => rune.IsBmp && Openings.Contains((char)rune.Value),
        };

    /// <summary>Returns whether words can begin with such a character.</summary>
    public static bool Begins(Rune rune) =>
        Rune.GetUnicodeCategory(rune) switch
        {
            <= UnicodeCategory.OtherNumber => true,
            UnicodeCategory.OpenPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.InitialQuotePunctuation => true,
            UnicodeCategory.CurrencySymbol
            or UnicodeCategory.MathSymbol
            or UnicodeCategory.OtherSymbol
            or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned => true,
            _ => rune.IsBmp && Beginnings.Contains((char)rune.Value),
        };
}
