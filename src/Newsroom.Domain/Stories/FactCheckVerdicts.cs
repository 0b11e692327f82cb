using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>
/// The verdicts on the words of a story's claims. A verdict can be public where the latest verdicts of two fact-checkers on exactly these
/// words are the same, and no fact-checker's latest verdict on them, also where another claim has or had them, is another one.
/// </summary>
public sealed class FactCheckVerdicts
{
    /// <summary>The number of fact-checkers who have to agree.</summary>
    public const int MinCheckers = 2;

    private readonly Story story;
    private readonly ILookup<Fingerprint, Check> checks;
    private readonly ILookup<Fingerprint?, Finding> findings;

    /// <summary>Reads the verdicts of a story.</summary>
    public FactCheckVerdicts(Story story)
    {
        this.story = story;
        checks = story.Passages.Where(p => p.Kind == PassageKind.Claim).SelectMany(p => p.Checks).ToLookup(check => check.Fingerprint);
        findings = (story.Findings ?? []).Where(f => f.Kind == PassageKind.Claim).ToLookup(f => f.Checked);
    }

    /// <summary>
    /// Lists the latest verdict of each fact-checker on words. A verdict of wrong or disputed counts also where its claim was withdrawn
    /// or corrected, until the same fact-checker gives another one.
    /// </summary>
    public List<(string Checker, Verdict Verdict)> Of(Fingerprint words)
    {
        var found = findings[words].ToList();
        return
        [
            .. from check in Latest(words)
            where found.TrueForAll(f => f.Checker != check.Checker)
            select (check.Checker, check.Verdict),
            .. found.Select(f => (f.Checker, f.Verdict)),
        ];
    }

    /// <summary>Lists the checks of a claim with the verdict on which fact-checkers agree, in order; none where they disagree.</summary>
    public List<Check> Supporting(Passage claim) =>
        Of(claim.Fingerprint).Select(latest => latest.Verdict).Distinct().ToList() is [var agreed]
            ? [.. claim.Checks.Where(c => c.Fingerprint == claim.Fingerprint && c.Verdict == agreed).OrderBy(c => c.Version)]
            : [];

    /// <summary>
    /// Lists the claims of a live fact check on whose verdict fact-checkers agree, each with the supporting checks, while the story needs
    /// a first verdict for readers. It needs none once a claim is rated, or while a person's withdrawal applies to the words of the
    /// edition: the publisher decides which claims are rated.
    /// </summary>
    public IEnumerable<(Passage Claim, List<Check> Supporting)> Awaited()
    {
        if (story is not { Publication: { Status: PublicationStatus.Live, Claims: { } claims }, FactChecks: null, Holds.IsEmpty: true })
        {
            return [];
        }

        var live = claims.ToHashSet();
        if ((story.FactChecksWithdrawn ?? []).Any(live.Contains))
        {
            return [];
        }

        return from claim in story.Passages
               where claim is { Kind: PassageKind.Claim, IsOrphaned: false }
               where live.Contains(new PassageFingerprint(claim.Id, claim.Fingerprint))
               let supporting = Supporting(claim)
               where supporting.Count >= MinCheckers
               select (claim, supporting);
    }

    /// <summary>Lists the latest check of each fact-checker on words, of any claim, in order.</summary>
    private List<Check> Latest(Fingerprint words) =>
        [
            .. checks[words]
                .GroupBy(check => check.Checker)
                .Select(same => same.MaxBy(check => check.Version)!)
                .OrderBy(check => check.Version),
        ];
}
