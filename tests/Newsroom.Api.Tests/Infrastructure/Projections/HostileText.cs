using System.Text;
using Newsroom.Domain.Requests;

namespace Newsroom.Api.Tests.Infrastructure.Projections;

/// <summary>Texts of a given size that are hard to index, in many scripts.</summary>
internal static class HostileText
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    private static readonly string Greek = Range('α', 'ω');
    private static readonly string Cyrillic = Range('а', 'я');
    private static readonly string Arabic = Range('ب', 'غ');
    private static readonly string Devanagari = Range('क', 'ह');
    private static readonly string Thai = Range('ก', 'ฮ');
    private static readonly string Ideographs = Range('一', '鿿');
    private static readonly string Kana = Range('ぁ', 'ゖ');
    private static readonly string Hebrew = Range('א', 'ת');
    private static readonly string Hangul = Range('가', '힣');

    /// <summary>Shapes by name: the n-th word, and the separator of two words.</summary>
    private static readonly Dictionary<string, (Func<int, string> Word, string Between)> Shapes = new()
    {
        ["distinct words"] = (n => Written(n, Digits, 4), " "),
        ["one word"] = (n => Written(n * 7919, Digits, 4), ""),
        ["greek"] = (n => Written(n, Greek, 2), " "),
        ["cyrillic"] = (n => Written(n, Cyrillic, 3), "\n"),
        ["arabic"] = (n => Written(n, Arabic, 3), " "),
        ["devanagari with signs"] = (n => Written(n, Devanagari, 3) + "\u0941", " "),
        ["thai without spaces"] = (n => Written(n, Thai, 3), ""),
        ["ideographs"] = (n => Written(n, Ideographs, 1), " "),
        ["ideographs without spaces"] = (n => Written(n, Ideographs, 1), ""),
        ["japanese without spaces"] = (n => Written(n, Ideographs, 1) + Written(n * 31, Kana, 2), ""),
        ["hebrew"] = (n => Written(n, Hebrew, 3), " "),
        ["hangul"] = (n => Written(n, Hangul, 1), "\t"),
        ["emoji"] = (n => $"{char.ConvertFromUtf32(0x1F300 + (n % 0x250))}{n}", " "),
        ["emoji sequences"] = (
            n =>
                $"👩\u200D{char.ConvertFromUtf32(0x1F300 + (n % 0x250))}\uFE0F\u200D{char.ConvertFromUtf32(0x1F300 + (n / 0x250 % 0x250))}",
            " "
        ),
        ["supplementary planes"] = (
            n => char.ConvertFromUtf32(0x20000 + (n % 0xA000)) + char.ConvertFromUtf32(0x10400 + (n / 0xA000 % 0x50)),
            ""
        ),
        ["combining marks"] = (n => $"{Written(n, Digits, 3)}\u0301\u0323\u0330", " "),
        ["capitals that grow"] = (n => $"İ{Written(n, Digits, 3)}Ⱥ", " "),
        ["hyphenated"] = (n => $"{Written(n, Digits, 2)}-{Written(n * 31, Digits, 3)}", " "),
        ["addresses"] = (n => $"{Written(n, Digits, 2)}.de/{Written(n, Digits, 3)}", " "),
        ["mail"] = (n => $"{Written(n, Digits, 3)}@a.de", " "),
        ["numbers"] = (n => $"{n}.{n % 10}e-{n % 7}", " "),
        ["punctuation between"] = (n => Written(n, Digits, 2), "/"),
        ["wide spaces"] = (n => Written(n, Digits, 4), "\u3000"),
    };

    public static IEnumerable<string> Names => Shapes.Keys;

    /// <summary>Generates a text of a shape with a maximum number of bytes of UTF-8, beginning with its n-th word.</summary>
    public static string Of(string shape, int bytes, int from = 0)
    {
        var (word, between) = Shapes[shape];
        var (text, size, next) = (new StringBuilder(), 0, "");
        for (var n = from; (size += Encoding.UTF8.GetByteCount(next = word(n) + between)) <= bytes; n++)
        {
            text.Append(next);
        }

        return text.ToString();
    }

    /// <summary>Fills a limit exactly with <paramref name="opening"/> and words of a shape.</summary>
    public static string Filling(Limit limit, string shape, int from, string opening = "")
    {
        var (word, between) = Shapes[shape];
        var text = new StringBuilder();
        var left = limit.Maximum;
        for (var (n, next) = (from, opening); ; next = word(n++) + between)
        {
            foreach (var rune in next.EnumerateRunes())
            {
                left -= limit.Unit == LimitUnit.Bytes ? rune.Utf8SequenceLength : 1;
                if (left < 0)
                {
                    return text.ToString();
                }

                text.Append(rune.ToString());
            }
        }
    }

    private static string Range(char from, char to) => string.Concat(Enumerable.Range(from, to - from + 1).Select(c => (char)c));

    private static string Written(int number, string letters, int atLeast)
    {
        var word = new StringBuilder();
        for (var rest = (uint)number; rest > 0 || word.Length < atLeast; rest /= (uint)letters.Length)
        {
            word.Append(letters[(int)(rest % (uint)letters.Length)]);
        }

        return word.ToString();
    }
}
