using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using Newsroom.Domain.Text.Quotations;
using static Newsroom.Domain.Stories.Gates.GateSentences;

namespace Newsroom.Domain.Stories.Gates;

/// <summary>The gates quotes-attributed and headline-quotes-sourced.</summary>
internal static class QuotationGates
{
    /// <summary>The maximum number of quotations that a gate lists.</summary>
    public const int MaxReasons = 500;

    /// <summary>The maximum number of distinct quotations of headline and standfirst that are searched for in the quotes.</summary>
    public const int MaxSearches = 1000;

    /// <summary>Returns the quotations that are neither attributed nor dismissed.</summary>
    public static IEnumerable<GateReason> Attributed(Story story, StoryText text, ImmutableArray<QuotedWords> quoted)
    {
        var listed = 0;
        var blamed = new BlameLookups(text);
        foreach (var found in quoted)
        {
            if (found.State is not (QuotedState.Unattributed or QuotedState.Unclosed))
            {
                continue;
            }

            if (listed++ == MaxReasons)
            {
                yield return More(
                    story,
                    "quotation-more",
                    found,
                    quoted.Count(q => q.State is QuotedState.Unattributed or QuotedState.Unclosed) - MaxReasons
                );
                yield break;
            }

            yield return found.State == QuotedState.Unclosed
                ? Unclosed(story, found, blamed.Touched(found.Field, found.Range))
                : Unattributed(story, found, blamed.Touched(found.Field, found.Range));
        }
    }

    /// <summary>Returns the quoted words of headline and standfirst that no verified quote has.</summary>
    public static IEnumerable<GateReason> Sourced(Story story, StoryText text, ImmutableArray<QuotedWords> quoted)
    {
        var claimed = quoted
            .Where(q => q.Field != ArticleField.Body && q.State is not (QuotedState.Dismissed or QuotedState.Unclosed))
            .ToList();
        if (claimed.Count == 0)
        {
            yield break;
        }

        var quotes = story
            .Passages.Where(p => p.Kind == PassageKind.Quote && !p.IsOrphaned)
            .Select(p => (Passage: p, Search: new WordSearch(Folded(VisibleText.Of(p.Field, text.Article[p.Field]).Words(p.Range)))))
            .ToList();
        var blamed = new BlameLookups(text);
        var searched = new Dictionary<string, List<Passage>>(StringComparer.Ordinal);
        var listed = 0;
        for (var i = 0; i < claimed.Count; i++)
        {
            var found = claimed[i];
            var words = Folded(Inner(found.Words));
            if (!searched.TryGetValue(words, out var sources))
            {
                if (searched.Count == MaxSearches)
                {
                    yield return More(story, "headline-quote-more", found, claimed.Count - i);
                    yield break;
                }

                searched[words] = sources = quotes.Where(q => q.Search.Find(words).Any()).Select(q => q.Passage).ToList();
            }

            if (sources.Exists(p => p.State() == PassageState.Verified))
            {
                continue;
            }

            if (listed++ == MaxReasons)
            {
                yield return More(story, "headline-quote-more", found, claimed.Count - i);
                yield break;
            }

            yield return Unsourced(
                story,
                found,
                sources.Find(p => p.State() != PassageState.Adverse),
                text,
                blamed.Touched(found.Field, found.Range)
            );
        }
    }

    /// <summary>Returns the reason of a quotation mark without a partner.</summary>
    private static GateReason Unclosed(Story story, QuotedWords found, ImmutableSortedSet<string> involved) =>
        Reason(
            "quotation-unclosed",
            found,
            $"{Cut(found.Words)} in the {found.Field.ToKebabCase()} has a quotation mark without a partner, so its beginning or end is "
                + $"unknown. {Revisers.Named(story)} adds the missing mark or removes this one. If these words are not speech, an editor "
                + $"or fact-checker dismisses them{Except(involved)}.",
            [.. Revisers.Ways(story), GateWay.By<StoryCommand.DismissQuotation>().Except(involved)]
        );

    /// <summary>Returns the reason of an unattributed quotation.</summary>
    /// <param name="story">The story.</param>
    /// <param name="found">The quotation.</param>
    /// <param name="involved">The people who touched its words.</param>
    private static GateReason Unattributed(Story story, QuotedWords found, ImmutableSortedSet<string> involved)
    {
        var overlapping = story
            .Passages.Where(p => p.Kind == PassageKind.Quote && p.Field == found.Field && !p.IsOrphaned && p.Range.Overlaps(found.Range))
            .ToList();
        var looks = found.Proposal is { } proposal ? $"; they look like {Looks(proposal)}, and" : ";";
        return Reason(
            "quotation-unattributed",
            found,
            $"{Cut(found.Words)} in the {found.Field.ToKebabCase()} is a quotation, but {Unattributed(overlapping)}{looks} if they are "
                + $"not speech, an editor or fact-checker dismisses them{Except(involved)}.",
            [
                .. overlapping.Count > 1 ? Withdrawal(overlapping[0]) : [GateWay.By<StoryCommand.AttributeQuote>()],
                GateWay.By<StoryCommand.DismissQuotation>().Except(involved),
            ]
        ) with
        {
            Quote = overlapping.FirstOrDefault()?.Id,
            Proposal = found.Proposal,
            Phrase = found.Phrase,
        };
    }

