using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>Lists the uses of a quotation mark. Every mark has exactly one.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<MarkUse>))]
public enum MarkUse
{
    /// <summary>Opens a quotation that is closed.</summary>
    Opens,

    /// <summary>Closes a quotation.</summary>
    Closes,

    /// <summary>Continues a quotation at the beginning of a paragraph.</summary>
    Reopens,

    /// <summary>Opens a quotation that is never closed.</summary>
    Unclosed,

    /// <summary>Closes a quotation that was never opened.</summary>
    Unopened,

    /// <summary>An apostrophe between the letters of a word: <c>don't</c>.</summary>
    Apostrophe,

    /// <summary>An apostrophe at the beginning of a listed word: <c>'cause</c>, Dutch <c>'s</c>.</summary>
    Elision,

    /// <summary>An apostrophe at the end of a word: <c>workers' pay</c>.</summary>
    WordEnd,

    /// <summary>An apostrophe before a decade: <c>the '90s</c>.</summary>
    Decade,

    /// <summary>Feet, inches, minutes or seconds after a figure: <c>6' 2"</c>.</summary>
    Unit,

    /// <summary>A Hebrew gershayim in an abbreviation.</summary>
    Abbreviation,

    /// <summary>A modifier letter such as the Hawaiian ʻokina.</summary>
    Letter,

    /// <summary>An East Asian title mark: 《…》.</summary>
    Title,

    /// <summary>A low mark typed as a comma.</summary>
    Comma,

    /// <summary>A standalone grave or acute accent.</summary>
    Accent,

    /// <summary>An operator or prompt in code: <c>a &lt;&lt; 2</c>.</summary>
    Operator,

    /// <summary>Two single marks with nothing between them.</summary>
    Empty,
}
