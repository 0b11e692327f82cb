namespace Newsroom.Client.Stories;

/// <summary>The text in quotation marks in a story.</summary>
/// <param name="Version">The version.</param>
/// <param name="FewestWords">The number of words from which a quotation has to be attributed or dismissed.</param>
/// <param name="Quoted">The texts in quotation marks.</param>
public sealed record QuotedText(long Version, int FewestWords, IReadOnlyList<QuotedSpan> Quoted)
{
    /// <summary>Gets the story.</summary>
    public Guid Story { get; init; }
}

/// <summary>A text in quotation marks.</summary>
/// <param name="Field">The text that it is in.</param>
/// <param name="Range">Its place, in UTF-16 code units.</param>
/// <param name="Words">Its words.</param>
/// <param name="State">Attributed, unattributed, dismissed, a term, or unclosed.</param>
/// <param name="Quote">The quote that it is.</param>
/// <param name="Check">The state of that quote.</param>
/// <param name="Dismissal">Who dismissed it, and why.</param>
/// <param name="Proposal">What it is proposed to be dismissed as.</param>
public sealed record QuotedSpan(
    string Field,
    QuotedRange Range,
    string Words,
    string State,
    string? Quote = null,
    string? Check = null,
    GateWaiver? Dismissal = null,
    string? Proposal = null
)
{
    /// <summary>Gets the number in the list, from 1; null where the server is older.</summary>
    public int? Number { get; init; }

    /// <summary>Gets the key by which dismissals in other stories are found.</summary>
    public string? Phrase { get; init; }

    /// <summary>Gets the latest dismissal of the same words in another story.</summary>
    public DismissedPhrase? DismissedBefore { get; init; }
}

/// <summary>A place in a text, in UTF-16 code units.</summary>
/// <param name="Start">The first character.</param>
/// <param name="End">The character after the last.</param>
public sealed record QuotedRange(int Start, int End);

/// <summary>A dismissed phrase.</summary>
/// <param name="Words">The words.</param>
/// <param name="Language">The language (BCP 47).</param>
/// <param name="Slug">The story that dismissed it.</param>
/// <param name="By">The person.</param>
/// <param name="Reason">The reason.</param>
/// <param name="At">When it was dismissed.</param>
/// <param name="Field">The text that it is in.</param>
public sealed record DismissedPhrase(
    string Words,
    string Language,
    string Slug,
    string By,
    string Reason,
    DateTimeOffset At,
    string? Field = null
);
