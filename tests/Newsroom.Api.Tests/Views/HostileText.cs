using System.Text;

namespace Newsroom.Api.Tests.Views;

/// <summary>Texts of a given size that are hard to index, in many scripts.</summary>
internal static class HostileText
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>Shapes by name: the n-th word, and what stands between two words.</summary>
    private static readonly Dictionary<string, (Func<int, string> Word, string Between)> Shapes = new()
    {
        ["distinct words"] = (n => Written(n, Digits, 4), " "),
        ["one word"] = (n => Written(n * 7919, Digits, 4), ""),
        ["greek"] = (n => Written(n, Range('α', 'ω'), 2), " "),
        ["cyrillic"] = (n => Written(n, Range('а', 'я'), 3), "\n"),
        ["arabic"] = (n => Written(n, Range('ب', 'غ'), 3), " "),
        ["devanagari with signs"] = (n => Written(n, Range('क', 'ह'), 3) + "\u0941", " "),
        ["thai without spaces"] = (n => Written(n, Range('ก', 'ฮ'), 3), ""),
        ["ideographs"] = (n => Written(n, Range('一', '鿿'), 1), " "),
        ["ideographs without spaces"] = (n => Written(n, Range('一', '鿿'), 1), ""),
        ["hangul"] = (n => Written(n, Range('가', '힣'), 1), "\t"),
        ["emoji"] = (n => $"{char.ConvertFromUtf32(0x1F300 + (n % 0x250))}{n}", " "),
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

    /// <summary>A text of a shape, of at most so many bytes of UTF-8, beginning with its n-th word.</summary>
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
