using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Stories;

/// <summary>The rules that must hold before publication.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Gate>))]
public enum Gate
{
    /// <summary>Every quotation found in the texts is a quote with a speaker, or dismissed as nobody's speech.</summary>
    QuotesAttributed,

    /// <summary>Every quote has enough verdicts that its words hold, and none against it.</summary>
    QuotesVerified,

    /// <summary>Every claim likewise.</summary>
    ClaimsChecked,

    /// <summary>Words in quotation marks in headline and standfirst occur in a verified quote.</summary>
    HeadlineQuotesSourced,

    /// <summary>Enough people who did not write the article stand behind it.</summary>
    Approvals,

    /// <summary>Where somebody asked for it, legal has cleared the article.</summary>
    LegalClearance,

    /// <summary>Nobody has stopped it.</summary>
    NoHolds,

    /// <summary>Every note that must be resolved is.</summary>
    NotesResolved,

    /// <summary>Its embargo, if it has one, is over.</summary>
    EmbargoPassed,
}
