using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>
/// Reads the verdicts on the words of claims. A verdict can be public where the latest verdicts of two fact-checkers on exactly these words
/// are the same, and no fact-checker's latest verdict on them, also where another claim has or had them, is another one.
/// </summary>
public static class FactCheckVerdicts
{
    /// <summary>The number of fact-checkers who have to agree.</summary>
    public const int MinCheckers = 2;

    /// <summary>Lists the latest check of each fact-checker on words, of any claim, in order.</summary>
    private static List<Check> Latest(Story story, Fingerprint words) =>
        [
            .. story
                .Passages.Where(p => p.Kind == PassageKind.Claim)
                .SelectMany(p => p.Checks)
                .Where(check => check.Fingerprint == words)
                .GroupBy(check => check.Checker)
                .Select(checks => checks.MaxBy(check => check.Version)!)
                .OrderBy(check => check.Version),
        ];

    /// <summary>
    /// Lists the latest verdict of each fact-checker on words. A verdict of wrong or disputed counts also where its claim was withdrawn or
    /// corrected, until the same fact-checker gives another one.
    /// </summary>
    public static List<(string Checker, Verdict Verdict)> Of(Story story, Fingerprint words)
    {
        var found = (story.Findings ?? []).Where(f => f.Kind == PassageKind.Claim && f.Checked == words).ToList();
        return
        [
            .. from check in Latest(story, words)
            where found.TrueForAll(f => f.Checker != check.Checker)
            select (check.Checker, check.Verdict),
            .. found.Select(f => (f.Checker, f.Verdict)),
        ];
    }

    /// <summary>Lists the checks of a claim with the verdict on which fact-checkers agree, in order; none where they disagree.</summary>
    public static List<Check> Supporting(Story story, Passage claim) =>
        Of(story, claim.Fingerprint).Select(latest => latest.Verdict).Distinct().ToList() is [var agreed]
            ? [.. claim.Checks.Where(c => c.Fingerprint == claim.Fingerprint && c.Verdict == agreed).OrderBy(c => c.Version)]
            : [];

    /// <summary>
    /// Lists the claims whose verdict waits to be public: those of a live fact check on which fact-checkers agree, while none is public. A
    /// story rates some of its claims; which, the publisher decides.
    /// </summary>
    public static IEnumerable<Passage> Awaited(Story story) =>
        story is { Publication: { Status: PublicationStatus.Live, Claims: { } live }, FactChecks: null, Holds.IsEmpty: true }
            ? story.Passages.Where(p =>
                p is { Kind: PassageKind.Claim, IsOrphaned: false }
                && live.Contains(new PassageFingerprint(p.Id, p.Fingerprint))
                && Supporting(story, p).Count >= MinCheckers
            )
            : [];
}
