using System.Buffers;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>Words that begin with an apostrophe because letters are elided.</summary>
internal static class Elisions
{
    private static readonly SearchValues<string> Words = SearchValues.Create(
        [
            "em",
            "n",
            "tis",
            "tisn",
            "twas",
            "twasn",
            "twere",
            "twill",
            "twould",
            "til",
            "till",
            "cause",
            "cuz",
            "coz",
            "bout",
            "round",
            "er",
            "im",
            "is",
            "ere",
            "neath",
            "gainst",
            "hood",
            "burbs",
            "nuff",
            "nother",
            "scuse",
            "fraid",
            "kay",
            "tude",
            "nam",
            "ave",
            "ello",
            "ol",
            "twixt",
            "tween",
            "mongst",
            "s",
            "t",
            "k",
            "m",
            "r",
            "ns",
            "ne",
            "nen",
            "nem",
            "ner",
            "ran",
            "rauf",
            "rein",
            "raus",
            "runter",
            "rum",
            "rüber",
            "ndrangheta",
            "sto",
            "sta",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    public static SearchValues<char> Letters { get; } =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ü");

    public static bool Has(ReadOnlySpan<char> word) => word.Length is > 0 and < 12 && Words.Contains(word.ToString());
}
