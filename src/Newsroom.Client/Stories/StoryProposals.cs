namespace Newsroom.Client.Stories;

/// <summary>Proposals for a story: an aid, of which nothing is stored.</summary>
/// <param name="Story">The story.</param>
/// <param name="Version">The version of the story.</param>
/// <param name="Language">The language whose words apply.</param>
/// <param name="Speakers">The speakers of unmarked quotations, in text order.</param>
/// <param name="Claims">The sentences to check, the most worth checking first.</param>
public sealed record StoryProposals(
    Guid Story,
    long Version,
    string Language,
    IReadOnlyList<ProposedSpeaker> Speakers,
    IReadOnlyList<ProposedClaim> Claims
);

/// <summary>A proposed speaker with the reason in words.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Message">The reason.</param>
public sealed record ProposedSpeaker(SpeakerProposal Proposal, string Message);

/// <summary>A proposed speaker of an unmarked quotation.</summary>
/// <param name="Number">The number of the quotation, as quoted lists it.</param>
/// <param name="Field">The text that it is in.</param>
/// <param name="Range">Its place, in UTF-16 code units.</param>
/// <param name="Words">Its words.</param>
/// <param name="Source">The words that name the source.</param>
/// <param name="Reason">Why these words are the source.</param>
/// <param name="Speaker">The registered speaker; null where none matches.</param>
/// <param name="Name">The name of that speaker.</param>
/// <param name="Match">How the words match that speaker.</param>
/// <param name="Attribution">The words that attribute the quotation.</param>
public sealed record SpeakerProposal(
    int Number,
    string Field,
    QuotedRange Range,
    string Words,
    ProposedWords Source,
    string Reason,
    string? Speaker = null,
    string? Name = null,
    string? Match = null,
    ProposedWords? Attribution = null
);

/// <summary>Words of the text.</summary>
/// <param name="Range">Their place, in UTF-16 code units.</param>
/// <param name="Words">The words.</param>
public sealed record ProposedWords(QuotedRange Range, string Words);

/// <summary>A proposed claim with the reasons in words.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Message">The reasons.</param>
public sealed record ProposedClaim(ClaimProposal Proposal, string Message);

/// <summary>A sentence proposed to be flagged as a claim.</summary>
/// <param name="Field">The text that it is in.</param>
/// <param name="Range">Its place, in UTF-16 code units.</param>
/// <param name="Words">Its words.</param>
/// <param name="Score">How much it is worth checking.</param>
/// <param name="Reasons">The features that speak for it.</param>
public sealed record ClaimProposal(string Field, QuotedRange Range, string Words, double Score, IReadOnlyList<string> Reasons);
