using System.Globalization;

namespace Newsroom.Ledger;

/// <summary>Numbers as ECMAScript writes them, which is how RFC 8785 hashes them.</summary>
public static class EcmaScriptNumber
{
    private const int LongestPlain = 21;
    private const int MostLeadingZeros = 6;

    /// <summary>The shortest digits that read back as the same double, placed as Number::toString places them (ECMA-262, 6.1.6.1.20).</summary>
    /// <exception cref="FormatException">Infinity, or not a number.</exception>
    public static string Of(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new FormatException("Infinity and what is not a number have no canonical form.");
        }

        if (value == 0)
        {
            return "0";
        }

        var (digits, point) = Decimal(Math.Abs(value));
        var written = point switch
        {
            <= LongestPlain when point >= digits.Length => digits.PadRight(point, '0'),
            > 0 and <= LongestPlain => $"{digits[..point]}.{digits[point..]}",
            > -MostLeadingZeros and <= 0 => $"0.{new string('0', -point)}{digits}",
            _ =>
                $"{digits[0]}{(digits.Length > 1 ? "." : "")}{digits[1..]}e{(point > 0 ? "+" : "-")}{Math.Abs(point - 1).ToString(CultureInfo.InvariantCulture)}",
        };
        return value < 0 ? $"-{written}" : written;
    }

    /// <summary>The digits without zeros around them, and where the decimal point stands from their beginning.</summary>
    private static (string Digits, int Point) Decimal(double value)
    {
        var plain = value.ToString("R", CultureInfo.InvariantCulture);
        var (mantissa, exponent) = plain.Split('E') is [var m, var e] ? (m, int.Parse(e, CultureInfo.InvariantCulture)) : (plain, 0);
        var (whole, fraction) = mantissa.Split('.') is [var w, var f] ? (w, f) : (mantissa, "");
        var digits = (whole + fraction).TrimStart('0');
        return (digits.TrimEnd('0'), whole.Length + exponent - (whole.Length + fraction.Length - digits.Length));
    }
}
