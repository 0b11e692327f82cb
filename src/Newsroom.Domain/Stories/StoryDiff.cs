using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>A value at two versions.</summary>
/// <param name="Id">The id or member name.</param>
/// <param name="From">The earlier value; null where there was none.</param>
/// <param name="To">The later value; null where there is none.</param>
public sealed record Changed<T>(string Id, T? From, T? To)
    where T : class;

/// <summary>A quote or claim in a difference.</summary>
/// <param name="Words">Its words; the last ones of an orphaned passage.</param>
/// <param name="Speaker">A quote's speaker.</param>
/// <param name="Attribution">The words that attribute it.</param>
/// <param name="State">The state of its checks.</param>
public sealed record PassageThen(string Words, string? Speaker, string? Attribution, PassageState State);

/// <summary>A check in a difference.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Checker">Who gave it.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Standing">Whether its fingerprint is current.</param>
public sealed record CheckThen(string Passage, string Checker, Verdict Verdict, bool Standing);

/// <summary>An approval in a difference.</summary>
/// <param name="By">Who gave it.</param>
/// <param name="As">In which role.</param>
/// <param name="Standing">Whether its fingerprint is current.</param>
public sealed record ApprovalThen(string By, Role As, bool Standing);

/// <summary>The differences between two versions of a story.</summary>
/// <param name="From">The earlier version.</param>
/// <param name="To">The later version.</param>
/// <param name="Texts">The texts that differ, word by word.</param>
/// <param name="Described">
/// Differences in stage, publication, desk, language, slug, byline, dateline, assignee, embargo and legal review.
/// </param>
/// <param name="Passages">Quotes and claims added, removed or changed.</param>
/// <param name="Checks">Checks added, removed, lapsed or reinstated.</param>
/// <param name="Approvals">Approvals added, removed, lapsed or reinstated.</param>
/// <param name="Holds">Holds placed or lifted.</param>
/// <param name="Notes">Notes added or resolved.</param>
/// <param name="Waivers">Waivers added or no longer valid.</param>
public sealed record StoryDiff(
    long From,
    long To,
    ImmutableArray<TextComparison> Texts,
    ImmutableArray<Changed<string>> Described,
    ImmutableArray<Changed<PassageThen>> Passages,
    ImmutableArray<Changed<CheckThen>> Checks,
    ImmutableArray<Changed<ApprovalThen>> Approvals,
    ImmutableArray<Changed<Hold>> Holds,
    ImmutableArray<Changed<Note>> Notes,
    ImmutableArray<Changed<Waiver>> Waivers
)
{
    /// <summary>Compares two versions of a story.</summary>
    /// <param name="from">The earlier version.</param>
    /// <param name="to">The later version.</param>
    public static StoryDiff Between(StorySnapshot from, StorySnapshot to) => Compare(from, to, CancellationToken.None);

    /// <summary>Compares two versions of a story.</summary>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public static StoryDiff Compare(StorySnapshot from, StorySnapshot to, CancellationToken cancellationToken) =>
        new(
            from.Story.Version,
            to.Story.Version,
            TextComparison.Compare(from.Text.Article, to.Text.Article, cancellationToken),
            Differing(from, to, Description),
            Differing(from, to, at => at.Story.Passages.Select(p => (p.Id, PassageOf(p, at.Text)))),
            Differing(
                from,
                to,
                at =>
                    at.Story.Passages.SelectMany(p =>
                        p.Checks.Select(c =>
                            ($"{p.Id}/{c.Checker}/{c.Fingerprint.Hex[..12]}", new CheckThen(p.Id, c.Checker, c.Verdict, c.Standing))
                        )
                    )
            ),
            Differing(
                from,
                to,
                at =>
                    at.Story.Approvals.Select(a =>
                        ($"{a.By}/{a.As.ToKebabCase()}/{a.Fingerprint.Hex[..12]}", new ApprovalThen(a.By, a.As, a.Standing))
                    )
            ),
            Differing(from, to, at => at.Story.Holds.Select(h => (h.Id, h))),
            Differing(from, to, at => at.Story.Notes.Select(n => (n.Id, n))),
            Differing(from, to, at => at.Story.Waivers.Select(w => ($"{w.Gate.ToKebabCase()}/{w.Subject}/{w.Fingerprint.Hex[..12]}", w)))
        );

    private static IEnumerable<(string Id, string What)> Description(StorySnapshot at)
    {
        var ((story, text), publication) = (at, at.Story.Publication);
        (string Id, string? What)[] all =
        [
            ("stage", story.Stage.ToKebabCase()),
            (
                "publication",
                publication.Edition == 0
                    ? publication.Status.ToKebabCase()
                    : $"{publication.Status.ToKebabCase()}, edition {publication.Edition}"
            ),
            ("desk", story.Desk),
            ("language", story.Language),
            ("slug", story.Slug),
            ("byline", text.Article.Byline),
            ("dateline", text.Article.Dateline),
            ("assignee", story.Assignee),
            ("embargo", story.Embargo is { } embargo ? $"{embargo.Until.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}" : null),
            ("legal review", story.LegalReview is { } review ? $"asked for by {review.By}" : null),
        ];
        return all.Where(d => !string.IsNullOrEmpty(d.What)).Select(d => (d.Id, d.What!));
    }

    private static PassageThen PassageOf(Passage passage, StoryText text)
    {
        var words = text.Article[passage.Field];
        return new PassageThen(
            passage.OrphanedWords ?? passage.Range.Of(words),
            passage.Speaker,
            passage.OrphanedAttribution ?? passage.Attribution?.Of(words),
            passage.State()
        );
    }

    /// <summary>
    /// Returns values that only one version has or that differ: those of the earlier version in order, then the added ones.
    /// </summary>
    private static ImmutableArray<Changed<T>> Differing<T>(
        StorySnapshot from,
        StorySnapshot to,
        Func<StorySnapshot, IEnumerable<(string Id, T Value)>> all
    )
        where T : class
    {
        var (before, after) = (Named(from), Named(to));
        var idsBefore = before.Select(b => b.Id).ToHashSet();
        var valuesAfter = after.GroupBy(a => a.Id).ToDictionary(same => same.Key, same => same.First().Value);
        return
        [
            .. before.Select(b => new Changed<T>(b.Id, b.Value, valuesAfter.GetValueOrDefault(b.Id))).Where(c => !Equals(c.From, c.To)),
            .. after.Where(a => !idsBefore.Contains(a.Id)).Select(a => new Changed<T>(a.Id, null, a.Value)),
        ];

        List<(string Id, T Value)> Named(StorySnapshot at) =>
            [.. all(at).GroupBy(x => x.Id).SelectMany(same => same.Select((x, i) => (i == 0 ? x.Id : $"{x.Id}/{i + 1}", x.Value)))];
    }
}
