using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Stories;

/// <summary>The rules that must hold before publication.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Gate>))]
public enum Gate
{
    /// <summary>Every quotation found is attributed or dismissed.</summary>
    QuotesAttributed,

    /// <summary>Every quote is verified by enough fact-checkers, and no check is adverse.</summary>
    QuotesVerified,

    /// <summary>Every claim is verified by enough fact-checkers, and no check is adverse.</summary>
    ClaimsChecked,

    /// <summary>Words in quotation marks in headline and standfirst occur in a verified quote.</summary>
    HeadlineQuotesSourced,

    /// <summary>Enough people who did not write the article approved it.</summary>
    Approvals,

    /// <summary>Legal approved the article, where that was requested.</summary>
    LegalClearance,

    /// <summary>No hold is placed.</summary>
    NoHolds,

    /// <summary>Every note that must be resolved is resolved.</summary>
    NotesResolved,

    /// <summary>The embargo has passed.</summary>
    EmbargoPassed,
}
