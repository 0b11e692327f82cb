using System.Collections.Immutable;
using System.Text.Json;
using Newsroom.Client.Http;
using Newsroom.Domain.Text;

namespace Newsroom.Client.Stories;

/// <summary>The side of a conflict to keep.</summary>
public enum ConflictChoice
{
    /// <summary>The current words, of others.</summary>
    Theirs,

    /// <summary>The words of the refused revision.</summary>
    Yours,

    /// <summary>The words in the base version.</summary>
    Base,
}

/// <summary>A revision that was refused because others changed the same words. A choice for each stretch settles it.</summary>
/// <param name="BasedOn">The base version.</param>
/// <param name="Base">The texts in the base version.</param>
/// <param name="Yours">The texts of the refused revision.</param>
/// <param name="Current">The current version.</param>
/// <param name="Now">The current texts.</param>
/// <param name="Conflicts">The stretches that both sides changed, as <see cref="Separate"/> returns them.</param>
public sealed record ConflictedRevision(
    long BasedOn,
    WrittenTexts Base,
    WrittenTexts Yours,
    long Current,
    WrittenTexts Now,
    IReadOnlyList<EditConflict> Conflicts
)
{
    /// <summary>Reads the texts of a refused revision, and separates the conflicts from its other changes.</summary>
    /// <param name="stories">Reads the story.</param>
    /// <param name="story">The story.</param>
    /// <param name="basedOn">The base version.</param>
    /// <param name="yours">The texts of the refused revision.</param>
    /// <param name="refusal">The refusal.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>Null where the revision was refused for another reason.</returns>
    public static async Task<ConflictedRevision?> ReadAsync(
        StoriesClient stories,
        StoryKey story,
        long basedOn,
        WrittenTexts yours,
        ApiProblem? refusal,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(stories);
        ArgumentNullException.ThrowIfNull(yours);
        if (refusal?.GetConflicts() is not { } conflicts || refusal.CurrentVersion is not { } current)
        {
            return null;
        }

        var before = WrittenTexts.Of((await stories.GetAsync(story, new PointInTime(basedOn), cancellationToken)).Value.Article);
        var now = WrittenTexts.Of((await stories.GetAsync(story, new PointInTime(current), cancellationToken)).Value.Article);
        return new ConflictedRevision(basedOn, before, yours, current, now, conflicts).Separate();
    }

    /// <summary>Returns it with conflicts that <see cref="WithoutConflicts"/> can separate: in case of doubt, whole texts.</summary>
    public ConflictedRevision Separate() => WithoutConflicts() is null ? OfWholeTexts() : this;

    /// <summary>Returns the refused texts with the base words in each conflict; null where a change crosses the border of one.</summary>
    public WrittenTexts? WithoutConflicts()
    {
        var rest = WrittenTexts.Fields.ToDictionary(field => field, RestOf);
        return rest.ContainsValue(null) ? null : WrittenTexts.From(field => rest[field]!);
    }

    /// <summary>Puts the chosen words into the texts that merge the other changes of both sides.</summary>
    /// <param name="stories">Merges, as a preview; nothing is stored.</param>
    /// <param name="story">The story.</param>
    /// <param name="choices">The side to keep of each conflict, in their order.</param>
    /// <param name="role">The role to act in; null where one only has the command.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>Texts based on <see cref="Current"/>; null where the story has moved on from it.</returns>
    public async Task<WrittenTexts?> ResolveAsync(
        StoriesClient stories,
        StoryKey story,
        IReadOnlyList<ConflictChoice> choices,
        string? role = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(stories);
        ArgumentNullException.ThrowIfNull(choices);
        if (choices.Count != Conflicts.Count)
        {
            throw new ArgumentException($"There are {Conflicts.Count} conflicts, and {choices.Count} choices.", nameof(choices));
        }

        var rest = WithoutConflicts() ?? throw new InvalidOperationException($"Use {nameof(Separate)} first.");
        if (rest == Base)
        {
            return With(choices, new ArticleEdits([], [], []));
        }

        var preview = (await stories.PreviewAsync(story, rest.Revision(Base, BasedOn, role), cancellationToken)).Value;
        var revised = preview.Events.FirstOrDefault(e => e.Type == "article_revised");
        if ((revised?.Version ?? preview.Version + 1) != Current + 1)
        {
            return null;
        }

        // Without the event, others have made the other changes too.
        return With(choices, revised is null ? new ArticleEdits([], [], []) : EditsOf(revised));
    }

    private static ArticleEdits EditsOf(PreviewedEvent revised) =>
        revised.Data.GetProperty("edits").Deserialize<ArticleEdits>(JsonSerializerOptions.Web)!;

    private static TextRange Of(QuotedRange range) => new(range.Start, range.End);

    private WrittenTexts With(IReadOnlyList<ConflictChoice> choices, ArticleEdits edits) =>
        WrittenTexts.From(field =>
        {
            var merging = edits[Enum.Parse<ArticleField>(field, ignoreCase: true)];
            merging = merging.IsDefault ? [] : merging;
            var text = merging.Apply(Now[field]);
            var chosen = Conflicts.Zip(choices).Where(pair => pair.First.Field == field && pair.Second != ConflictChoice.Theirs);
            foreach (var (conflict, choice) in chosen.OrderByDescending(pair => pair.First.Theirs.Range.Start))
            {
                var place = merging.Shift(Of(conflict.Theirs.Range));
                var words = choice == ConflictChoice.Yours ? conflict.Yours.Words : conflict.Base.Words;
                text = string.Concat(text.AsSpan(0, place.Start), words, text.AsSpan(place.End));
            }

            return text;
        });

    private string? RestOf(string field)
    {
        var edits = Newsroom.Domain.Text.TextDiff.Between(Base[field], Yours[field]);
        foreach (var conflict in Conflicts.Where(conflict => conflict.Field == field))
        {
            if (Within(edits, conflict, Base[field]) is not { } within)
            {
                return null;
            }

            edits = edits.RemoveRange(within);
        }

        return edits.Apply(Base[field]);
    }

    /// <summary>Returns the edits that make the words of the refused revision; null where no edits do.</summary>
    private static ImmutableArray<TextEdit>? Within(ImmutableArray<TextEdit> edits, EditConflict conflict, string text)
    {
        var range = Of(conflict.Base.Range);
        var all = edits.Where(edit => edit.At >= range.Start && edit.End <= range.End).ToImmutableArray();
        var inner = all.Where(edit => edit.Remove.Length > 0 || (edit.At > range.Start && edit.At < range.End)).ToImmutableArray();
        var untilEnd = all.Where(edit => edit.Remove.Length > 0 || edit.At > range.Start).ToImmutableArray();
        var fromStart = all.Where(edit => edit.Remove.Length > 0 || edit.At < range.End).ToImmutableArray();
        foreach (var tried in new[] { all, inner, untilEnd, fromStart })
        {
            var moved = tried.Select(edit => edit with { At = edit.At - range.Start }).ToImmutableArray();
            if (moved.Apply(range.Of(text)) == conflict.Yours.Words)
            {
                return tried;
            }
        }

        return null;
    }

    private ConflictedRevision OfWholeTexts() =>
        this with
        {
            Conflicts =
            [
                .. WrittenTexts
                    .Fields.Where(field => Yours[field] != Base[field])
                    .Select(field => new EditConflict(
                        field,
                        Whole(Base[field], [], BasedOn),
                        Whole(Yours[field], [], BasedOn) with { Range = new QuotedRange(0, Base[field].Length) },
                        Whole(Now[field], [.. PeopleOf(field)], Current)
                    )),
            ],
        };

    private IEnumerable<string> PeopleOf(string field) =>
        Conflicts.Where(conflict => conflict.Field == field).SelectMany(conflict => conflict.Theirs.By).Distinct();

    private static ConflictSide Whole(string text, IReadOnlyList<string> by, long version) =>
        new(text, by, version) { Range = new QuotedRange(0, text.Length) };
}
