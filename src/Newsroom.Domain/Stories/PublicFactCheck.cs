using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>A verdict that readers see on a claim of the live edition. What they read is in the event of this version.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Fingerprint">The fingerprint of its words.</param>
/// <param name="Verdict">The verdict on which the fact-checkers agree.</param>
/// <param name="Rating">The rating that readers see.</param>
/// <param name="By">Who published it.</param>
/// <param name="At">When.</param>
/// <param name="Version">The version that published it.</param>
public sealed record PublicFactCheck(
    string Claim,
    Fingerprint Fingerprint,
    Verdict Verdict,
    FactCheckRating Rating,
    string By,
    DateTimeOffset At,
    long Version
)
{
    /// <summary>The maximum number of public fact checks of a story.</summary>
    public const int MaxPerStory = 20;

    /// <summary>Gets the versions of the checks whose evidence is public.</summary>
    public ImmutableArray<long> Sources { get; init; } = [];
}

/// <summary>A rating, with its place on the scale of the desk at that time.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">Its place, from 1, the worst.</param>
/// <param name="Best">The place of the best rating.</param>
public sealed record FactCheckRating(string Name, int Value, int Best);

/// <summary>Kinds of claimants.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<ClaimantKind>))]
public enum ClaimantKind
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation, such as a party or a company.</summary>
    Organization,
}

/// <summary>Names a piece of evidence of a check.</summary>
/// <param name="Check">The version that recorded the check.</param>
/// <param name="Piece">The place of the piece in the evidence of the check, from 0.</param>
public sealed record EvidencePlace(long Check, int Piece);

/// <summary>
/// The public part of a piece of evidence. Excerpt, stored copy and supplier are not public. Erased evidence has the kind <see
/// cref="EvidenceKind.Erased"/>.
/// </summary>
/// <param name="Kind">What sort of evidence.</param>
/// <param name="Citation">What it is, so that it can be looked up.</param>
public sealed record PublicEvidence(EvidenceKind Kind, string Citation)
{
    /// <summary>Gets where it can be seen; null where it has no address.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the page, timestamp or paragraph; null where none is named.</summary>
    public string? Locator { get; init; }

    /// <summary>Gets where it was recorded; null for erased evidence.</summary>
    public EvidencePlace? Source { get; init; }
}

/// <summary>Renders why public fact checks were withdrawn.</summary>
internal static class FactCheckEnds
{
    /// <summary>Renders a stored cause as the end of a sentence.</summary>
    public static string Render(string cause) =>
        cause switch
        {
            "words-changed" => "the edition does not have its words",
            "verdict-changed" => "a fact-checker gave another verdict",
            "claim-withdrawn" => "the claim was withdrawn",
            "genre-changed" => "the edition is no fact check",
            // The cause of another build.
            _ => cause.Replace('-', ' '),
        };
}

/// <summary>Why a public fact check was withdrawn.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<FactCheckEnd>))]
public enum FactCheckEnd
{
    /// <summary>A person withdrew it.</summary>
    Withdrawn,

    /// <summary>An edition without these words was published.</summary>
    WordsChanged,

    /// <summary>A fact-checker gave another verdict, or replaced a check whose evidence is public.</summary>
    VerdictChanged,

    /// <summary>The claim was withdrawn.</summary>
    ClaimWithdrawn,

    /// <summary>The next edition is no fact check.</summary>
    GenreChanged,
}
