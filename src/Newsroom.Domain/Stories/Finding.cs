using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories;

/// <summary>
/// Words that a fact-checker found wrong or disputed. It blocks wherever the article has the words, marked or not, until the same checker
/// gives another verdict on them.
/// </summary>
/// <param name="Kind">Whether they were checked as a quote or as a claim.</param>
/// <param name="Fingerprint">SHA-256 over the words alone, without speaker, attribution, marks and case.</param>
/// <param name="Words">The visible words, at most <see cref="MaxCharacters"/> characters.</param>
/// <param name="Speaker">The quote's speaker; null for a claim.</param>
/// <param name="Checker">The fact-checker who gave the verdict.</param>
/// <param name="Verdict">Wrong or disputed.</param>
/// <param name="Reason">Why.</param>
/// <param name="Passage">The passage checked.</param>
/// <param name="At">When it was recorded.</param>
public sealed record Finding(
    PassageKind Kind,
    Fingerprint Fingerprint,
    string Words,
    string? Speaker,
    string Checker,
    Verdict Verdict,
    string? Reason,
    string Passage,
    DateTimeOffset At
)
{
    /// <summary>The maximum number of stored characters; longer words are found by their beginning.</summary>
    public const int MaxCharacters = 4096;

    /// <summary>The fingerprint of the passage as it was checked; null in findings stored without it.</summary>
    public Fingerprint? Checked { get; init; }

    /// <summary>Speakers for whom the same checker later gave another verdict on the same words; null when there are none.</summary>
    public ImmutableArray<string>? ClearedFor { get; init; }

    /// <summary>Returns whether the verdict is wrong or disputed.</summary>
    public static bool Follows(Verdict verdict) => verdict is Verdict.Wrong or Verdict.Disputed;

    /// <summary>Truncates words to <see cref="MaxCharacters"/>.</summary>
    public static string Kept(string words)
    {
        if (words.Length <= MaxCharacters)
        {
            return words;
        }

        var space = words.LastIndexOf(' ', MaxCharacters);
        var whole = char.IsHighSurrogate(words[MaxCharacters - 1]) ? MaxCharacters - 1 : MaxCharacters;
        return words[..(space > 0 ? space : whole)];
    }

    /// <summary>Folds a verdict.</summary>
    /// <param name="findings">Those before it; null when there are none.</param>
    /// <param name="passage">The passage judged.</param>
    /// <param name="verdict">The verdict.</param>
    /// <param name="metadata">The metadata of the verdict.</param>
    internal static ImmutableArray<Finding>? After(
        ImmutableArray<Finding>? findings,
        Passage passage,
        FactChecked verdict,
        EventMetadata metadata
    )
    {
        var follows = Follows(verdict.Verdict);
        var before = findings ?? [];
        if (!follows && !before.Any(f => f.Checker == metadata.By))
        {
            return findings;
        }

        var read = verdict.Read ?? Read(passage, verdict);
        var fingerprint = verdict.WordsAlone ?? WordSequence.Of(read).Fingerprint();
        var isVerified = verdict.Verdict == Verdict.Verified;
        var after = before
            .Where(f => !IsOfSame(f) || f.Speaker != passage.Speaker)
            .Select(f => IsOfSame(f) ? f.WithVerdictFor(passage.Speaker, isVerified) : f)
            .ToImmutableArray();
        if (follows)
        {
            after = after.Add(
                new Finding(
                    passage.Kind,
                    fingerprint,
                    Kept(read),
                    passage.Speaker,
                    metadata.By,
                    verdict.Verdict,
                    verdict.Reason,
                    passage.Id,
                    metadata.At
                )
                {
                    Checked = verdict.Fingerprint,
                }
            );
        }

        return after.IsEmpty ? null : after;

        bool IsOfSame(Finding f) => f.Checker == metadata.By && f.Kind == passage.Kind && f.Fingerprint == fingerprint;
    }

    /// <summary>Returns the visible words. Events of earlier builds have the passage as written, followed by its attribution.</summary>
    private static string Read(Passage passage, FactChecked verdict)
    {
        var written = verdict.Words[..Math.Min(verdict.Words.Length, passage.Range.Length)];
        return (passage.Field == ArticleField.Body ? VisibleText.TryOfMarkdown(written)?.Text.Trim() : null) ?? written;
    }

    private Finding WithVerdictFor(string? speaker, bool isVerified)
    {
        var others = (ClearedFor ?? []).Remove(speaker ?? "");
        var cleared = isVerified && speaker is not null ? others.Add(speaker) : others;
        return this with { ClearedFor = cleared.IsEmpty ? null : cleared };
    }
}
