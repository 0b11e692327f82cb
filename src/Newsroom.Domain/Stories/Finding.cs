using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories;

/// <summary>
/// Words that a fact-checker found wrong or disputed. The finding holds for the words wherever the article has them, marked or not,
/// until the same checker gives another verdict on them.
/// </summary>
/// <param name="Kind">Whether they were judged as somebody's words or as a claim.</param>
/// <param name="Fingerprint">Of the words alone, without speaker, attribution, marks and case.</param>
/// <param name="Words">The words as a reader reads them, at most <see cref="MostCharacters"/> characters of them.</param>
/// <param name="Speaker">Of a quote, who was said to have said them.</param>
/// <param name="Checker">Who gave the verdict.</param>
/// <param name="Verdict">Wrong or disputed.</param>
/// <param name="Reason">Why.</param>
/// <param name="Passage">The passage they were then.</param>
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
    /// <summary>Longer words are looked for by their beginning.</summary>
    public const int MostCharacters = 4096;

    /// <summary>The speakers for whom the same checker has found the same words otherwise since; null when there are none.</summary>
    public ImmutableArray<string>? ClearedFor { get; init; }

    /// <summary>Whether the verdict holds for its words wherever they are.</summary>
    public static bool Follows(Verdict verdict) => verdict is Verdict.Wrong or Verdict.Disputed;

    /// <summary>As many of the words as a finding keeps.</summary>
    public static string Kept(string words)
    {
        if (words.Length <= MostCharacters)
        {
            return words;
        }

        var end = words.LastIndexOf(' ', MostCharacters);
        return words[..(end > 0 ? end : MostCharacters - (char.IsHighSurrogate(words[MostCharacters - 1]) ? 1 : 0))];
    }

    /// <summary>The findings after a verdict.</summary>
    /// <param name="findings">Those before it; null when there are none.</param>
    /// <param name="passage">The passage judged.</param>
    /// <param name="verdict">The verdict.</param>
    /// <param name="stamp">Who gave it, and when.</param>
    internal static ImmutableArray<Finding>? After(
        ImmutableArray<Finding>? findings,
        Passage passage,
        FactChecked verdict,
        EventMetadata stamp
    )
    {
        var follows = Follows(verdict.Verdict);
        var before = findings ?? [];
        if (!follows && !before.Any(f => f.Checker == stamp.By))
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
                    stamp.By,
                    verdict.Verdict,
                    verdict.Reason,
                    passage.Id,
                    stamp.At
                )
            );
        }

        return after.IsEmpty ? null : after;

        bool IsOfSame(Finding f) => f.Checker == stamp.By && f.Kind == passage.Kind && f.Fingerprint == fingerprint;
    }

    /// <summary>Events stored before findings followed their words have the passage as written, and its attribution behind it.</summary>
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
