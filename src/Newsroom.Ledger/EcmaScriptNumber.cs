using System.Globalization;

namespace Newsroom.Ledger;

/// <summary>Formats numbers as ECMAScript does, as RFC 8785 requires.</summary>
public static class EcmaScriptNumber
{
    private const int MaxPlainDigits = 21;
    private const int MaxLeadingZeros = 6;

    /// <summary>Formats the shortest digits that round-trip, placed as by Number::toString (ECMA-262, 6.1.6.1.20).</summary>
    /// <exception cref="FormatException">The value is infinite or NaN.</exception>
    public static string Of(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new FormatException("Infinity and NaN have no canonical form.");
        }

        if (value == 0)
        {
            return "0";
        }

        var (digits, point) = Decimal(Math.Abs(value));
        var written = point switch
        {
            <= MaxPlainDigits when point >= digits.Length => digits.PadRight(point, '0'),
            > 0 and <= MaxPlainDigits => $"{digits[..point]}.{digits[point..]}",
            > -MaxLeadingZeros and <= 0 => $"0.{new string('0', -point)}{digits}",
            _ => Exponential(digits, point - 1),
        };
        return value < 0 ? $"-{written}" : written;
    }

    private static string Exponential(string digits, int exponent)
    {
        var fraction = digits.Length > 1 ? $".{digits[1..]}" : "";
        var sign = exponent < 0 ? "-" : "+";
        return $"{digits[0]}{fraction}e{sign}{Math.Abs(exponent).ToString(CultureInfo.InvariantCulture)}";
    }

    private static (string Digits, int Point) Decimal(double value)
    {
        var plain = value.ToString("R", CultureInfo.InvariantCulture);
        var (mantissa, exponent) = plain.Split('E') is [var m, var e] ? (m, int.Parse(e, CultureInfo.InvariantCulture)) : (plain, 0);
        var (whole, fraction) = mantissa.Split('.') is [var w, var f] ? (w, f) : (mantissa, "");
        var digits = (whole + fraction).TrimStart('0');
        return (digits.TrimEnd('0'), whole.Length + exponent - (whole.Length + fraction.Length - digits.Length));
    }
}
