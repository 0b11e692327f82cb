using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>The reason why quoted words are proposed as nobody's speech. A proposal settles nothing: the words block until somebody dismisses them.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<QuotationProposal>))]
public enum QuotationProposal
{
    /// <summary>Written in title case, small words such as "of" aside.</summary>
    TitleCase,

    /// <summary>A song, film, book, programme or other work is named before them.</summary>
    Work,

    /// <summary>A party, organisation, product, law or other bearer of a name is named before them, or an abbreviation in brackets follows.</summary>
    Name,

    /// <summary>A motto, slogan, heading or inscription is named before them.</summary>
    Motto,

    /// <summary>A word or expression is named before them: "so-called".</summary>
    Term,

    /// <summary>Another story dismissed the same words.</summary>
    DismissedBefore,

    /// <summary>The value of an attribute in markup.</summary>
    Markup,
}
