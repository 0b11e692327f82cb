using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>
/// Lists the reasons to treat quoted words as something other than speech. A proposal decides nothing: the words block until a person
/// dismisses them.
/// </summary>
[JsonConverter(typeof(KebabCaseEnumConverter<QuotationProposal>))]
public enum QuotationProposal
{
    /// <summary>In title case, except small words such as "of".</summary>
    TitleCase,

    /// <summary>Preceded by a song, film, book, programme or other work.</summary>
    Work,

    /// <summary>
    /// Preceded by a named entity (party, organisation, product, law), or followed by its abbreviation.
    /// </summary>
    Name,

    /// <summary>Preceded by a motto, slogan, heading or inscription.</summary>
    Motto,

    /// <summary>Preceded by a word or expression such as "so-called".</summary>
    Term,

    /// <summary>Dismissed in another story.</summary>
    DismissedBefore,

    /// <summary>An attribute value in markup.</summary>
    Markup,
}
