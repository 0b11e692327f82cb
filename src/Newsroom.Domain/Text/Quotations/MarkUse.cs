using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>The use of one quotation mark in a text. Every mark has exactly one.</summary>
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

    /// <summary>Apostrophe between the letters of a word: <c>don't</c>.</summary>
    Apostrophe,

    /// <summary>Apostrophe for the beginning of a word, from a list: <c>'cause</c>, Dutch <c>'s</c>.</summary>
    Elision,

    /// <summary>Apostrophe at the end of a word: <c>workers' pay</c>.</summary>
    WordEnd,

    /// <summary>Apostrophe before a decade: <c>the '90s</c>.</summary>
    Decade,

    /// <summary>Feet, inches, minutes or seconds behind a figure: <c>6' 2"</c>.</summary>
    Unit,

    /// <summary>Hebrew gershayim inside an abbreviation.</summary>
    Abbreviation,

    /// <summary>A modifier letter such as the Hawaiian ʻokina.</summary>
    Letter,

    /// <summary>East Asian marks of titles: 《…》.</summary>
    Title,

    /// <summary>A low mark typed as a comma.</summary>
    Comma,

    /// <summary>A grave or acute accent by itself.</summary>
    Accent,

    /// <summary>An operator or prompt in code: <c>a &lt;&lt; 2</c>.</summary>
    Operator,

    /// <summary>Two single marks with nothing between them.</summary>
    Empty,
}