    /// <summary>Returns the ways to withdraw a quote; a quote can be reattributed only to words that overlap no other quote.</summary>
    private static ImmutableArray<GateWay> Withdrawal(Passage quote)
    {
        var withdraw = GateWay.By<StoryCommand.WithdrawQuote>();
        if (quote.State() == PassageState.Adverse)
        {
            return [withdraw with { Roles = [Role.FactChecker] }];
        }

        return
        [
            withdraw with
            {
                Roles = [Role.Editor],
            },
            withdraw with
            {
                Roles = withdraw.Roles.Remove(Role.Editor),
                OnlyBy = quote.MarkedBy,
            },
        ];
    }

    private static string Looks(QuotationProposal proposal) =>
        proposal switch
        {
            QuotationProposal.TitleCase => "a title (title case)",
            QuotationProposal.Work => "the title of a work",
            QuotationProposal.Name => "a name",
            QuotationProposal.Motto => "a motto or heading",
            QuotationProposal.Markup => "the value of an attribute in markup",
            QuotationProposal.DismissedBefore => "words dismissed in another story",
            _ => "a term",
        };

    /// <summary>Returns one reason for the quotations beyond the limit.</summary>
    private static GateReason More(Story story, string code, QuotedWords next, int count) =>
        new(
            code,
            next.Field.ToKebabCase(),
            $"There are {count} more, from {Cut(next.Words)} in the {next.Field.ToKebabCase()}. They are listed once those before them "
                + "are resolved.",
            Revisers.Ways(story)
        )
        {
            Field = next.Field,
            Range = next.Range,
        };

    /// <summary>Returns the reason of quoted words without a verified quote.</summary>
    /// <param name="story">The story.</param>
    /// <param name="found">The words.</param>
    /// <param name="source">A quote that has them and can be verified, or null.</param>
    /// <param name="text">The article.</param>
    /// <param name="wrote">The people who touched them.</param>
    private static GateReason Unsourced(Story story, QuotedWords found, Passage? source, StoryText text, ImmutableSortedSet<string> wrote)
    {
        var field = found.Field.ToKebabCase();
        var checkers = source is null ? [] : text.InvolvedIn(source);
        var verify = source is null ? "" : $" A fact-checker verifies {source.Id}, which has them{Except(checkers)}.";
        var dismiss =
            found.State == QuotedState.Attributed
                ? ""
                : $" If they are not speech, an editor or fact-checker dismisses them{Except(wrote)}.";
        return Reason(
            "headline-quote-unsourced",
            found,
            $"{Cut(found.Words)} is in quotation marks in the {field}, but no verified quote of the story has these words.{verify} "
                + $"{(source is null ? Revisers.Named(story) : $"Or {Revisers.NamedWithin(story)}")} changes the {field}.{dismiss}",
            [
                .. source is null ? ImmutableArray<GateWay>.Empty : [GateWay.By<StoryCommand.FactCheck>().Except(checkers)],
                .. Revisers.Ways(story),
                .. found.State == QuotedState.Attributed
                    ? ImmutableArray<GateWay>.Empty
                    : [GateWay.By<StoryCommand.DismissQuotation>().Except(wrote)],
            ]
        ) with
        {
            Quote = source?.Id,
        };
    }

    private static string Unattributed(List<Passage> overlapping) =>
        overlapping switch
        {
            [] => "no quote has these words. A reporter, editor or fact-checker attributes exactly these words",
            [var quote] => $"{quote.Id} has only some of these words, or more. A reporter, editor or fact-checker reattributes {quote.Id} "
                + "with exactly these words",
            [var first, ..] => $"{string.Join(" and ", overlapping.Select(q => q.Id))} have parts of these words. "
                + (
                    first.State() == PassageState.Adverse
                        ? $"A fact-checker withdraws {first.Id}"
                        : $"An editor, or the person who marked it, withdraws {first.Id}"
                ),
        };

    private static GateReason Reason(string code, QuotedWords found, string message, ImmutableArray<GateWay> ways) =>
        new(code, found.Field.ToKebabCase(), message, ways)
        {
            Fingerprint = found.Fingerprint,
            Field = found.Field,
            Range = found.Range,
            Words = found.Words,
        };

    /// <summary>Returns the words without the marks around them, and without a comma or full stop of the outer sentence.</summary>
    private static string Inner(string words)
    {
        var first = words.AsSpan().IndexOfAnyExcept(Marks);
        return first < 0 ? words : words[first..(words.AsSpan().LastIndexOfAnyExcept(Marks) + 1)];
    }

    private static string Folded(string words) => words.ToLowerInvariant();

    private static System.Buffers.SearchValues<char> Marks { get; } =
        System.Buffers.SearchValues.Create("“”„‟‘’‚‛«»‹›\"'`「」『』 " + "\u00a0\u202f.,;:!?");
}
